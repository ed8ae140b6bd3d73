import CNIModel
import Catalogue
import Diagnostics
import Rules

/// Files that do not load, with what each of them does to the node.
extension FolderCheck {
  static func reportFaults(_ view: FolderView, _ bag: inout DiagnosticBag) {
    let first = view.openedCount == 1 ? "the first" : "the first \(view.openedCount)"
    for (index, file) in view.files.enumerated() {
      guard let fault = file.fault else { continue }
      let finding = Finding(of: file, fault, in: view)
      let isOpened = index < view.openedCount
      let effect =
        isOpened
        ? "\(view.runtime) loads no network at all because of it"
        : "\(view.runtime) does not open it, as it stands behind \(first) of \(view.files.count)"
      bag.add(
        finding.rule, as: isOpened ? .error : .warning, "\(finding.words): \(effect)", at: finding.range,
        notes: isOpened ? consequences(view) : searches(of: file, fault, view), help: finding.help)
    }
  }

  /// What happens on a node where a file that is opened does not load.
  private static func consequences(_ view: FolderView) -> [String] {
    let good = view.opened.filter { $0.fault == nil }.map(\.entry.name)
    return [
      "containerd says: \(view.failure ?? "")",
      "the node becomes NotReady: \(Containerd.NodeStatus.notReadyMessage)",
    ] + (good.isEmpty ? [] : ["good files are dropped with it: \(FolderView.words(good))"])
  }

  /// Whom a file hurts that containerd does not open.
  private static func searches(of file: LoadedFile, _ fault: LoadFault, _ view: FolderView) -> [String] {
    let nerdctl = view.stopsNerdctl(file) ? ["all network commands of nerdctl fail on it"] : []
    return ["a search for a network by name that comes to it ends there: \(fault.text)"] + nerdctl
  }

  /// What is at fault, in words.
  private struct Finding {
    let rule: Rule
    let words: String
    let range: SourceRange?
    let help: String?

    private init(_ rule: Rule, _ words: String, _ range: SourceRange?, help: String?) {
      self.rule = rule
      self.words = words
      self.range = range
      self.help = help
    }

    init(of file: LoadedFile, _ fault: LoadFault, in view: FolderView) {
      let name = file.entry.name
      let start = file.entry.start
      switch fault.cause {
      case .unreadable:
        if case .danglingLink = file.entry.kind {
          self.init(.danglingLink, "\(view.folder.path(to: name)) is a link that leads nowhere", nil, help: "remove it")
        } else {
          self.init(.badNetworkFile, "\(fault.text)", nil, help: "remove it, or make it readable")
        }
      case .pluginFolder where fault.text.hasSuffix(NetworkFolder.noFolder):
        let member = file.value?.member("name")
        self.init(
          .nameOfFileInFolder, "network name \"\(member?.value.string ?? "")\" is also a file in the same folder",
          member?.value.range ?? start, help: "take another name")
      case .pluginFile(let path):
        self.init(
          .badNetworkFile, "\(path), which belongs to \(name), does not load (\(fault.text))",
          Self.start(of: path, in: view.folder) ?? start, help: "mend it, or remove it")
      case .json, .content, .pluginFolder: self.init(ofContent: file, fault)
      }
    }

    private init(ofContent file: LoadedFile, _ fault: LoadFault) {
      let name = file.entry.name
      let start = file.entry.start
      let plugins = file.value?.member("plugins")
      if file.kind == .plugin, let plugins {
        self.init(
          .listInConf, "\(name) holds a list, which only a .conflist can", plugins.nameRange,
          help: "rename it to \(Self.bareName(name)).conflist")
      } else if file.kind == .list, plugins == nil, let type = file.value?.member("type") {
        self.init(
          .singleInConflist, "\(name) holds a single plugin, and a .conflist is a list", type.nameRange,
          help: "put the plugin into plugins: [{…}], or rename the file to \(Self.bareName(name)).conf")
      } else if name.hasSuffix(".json") {
        self.init(
          .strayJSON, "\(name) counts as the configuration of a plugin and is none", start,
          help: "move it elsewhere; every .json of the folder counts")
      } else {
        self.init(.badNetworkFile, "\(name) does not load (\(fault.text))", start, help: "mend it, or remove it")
      }
    }

    private static func bareName(_ name: String) -> String {
      name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }

    private static func start(of path: String, in folder: NetworkFolder) -> SourceRange? {
      guard let slash = path.lastIndex(of: "/") else { return nil }
      guard case .folder(let entries) = folder.place(at: String(path[..<slash])) else { return nil }
      return entries.first { $0.name == path[path.index(after: slash)...] }?.start
    }
  }
}
