/// Artifacts as the folders of a source, for streams of a profile's files: those in the output folder itself come first.
package struct ArtifactFolders: FolderSource {
  package let files: [SharedFile]
  private let artifacts: [Artifact]

  package init(_ artifacts: [Artifact]) {
    self.artifacts = artifacts
    files = artifacts.map { SharedFile($0.path) }
  }

  /// All of them are on one page, that of the output folder.
  package var count: Int { artifacts.isEmpty ? 0 : 1 }

  package func fill(_ page: inout FolderPage, with number: Int, contents: Bool) {
    page.begin([])
    for (index, artifact) in artifacts.enumerated() {
      page.add(index) { if contents { $0.append(contentsOf: artifact.bytes) } }
    }
  }
}
