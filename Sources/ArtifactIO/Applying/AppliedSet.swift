/// The files that one `apply` puts on a node, by their paths there.
package struct AppliedSet: Sendable, Equatable {
  /// A file: what containerd reads for itself first, networks behind it.
  package struct File: Sendable, Equatable {
    /// The path on the node, from `/`.
    package let path: String
    package let bytes: [UInt8]
    /// Whether it is there for a containerd that has not been restarted yet, and goes after that.
    package let isLeft: Bool
    package let author: Author

    /// Who wrote it.
    package enum Author: Sendable {
      case cnigen
      /// Somebody changed one of ours, and may have the change back.
      case editor
      /// It was there before one of ours took its place.
      case somebodyElse
    }

    package init(path: String, bytes: [UInt8], isLeft: Bool = false, by author: Author = .cnigen) {
      self.path = path
      self.bytes = bytes
      self.isLeft = isLeft
      self.author = author
    }

    package var sha256: String { SHA256.hex(bytes) }

    /// The folder that it lies in.
    package var folder: String {
      let cut = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
      return cut == path.startIndex ? "/" : String(path[..<cut])
    }

    /// Whether it has one of the endings that containerd takes for networks.
    package var isNetwork: Bool { [".conflist", ".conf", ".json"].contains(where: path.hasSuffix) }

    /// Whether it is what containerd writes its networks by.
    package var isTemplate: Bool { path.hasSuffix(".template") }

    /// Whether it is a config of containerd's own.
    package var isConfig: Bool { path.hasSuffix(".toml") }
  }

  package let files: [File]

  package init(_ files: [File]) {
    self.files = files
  }

  package var networks: [File] { files.filter(\.isNetwork) }

  /// Without files that stay for a while only.
  package var lasting: AppliedSet { AppliedSet(files.filter { !$0.isLeft }) }

  /// The file of a path.
  package subscript(path: String) -> File? { files.first { $0.path == path } }

  /// As it is kept: a file a number, and their paths in a list of sums, each with a mark before it.
  var artifacts: [Artifact] {
    let manifest = files.map { "\($0.sha256) \(Self.mark(of: $0))\($0.path)\n" }.joined()
    return files.enumerated().map { Artifact(["\($0)"], $1.bytes) } + [Artifact(["manifest"], Array(manifest.utf8))]
  }

  /// A star where a file stays for a while only, others for what is somebody else's.
  private static func mark(of file: File) -> Character {
    switch file.author {
    case .cnigen: file.isLeft ? "*" : " "
    case .editor: "~"
    case .somebodyElse: "!"
    }
  }

  private static func author(of mark: Character?) -> File.Author {
    switch mark {
    case "~": .editor
    case "!": .somebodyElse
    default: .cnigen
    }
  }

  /// Reads what was kept. `nil` where it is not whole: its files do not have the sums that were written down.
  init?(from folder: borrowing Folder) {
    guard let manifest = folder.contents("manifest", limit: 1 << 20) else { return nil }
    var files: [File] = []
    for (number, line) in String(decoding: manifest, as: UTF8.self).split(separator: "\n").enumerated() {
      guard line.utf8.count > 66, let bytes = folder.contents("\(number)", limit: 64 << 20) else { return nil }
      let mark = line.dropFirst(65).first
      let file = File(
        path: String(line.dropFirst(66)), bytes: bytes, isLeft: mark == "*", by: Self.author(of: mark))
      guard file.path.hasPrefix("/"), file.sha256 == line.prefix(64) else { return nil }
      files.append(file)
    }
    self.files = files
  }
}
