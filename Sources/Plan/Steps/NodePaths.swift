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

  /// The folder of a path, and the name in it.
  static func split(_ path: String) -> (folder: String?, name: String) {
    guard let cut = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (nil, path) }
    return (String(path[..<cut]), String(path[path.utf8.index(after: cut)...]))
  }

  /// The place of a file; `nil` for one that no node reads.
  func path(of path: String) -> String? {
    let name = Self.split(path).name
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
      after.path(of: file.path).map { FilePlacement(name: split(file.path).name, path: $0, isRemoved: false) }
    }
    let written = kept.filter { placement in
      let known = old.files.first { split($0.path).name == placement.name }
      let bytes = new.files.first { split($0.path).name == placement.name }?.bytes
      return known?.bytes != bytes || before.path(of: placement.name) != placement.path
    }
    let gone = old.filesForContainerd.compactMap { file in
      before.path(of: file.path).map { FilePlacement(name: split(file.path).name, path: $0, isRemoved: true) }
    }.filter { placement in !kept.contains { $0.path == placement.path } }
    return written + gone
  }

  /// Of files that are to go, those that a running containerd needs until its next start: it goes on looking for networks
  /// in the folder of before, and by the template of before.
  ///
  /// - Parameter new: where the node ends.
  static func neededUntilStart(_ placements: [FilePlacement], to new: NodeState) -> [FilePlacement] {
    let paths = NodePaths(state: new)
    let folder = split(paths.path(of: "any.conflist") ?? "").folder
    return placements.filter { placement in
      guard placement.isRemoved, !placement.path.hasSuffix(".toml") else { return false }
      return placement.path.hasSuffix(".template") || split(placement.path).folder != folder
    }
  }

  private func text(_ key: String) -> String? { state.runtime.settings?[key]?.value.string }
}
