import ArtifactIO
import CNIModel
import Diagnostics
import Validation

/// The folder that containerd reads networks from, as it lies on a node.
struct NetworkFolderProbe {
  private let place: String
  private let folder: String

  init(on root: NodeRoot, in folder: String) {
    place = root.place(of: folder)
    self.folder = folder
  }

  /// What containerd makes of it. A folder that is not there is an empty one.
  func look(
    for target: Target, maximumNetworks: Int, reading files: inout some NodeFiles
  ) throws(FileFault) -> [FoundNetwork] {
    guard FileReading.isFolder(place) else { return [] }
    let entries = try files.entries(of: place)
    // What is wrong with the files is for `validate` to tell.
    var unused = DiagnosticBag()
    let report = FolderCheck.check(
      entries, path: folder, for: target, maximumNetworks: maximumNetworks, into: &unused)
    return report.contents.map { file in
      FoundNetwork(
        file: file.name, name: file.network?.name, plugins: file.network?.plugins ?? [],
        isOpened: report.opened.contains(file.name), fault: file.fault.map { Question.shown($0, upTo: 200) },
        sha256: sum(of: file.name, among: entries))
    }
  }

  private func sum(of name: String, among entries: [FolderEntry]) -> String? {
    guard case .file(let file, _) = entries.first(where: { $0.name == name })?.kind else { return nil }
    return SHA256.hex(file.bytes)
  }
}
