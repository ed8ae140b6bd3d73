package import CNIModel
import Catalogue
package import Diagnostics
import Rules

/// Checks a folder of network configurations as the programs on a node read it. The files themselves are judged by
/// the rules; this is about what they are to each other.
package enum FolderCheck {
  /// Checks a folder for a target, and tells what its readers take.
  ///
  /// - Parameters:
  ///   - path: the folder as the user named it.
  ///   - beside: what lies beside the folder, as far as somebody looked.
  ///   - maximumNetworks: containerd's `max_conf_num`; 0 for all files.
  @discardableResult
  package static func check(
    _ entries: [FolderEntry], path: String, beside: [FolderEntry] = [], for target: Target, maximumNetworks: Int = 1,
    into bag: inout DiagnosticBag
  ) -> FolderReport {
    let folder = NetworkFolder(path: path, entries: entries, beside: beside)
    let view = FolderView(folder, for: target, maximumNetworks: maximumNetworks)
    if view.files.isEmpty {
      reportEmpty(view, &bag)
    } else if view.failure == nil {
      reportWinner(view, &bag)
    }
    reportFaults(view, &bag)
    reportFileNames(view, &bag)
    reportEqualNames(view, &bag)
    reportPluginFolders(view, &bag)
    return view.report
  }

  private static func reportEmpty(_ view: FolderView, _ bag: inout DiagnosticBag) {
    let others = view.folder.entries.map { $0.isFolder ? "\($0.name)/" : $0.name }
    bag.add(
      .noNetworkConfig, "\(view.folder.path) has no file that \(view.runtime) takes for a network", at: nil,
      notes: (others.isEmpty ? [] : ["it reads past \(FolderView.words(others))"]) + [
        "the node is NotReady: \(Containerd.NodeStatus.notReadyMessage)",
        "containerd's log says: \(view.failure ?? "")",
      ],
      help: isRepository(view.folder)
        ? "where this is no node's folder, name the files to check: cnigen validate *.yaml *.conflist"
        : "put a list there, in a file whose name ends in .conflist")
  }

  /// Whether a folder looks like one that people work in: a folder is read as containerd reads that of a node.
  private static func isRepository(_ folder: NetworkFolder) -> Bool {
    folder.entries.contains { entry in
      entry.name == ".git" || entry.name.hasSuffix(".yaml") || entry.name.hasSuffix(".yml")
    }
  }

  /// Says which files containerd takes, and why, and what other readers make of the folder.
  private static func reportWinner(_ view: FolderView, _ bag: inout DiagnosticBag) {
    guard let first = view.opened.first else { return }
    let taken = FolderView.words(view.opened.map(\.entry.name))
    let rest = view.files[view.openedCount...].map(\.entry.name)
    let reason: String
    if view.files.count == 1 {
      reason = ", the only file that counts"
    } else if rest.isEmpty {
      reason = ": all that count, in this order"
    } else {
      let which = view.openedCount == 1 ? "first" : "the first \(view.openedCount)"
      let verb = rest.count == 1 ? "is" : "are"
      reason = ": \(which) of \(view.files.count) by name; \(FolderView.words(rest)) \(verb) never opened"
    }
    bag.add(
      .folderWinner, "\(view.runtime) takes \(taken)\(reason)", at: first.entry.start,
      notes: chains(view) + otherReaders(view))
  }

  private static func chains(_ view: FolderView) -> [String] {
    view.opened.compactMap { file in
      file.network.map { network in
        "\(file.entry.name) is network \"\(network.name)\": \(network.plugins.joined(separator: ", "))"
      }
    }
  }

  /// What a search by name and nerdctl take, where that is something else.
  private static func otherReaders(_ view: FolderView) -> [String] {
    let libcni = "cnitool and others that ask libcni \(view.target.containerd.libcni) for a network by name"
    var notes: [String] = []
    for file in view.opened {
      guard let network = file.network else { continue }
      switch view.lookUp(network.name) {
      case .found(let other, _) where other != file.entry.name:
        notes.append("\(libcni) get \(other) for \"\(network.name)\"")
      case .found: break
      case .error(let text): notes.append("\(libcni) get an error for \"\(network.name)\": \(text)")
      }
    }
    if let failure = view.nerdctlFailure {
      notes.append("nerdctl reads every file, and all its network commands fail: \(failure)")
    } else if view.openedCount < view.files.count {
      notes.append("nerdctl reads every file: \(FolderView.words(view.files.map(\.entry.name)))")
    }
    return notes
  }
}
