import CNIModel
import Difference

/// Where the files of a node's build belong on the node.
struct NodePaths {
  let state: NodeState

  /// The folder of networks.
  var networkFolder: String { text("conf_dir") ?? "/etc/cni/net.d" }

  /// The folder of plugins, the first where there are several.
  var pluginFolder: String {
    state.runtime.settings?["bin_dirs"]?.value.array?.first?.string ?? "/opt/cni/bin"
  }

  /// The place of a file; `nil` for one that no node reads.
  func path(of name: String) -> String? {
    if name.hasSuffix(".toml") {
      // 2.2 and later import from this folder by themselves.
      return name == "config.toml" ? "/etc/containerd/config.toml" : "/etc/containerd/conf.d/\(name)"
    }
    if name.hasSuffix(".template") { return text("conf_template") ?? "/etc/containerd/\(name)" }
    let isNetwork = [".conflist", ".conf", ".json"].contains(where: name.hasSuffix)
    return isNetwork ? (networkFolder.hasSuffix("/") ? networkFolder : networkFolder + "/") + name : nil
  }

  /// The files that are to be written, a network last, and those that are to go.
  static func placements(from old: NodeState, to new: NodeState) -> [FilePlacement] {
    let before = NodePaths(state: old)
    let after = NodePaths(state: new)
    let kept = new.filesForContainerd.compactMap { file in
      after.path(of: file.path).map { FilePlacement(name: file.path, path: $0, isRemoved: false) }
    }
    let written = kept.filter { placement in
      let known = old.files.first { $0.path == placement.name }
      let bytes = new.files.first { $0.path == placement.name }?.bytes
      return known?.bytes != bytes || before.path(of: placement.name) != placement.path
    }
    let gone = old.filesForContainerd.compactMap { file in
      before.path(of: file.path).map { FilePlacement(name: file.path, path: $0, isRemoved: true) }
    }.filter { placement in !kept.contains { $0.path == placement.path } }
    return written + gone
  }

  private func text(_ key: String) -> String? { state.runtime.settings?[key]?.value.string }
}
