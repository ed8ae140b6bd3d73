import CNIModel
import Catalogue
import Difference

extension NodeState {
  /// Whether a part of a node is another one.
  func differs(from other: NodeState, in part: Part) -> Bool {
    switch part {
    case .plugins:
      knowsTarget && other.knowsTarget
        && pluginTypes(with: other).contains {
          target.release(of: $0).version != other.target.release(of: $0).version
        }
    case .config:
      networks.map(\.fileName) != other.networks.map(\.fileName)
        || zip(networks, other.networks).contains { $0.list.json != $1.list.json }
        || filesForContainerd != other.filesForContainerd
    case .containerd:
      knowsTarget && other.knowsTarget && target.containerd.version != other.target.containerd.version
    }
  }

  private func pluginTypes(with other: NodeState) -> Set<String> {
    Set((networks + other.networks).flatMap { $0.list.plugins.flatMap { [$0.type, $0.ipam?.type ?? ""] } })
  }

  /// The files that containerd reads itself.
  var filesForContainerd: [File] { files.filter(\.isForContainerd) }
}
