import CNIModel
import Diagnostics

extension Rule {
  static let pluginOutsideBinDirs = Rule(
    node: "plugin-outside-bin-dirs", .error, "a plugin in a folder that containerd is not told to look in",
    effect: """
      containerd looks for plugins in its bin_dir or bin_dirs alone. Distributions put them into /usr/lib/cni or \
      /usr/libexec/cni, and much else says /opt/cni/bin: ADD fails with "failed to find plugin".
      """,
    wrong: "containerd: {binDirs: [/opt/cni/bin]}   # the node has /usr/lib/cni/bridge",
    right: "containerd: {binDirs: [/usr/lib/cni]}",
    facts: ["libcni: find_plugin"]
  ) { subject, findings in
    guard let capabilities = subject.target.capabilities, let first = subject.binDirs.first else { return }
    let folders = subject.binDirs.map { MeasuredPlugin.trimmed($0.value) }
    for (type, range) in subject.namedPlugins {
      guard let plugin = capabilities[type], let path = plugin.path,
        !plugin.folders.contains(where: folders.contains)
      else { continue }
      let text = "failed to find plugin \"\(type)\" in path [\(folders.joined(separator: " "))]"
      findings.report(
        "\(type) lies in \(MeasuredPlugin.folder(of: path.value)), and containerd is to look in \(WordList.and(folders))",
        at: first.range,
        notes: [
          .init("ADD fails: \(text)"), .init("the network needs \(type)", at: range),
          .init("it was found here", at: path.range),
        ], help: "write the folder that the plugins lie in, or install them where containerd looks")
    }
  }
}

extension NodeSubject {
  /// The plugins that the networks name, each once.
  fileprivate var namedPlugins: [(type: String, range: SourceRange)] {
    var named: [(type: String, range: SourceRange)] = []
    for plugin in lists.flatMap(\.plugins) {
      let own = [(plugin.type, plugin.typeRange)]
      let ipam = plugin.ipam.map { [($0.type, $0.typeRange)] } ?? []
      for (type, range) in own + ipam where !type.isEmpty && !named.contains(where: { $0.type == type }) {
        named.append((type, range))
      }
    }
    return named
  }
}

extension MeasuredPlugin {
  /// The folders that hold a copy.
  fileprivate var folders: [String] { ([path?.value].compactMap(\.self) + shadowed).map(Self.folder) }

  fileprivate static func folder(of path: String) -> String {
    trimmed(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "")
  }

  /// A folder without slashes at its end.
  fileprivate static func trimmed(_ folder: String) -> String {
    var folder = folder
    while folder.hasSuffix("/"), folder.count > 1 { folder.removeLast() }
    return folder
  }
}
