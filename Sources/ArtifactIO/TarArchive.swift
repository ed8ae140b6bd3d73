/// Artifacts as one tar stream: folders before what lies in them, then the sums.
package enum TarArchive {
  /// The stream, the same bytes for the same artifacts on any machine.
  package static func bytes(of artifacts: [Artifact]) -> [UInt8] {
    var output: [UInt8] = []
    var folders: [String] = []
    for artifact in artifacts + [Checksums.artifact(over: artifacts)] {
      for depth in 1..<max(1, artifact.path.count) {
        let folder = artifact.path[..<depth].joined(separator: "/") + "/"
        // Artifacts of one folder stand together.
        guard folders.count < depth || folders[depth - 1] != folder else { continue }
        folders = Array(folders.prefix(depth - 1)) + [folder]
        TarHeader.append(folder.utf8, .folder, size: 0, to: &output)
      }
      TarHeader.append(artifact.name.utf8, .file, size: artifact.bytes.count, to: &output)
      output.append(contentsOf: artifact.bytes)
      TarHeader.pad(after: artifact.bytes.count, &output)
    }
    TarHeader.end(&output)
    return output
  }
}
