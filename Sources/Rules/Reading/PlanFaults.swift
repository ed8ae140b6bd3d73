import Diagnostics

extension Rule {
  /// What stands in the way of a plan.
  static let planRules: [Rule] = [
    Rule(
      reading: "impossible-order", .error, "an order of work that leads through a state that does not work",
      effect: """
        between two steps the node would have, say, a new configuration with old plugins; pods that start or stop at that \
        moment fail.
        """,
      wrong: "cnigen plan old.yaml new.yaml --order config,plugins,containerd", right: "cnigen plan old.yaml new.yaml"),
    Rule(
      reading: "drain-needed", .error, "a change that pods do not survive, where none may leave its node",
      effect: "pods that run would lose their network, could not be stopped cleanly, or share addresses with others.",
      wrong: "cnigen plan old.yaml new.yaml --no-drain", right: "cnigen plan old.yaml new.yaml"),
    Rule(
      reading: "unplannable-node", .error, "a node that nobody can be sent to",
      effect: "work is planned for nodes by their names, and for the one target that each of them is on.",
      wrong: "targets: {old: {containerd: 1.7.34}, new: {containerd: 2.1.9}}", right: "target: {containerd: 2.1.9}"),
  ]
}
