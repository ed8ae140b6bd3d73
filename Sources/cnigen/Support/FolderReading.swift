import ArtifactIO
import Diagnostics
import Validation

/// Reads a folder of network configurations from the disk.
enum FolderReading {
  /// What lies in a folder. Only what a reader of such folders would open is opened: configurations, here and in the
  /// folders of single plugins below.
  static func entries(of path: String, _ input: inout Input) throws(FileFault) -> [FolderEntry] {
    try entries(of: path, depth: 0, &input)
  }

  /// Whether a name is one that readers of such folders take for a configuration.
  static func isConfiguration(_ name: String) -> Bool {
    ["conflist", "conf", "json"].contains(Classifier.suffix(of: name))
  }

  /// The configs of containerd in a folder such as `/etc/containerd`, by path: the files beside its `config.toml` and
  /// those in `conf.d`; or the files of a folder `conf.d` itself. None for any other folder.
  static func containerdConfigs(in path: String) throws(FileFault) -> [String] {
    let own = try configs(in: path)
    if path.split(separator: "/").last == "conf.d" { return own }
    guard own.contains("\(path)/config.toml") else { return [] }
    let dropIns = "\(path)/conf.d"
    return own + (FileReading.isFolder(dropIns) ? try configs(in: dropIns) : [])
  }

  private static func configs(in path: String) throws(FileFault) -> [String] {
    try FileReading.allNames(in: path).filter { Classifier.suffix(of: $0) == "toml" }.sorted().map { "\(path)/\($0)" }
  }

  private static func entries(
    of path: String, depth: Int, _ input: inout Input
  ) throws(FileFault) -> [FolderEntry] {
    var entries: [FolderEntry] = []
    for name in try FileReading.allNames(in: path) {
      entries.append(FolderEntry(name: name, kind: kind(name, in: path, depth: depth, &input)))
    }
    return entries
  }

  private static func kind(
    _ name: String, in folder: String, depth: Int, _ input: inout Input
  ) -> FolderEntry.Kind {
    let path = "\(folder)/\(name)"
    switch FileReading.nature(of: path) {
    case .folder:
      return .folder(depth == 0 ? (try? entries(of: path, depth: 1, &input)) ?? [] : [])
    case .danglingLink: return .danglingLink
    case .file:
      guard isConfiguration(name) else { return .file(SourceFile(name: path, bytes: []), input.add(path, [])) }
      do {
        let bytes = try FileReading.read(path, upTo: Classifier.maximumSize)
        return .file(SourceFile(name: path, bytes: bytes), input.add(path, bytes))
      } catch {
        return .unreadable(error.reason)
      }
    case .other:
      // libcni takes a link to a folder for a file where its name looks like one's.
      if isConfiguration(name) { return .unreadable("is a directory") }
      return .folder(depth == 0 ? (try? entries(of: path, depth: 1, &input)) ?? [] : [])
    }
  }
}
