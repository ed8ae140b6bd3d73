import CNIModel
import Catalogue
import Diagnostics
import Rules
import NetworkTypes

/// Networks that meet by their names: with each other, and with folders and files.
extension FolderCheck {
  static func reportEqualNames(_ view: FolderView, _ bag: inout DiagnosticBag) {
    // In the order of a search by name, so that the first is the one that is found.
    var firsts: [String: LoadedFile] = [:]
    for file in LibcniLookup.Index.order(view.files) {
      guard let network = file.network, !network.name.isEmpty else { continue }
      guard let first = firsts[network.name] else {
        firsts[network.name] = file
        continue
      }
      let isLeftover = first.kind == .list && file.kind == .plugin
      let name = file.entry.name
      let firstName = first.entry.name
      bag.add(
        isLeftover ? .leftoverConf : .duplicateNameInFolder,
        "network \"\(network.name)\" stands in \(name) and in \(firstName)", at: network.nameRange ?? file.entry.start,
        notes: [
          "a search by name always finds \(firstName)", taken(of: [file, first], view),
          "addresses and results are kept by the network's name, so both share them",
        ],
        help: isLeftover ? "remove \(name) if it is left over" : "give each network a name of its own")
    }
  }

  /// Which of two files containerd takes.
  private static func taken(of files: [LoadedFile], _ view: FolderView) -> String {
    let opened = view.opened.map(\.entry.name).filter { name in files.contains { $0.entry.name == name } }
    return opened.isEmpty ? "\(view.runtime) opens neither" : "\(view.runtime) opens \(FolderView.words(opened))"
  }

  /// Lists with a folder of their name beside them, or a file.
  static func reportPluginFolders(_ view: FolderView, _ bag: inout DiagnosticBag) {
    for file in view.files where file.kind == .list {
      guard let name = file.value?.member("name")?.value, let text = name.string else { continue }
      let place = view.folder.place(at: text)
      if case .closed(NetworkFolder.noFolder) = place, !view.addsPlugins, file.network != nil {
        bag.add(
          .nameOfFileInFolder, as: .note,
          "network name \"\(text)\" is also a file in the same folder: containerd 2.1 and later will not load the list",
          at: name.range, help: "take another name")
      }
      guard case .folder(let entries) = place, !entries.pluginFiles.isEmpty else { continue }
      let isOwn = NetworkName.isWellFormed(text)
      let path = isOwn ? "\(text)/" : view.folder.path(to: text)
      if let network = file.network, view.addsPlugins {
        reportAdded(entries, of: path, isOwn, to: network, of: file, view, at: name.range, &bag)
      } else if !view.addsPlugins, isOwn, !saysOnlyInlined(file) {
        bag.add(
          .folderMerged, as: .warning,
          "\(view.runtime) reads past \(path), so nothing comes of \(FolderView.words(entries.pluginFiles.map(\.name)))",
          at: name.range, notes: ["containerd 2.1 and later add these plugins to \(file.entry.name)"],
          help: "write the plugins into \(file.entry.name)")
      }
    }
  }

  /// Whether a list keeps plugins from a folder out, though the release does not know the key.
  private static func saysOnlyInlined(_ file: LoadedFile) -> Bool {
    file.value?.member("loadOnlyInlinedPlugins")?.value.bool == true
  }

  private static func reportAdded(
    _ entries: [FolderEntry], of path: String, _ isOwn: Bool, to network: LoadedNetwork, of file: LoadedFile,
    _ view: FolderView, at range: SourceRange, _ bag: inout DiagnosticBag
  ) {
    let added = entries.pluginFiles.map(\.name)
    guard !network.onlyInlined else {
      bag.add(
        .folderMerged, as: .note, "\(view.runtime) reads past \(path), since loadOnlyInlinedPlugins is true", at: range)
      return
    }
    let others = entries.filter { $0.configuration != nil }.map(\.name).filter { !added.contains($0) }
    // Where the name leads to the folder itself, its other files are networks of their own.
    let ignored = isOwn && !others.isEmpty ? ["it reads past \(FolderView.words(others)) there"] : []
    bag.add(
      .folderMerged, as: isOwn ? .note : .warning,
      "\(view.runtime) adds the plugins of \(FolderView.words(added)) in \(path) to \(file.entry.name)", at: range,
      notes: ["the chain is \(network.plugins.joined(separator: ", "))"] + ignored + [
        "containerd before 2.1 does not, and changes in that folder bring no reload"
      ],
      help: isOwn ? nil : "give the network a name of its own, or set loadOnlyInlinedPlugins to true")
  }
}
