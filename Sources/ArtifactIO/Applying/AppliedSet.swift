/// The files that one `apply` puts on a node, by their paths there.
package struct AppliedSet: Sendable, Equatable {
  /// A file: what containerd reads for itself first, networks behind it.
  package struct File: Sendable, Equatable {
    /// The path on the node, from `/`.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }

    package var sha256: String { SHA256.hex(bytes) }
  }

  package let files: [File]

  package init(_ files: [File]) {
    self.files = files
  }

  /// The file of a path.
  package subscript(path: String) -> File? { files.first { $0.path == path } }

  /// As it is kept: a file a number, and their paths in a list of sums.
  var artifacts: [Artifact] {
    let manifest = files.map { "\($0.sha256)  \($0.path)\n" }.joined()
    return files.enumerated().map { Artifact(["\($0)"], $1.bytes) } + [Artifact(["manifest"], Array(manifest.utf8))]
  }

  /// Reads what was kept. `nil` where it is not whole: its files do not have the sums that were written down.
  init?(from folder: borrowing Folder) {
    guard let manifest = folder.contents("manifest", limit: 1 << 20) else { return nil }
    var files: [File] = []
    for (number, line) in String(decoding: manifest, as: UTF8.self).split(separator: "\n").enumerated() {
      guard line.utf8.count > 66, let bytes = folder.contents("\(number)", limit: 64 << 20) else { return nil }
      let file = File(path: String(line.dropFirst(66)), bytes: bytes)
      guard file.path.hasPrefix("/"), file.sha256 == line.prefix(64) else { return nil }
      files.append(file)
    }
    self.files = files
  }
}
