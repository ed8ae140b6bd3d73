import CNIModel
import Emission

/// Which nodes of a cluster a DaemonSet is for.
enum NodeChoice {
  /// The label that tells a node's target, where a profile has several: two DaemonSets on one node would put their
  /// files in place of each other's.
  static let targetLabel = "cnigen/target"

  /// The labels that a node must have.
  static func selector(_ request: OutputRequest, _ target: Target) -> YAML {
    var members = [YAML.Member("kubernetes.io/os", .string("linux"))]
    if !target.name.isEmpty { members.append(.init(targetLabel, .string(target.name))) }
    for label in request.members("nodeSelector") {
      members.removeAll { $0.key == label.name }
      members.append(.init(label.name, .string(label.value.string ?? "")))
    }
    return .mapping(members)
  }
}
