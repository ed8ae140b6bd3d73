import Catalogue
import CNIModel
import Diagnostics

extension Rule {
  static let pluginNotInstalled = Rule(
    "plugin-not-installed", .error, "a plugin that does not lie on the node",
    effect: """
      A Capabilities document lists the plugins that lie on a node. What it does not list is not there, whatever the \
      release ships: ADD fails with "failed to find plugin".
      """,
    wrong: #"{"type": "vrf"}"#,
    right: #"{"type": "bridge"}"#,
    facts: ["libcni: find_plugin"]
  ) { subject, findings in
    for reference in subject.pluginReferences where subject.target.lacks(reference.type) {
      // A slip in the name, or a path, is a fault of its own.
      guard PluginName.meant(by: reference, in: subject.target) == nil, !reference.type.contains("/") else { continue }
      findings.report(
        "\(reference.type) does not lie on the node", at: reference.range,
        notes: subject.notes(onMissingBinary: reference)
          + [.init("the plugins of the node are listed here", at: subject.target.capabilities?.place)],
        help: "install it there and measure again, or leave it out")
    }
  }

  static let pluginDoesNotAnswer = Rule(
    "plugin-does-not-answer", .warning, "a plugin that lies on the node and did not answer when it was asked",
    effect: """
      Every plugin answers VERSION with the spec versions that it takes. One that crashes, hangs or prints something \
      else may do so at ADD too, and nobody can tell which cniVersion suits it.
      """,
    wrong: #"{"type": "some-broken-plugin"}"#,
    right: #"{"type": "bridge"}"#,
    facts: ["libcni: VERSION"]
  ) { subject, findings in
    for reference in subject.pluginReferences {
      guard let fault = subject.target.capabilities?[reference.type]?.fault else { continue }
      findings.report(
        "\(reference.type) of the node did not answer VERSION: \(fault.value)", at: reference.range,
        notes: [.init("it was measured here", at: fault.range)],
        help: "repair the plugin on the node, and measure again")
    }
  }

  static let loopbackNotInstalled = Rule(
    node: "loopback-not-installed", .error, "a node without the loopback plugin that containerd runs for every pod",
    effect: """
      containerd attaches lo to every pod by the plugin loopback, whatever the files in conf_dir say. Without the \
      binary no pod starts: failed to find plugin "loopback". containerd 2.0 and later can do without it where \
      use_internal_loopback is set.
      """,
    wrong: "plugins: [{type: bridge, …}, {type: host-local, …}]",
    right: "plugins: [{type: bridge, …}, {type: host-local, …}, {type: loopback, …}]",
    facts: ["known_issues: loopback-1.0.0"]
  ) { subject, findings in
    let target = subject.target
    guard !subject.hasInternalLoopback, let capabilities = target.capabilities,
      target.lacks(Containerd.Loopback.pluginType)
    else { return }
    findings.report(
      "\(target.runtimeName) runs the plugin loopback for every pod, and it does not lie on the node",
      at: capabilities.place,
      notes: [.init("no pod starts: failed to find plugin \"loopback\" in path […]")],
      help: target.containerd.version >= Containerd.Loopback.internalSince
        ? "install it there, or set internalLoopback: true under containerd" : "install it there")
  }
}
