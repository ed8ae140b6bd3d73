import Diagnostics

extension Rule {
  /// Faults of the outputs that bring a profile's files to nodes. Nothing is written, but for the warning.
  static let outputRules: [Rule] = [
    Rule(
      reading: "unknown-output", .error, "an output that cnigen does not make",
      effect: """
        Nothing is guessed: the words are networkAttachment, cloudInit, ignition, butane and daemonSet. Options stand \
        below the word that they belong to, one level deeper.
        """,
      wrong: "outputs: [daemonset]", right: "outputs: [daemonSet]"),
    Rule(
      reading: "duplicate-output", .error, "an output that is asked for twice",
      effect: "Both would be written to one file, and nothing tells which options are meant.",
      wrong: "outputs: [daemonSet, {daemonSet: {namespace: net}}]", right: "outputs: [{daemonSet: {namespace: net}}]"),
    Rule(
      reading: "invalid-kubernetes-name", .error, "a name or a label that Kubernetes refuses",
      effect: """
        The API server takes small letters, digits, dashes and, but for namespaces, dots; 63 bytes at the most where \
        the name is a label's value, too. kubectl apply fails in the middle of a roll-out. Profiles, networks and \
        targets give their names to the objects that are made from them.
        """,
      wrong: "name: Edge_Net\noutputs: [daemonSet]", right: "name: edge-net\noutputs: [daemonSet]"),
    Rule(
      reading: "invalid-image", .error, "a text that names no container image",
      effect: "The pods of the DaemonSet stay in the state InvalidImageName, and no node gets its networks.",
      wrong: "outputs: [{daemonSet: {image: 'busybox 1.36'}}]", right: "outputs: [{daemonSet: {image: busybox:1.36}}]"),
    Rule(
      reading: "output-not-for-target", .error, "an output that the target would refuse",
      effect: """
        Before Kubernetes 1.17 pods that must run before all others are made in the namespace kube-system only. The \
        DaemonSet stands there, but has no pods.
        """,
      wrong: "target: {kubernetes: 1.16}\noutputs: [{daemonSet: {namespace: net}}]",
      right: "target: {kubernetes: 1.16}\noutputs: [daemonSet]"),
    Rule(
      reading: "output-needs-ranges", .error, "an attachment of a network whose ranges are assigned on each node",
      effect: """
        A NetworkAttachmentDefinition holds a conflist that is the same on all nodes. Where Kubernetes assigns the \
        ranges there is a template instead, which nobody but containerd fills in.
        """,
      wrong: "addresses: {ranges: kubernetes}\noutputs: [networkAttachment]",
      right: "addresses: {ranges: kubernetes}\noutputs: [daemonSet]"),
    Rule(
      reading: "output-too-large", .error, "networks that are too large for a ConfigMap",
      effect: "The API server takes 1048576 bytes for all files of a ConfigMap together and refuses more.",
      wrong: "outputs: [daemonSet]", right: "outputs: [cloudInit]"),
    Rule(
      reading: "output-differs-by-target", .warning, "one object of Kubernetes that is different for each target",
      effect: """
        A cluster has one NetworkAttachmentDefinition of a name. That of the target that is applied last holds for \
        the nodes of all targets, and plugins that are too old for its cniVersion refuse it.
        """,
      wrong: "targets: [{name: old, plugins: 0.9.1}, {name: new, plugins: 1.9.1}]\noutputs: [networkAttachment]",
      right: "network: {cniVersion: 0.4.0}\noutputs: [networkAttachment]"),
  ]
}
