/// `SHA256SUMS`, in the form that `sha256sum -c` reads.
package enum Checksums {
  /// The name of the file, in the output folder itself.
  package static let fileName = "SHA256SUMS"

  /// The sums of some artifacts, a line each, sorted by path.
  package static func artifact(over artifacts: [Artifact]) -> Artifact {
    let lines = artifacts.sorted { $0.name < $1.name }.map { "\(SHA256.hex($0.bytes))  \($0.name)\n" }
    return Artifact([fileName], Array(lines.joined().utf8))
  }

  /// The paths and sums that a file of sums names. Lines of any other form, and paths that could lead out of the
  /// folder, are left out.
  package static func read(_ bytes: [UInt8]) -> [String: String] {
    var sums: [String: String] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0].utf8.count == 64, parts[1].hasPrefix(" ") else { continue }
      let path = parts[1].dropFirst()
      let components = path.split(separator: "/", omittingEmptySubsequences: false)
      guard components.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else { continue }
      sums[String(path)] = String(parts[0])
    }
    return sums
  }
}
