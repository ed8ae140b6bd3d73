import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let bandwidthNeedsVeth = Rule(
    "bandwidth-needs-veth", .error, "bandwidth behind a plugin whose interface is no veth",
    effect: """
      bandwidth limits traffic at the node's end of a veth pair, which only bridge and ptp make. Behind macvlan, \
      ipvlan, vlan, host-device, dummy and tap ADD fails from 0.8.1 on, as soon as there is a rate.
      """,
    wrong: #"[{"type": "macvlan"}, {"type": "bandwidth", "capabilities": {"bandwidth": true}}]"#,
    right: #"[{"type": "bridge"}, {"type": "bandwidth", "capabilities": {"bandwidth": true}}]"#,
    facts: ["bandwidth: the container interface must be a veth"]
  ) { subject, findings in
    guard let interface = subject.list.interfacePlugin,
      interface.isOne(of: "macvlan", "ipvlan", "vlan", "host-device", "dummy", "tap"),
      interface.isKnown(in: subject.target)
    else { return }
    for plugin in subject.list.plugins where plugin.type == "bandwidth" && plugin.index > interface.index {
      guard plugin.isKnown(in: subject.target), plugin.release(in: subject.target) >= "0.8.1",
        plugin.hasOwnRates || plugin.declares("bandwidth")
      else { continue }
      let text = "container interface eth0 has no veth peer: interface \"eth0\" was not a veth interface"
      findings.report(
        "bandwidth needs a veth pair, and \(interface.type) makes none", at: plugin.typeRange,
        notes: [
          .init(subject.target.addFails("bandwidth", text)),
          .init("the interface is made here", at: interface.typeRange),
        ],
        help: "leave bandwidth out, or use bridge or ptp")
    }
  }

  static let ingressPolicyWithoutBridge = Rule(
    "ingress-policy-without-bridge", .error, "an ingress policy about bridges behind a plugin that makes none",
    effect: """
      From 1.1.0 on firewall takes the first interface of the result before it for the bridge. Behind ptp that is the \
      node's end of the pod's own veth pair: pods cannot reach each other and mapped ports are cut off. ADD succeeds.
      """,
    wrong: #"[{"type": "ptp"}, {"type": "firewall", "ingressPolicy": "same-bridge"}]"#,
    right: #"[{"type": "bridge"}, {"type": "firewall", "ingressPolicy": "same-bridge"}]"#,
    facts: ["firewall: same-bridge and isolated take the FIRST interface"]
  ) { subject, findings in
    guard let interface = subject.list.interfacePlugin, !interface.isOne(of: "bridge", "flannel"),
      interface.isKnown(in: subject.target)
    else { return }
    for plugin in subject.list.plugins where plugin.type == "firewall" && plugin.index > interface.index {
      guard let key = plugin.facts?.key("ingressPolicy"), let value = plugin["ingressPolicy"],
        let policy = value.string,
        policy == "same-bridge" || policy == "isolated",
        case let release = plugin.release(in: subject.target), key.span.contains(release),
        key.values(in: release).contains(policy)
      else { continue }
      let effect =
        interface.type == "ptp"
        ? "the node's end of each pod counts as its bridge: pods cannot reach each other and mapped ports are cut off"
        : "the first interface of the result counts as the bridge, and \(interface.type) returns none"
      findings.report(
        "\(plugin.word("ingressPolicy")) \"\(policy)\" is about bridges, and \(interface.type) makes none",
        at: value.range,
        notes: [.init("ADD succeeds; \(effect)"), .init("the interface is made here", at: interface.typeRange)],
        help: "leave \(plugin.word("ingressPolicy")) out, or use bridge")
    }
  }

  static let macspoofchkWithTuningMAC = Rule(
    "macspoofchk-with-tuning-mac", .error, "a MAC address set behind a bridge that checks for another",
    effect: """
      macspoofchk (1.1.0) pins the MAC address that the interface has when bridge is done. tuning changes it after \
      that, ADD succeeds, and the bridge drops every frame of the pod.
      """,
    wrong: #"[{"type": "bridge", "macspoofchk": true}, {"type": "tuning", "capabilities": {"mac": true}}]"#,
    right: #"[{"type": "bridge", "macspoofchk": true, "capabilities": {"mac": true}}, {"type": "tuning"}]"#,
    facts: ["tuning: a MAC set here after a bridge with macspoofchk"]
  ) { subject, findings in
    guard let bridge = subject.list.interfacePlugin, bridge.type == "bridge", bridge.isKnown(in: subject.target),
      bridge.release(in: subject.target) >= "1.1.0", bridge.isOn("macspoofchk")
    else { return }
    for plugin in subject.list.plugins where plugin.type == "tuning" && plugin.index > bridge.index {
      guard let facts = plugin.facts, plugin.isKnown(in: subject.target) else { continue }
      let release = plugin.release(in: subject.target)
      let key = plugin["mac"].flatMap { ($0.string ?? "").isEmpty ? nil : $0 }
      let capability = plugin["capabilities"]?.member("mac")?.value
      let notes: [Diagnostic.Note] = [
        .init("the bridge pins the address of before and drops every frame of the pod"),
        .init("the check is switched on here", at: bridge["macspoofchk"]?.range),
      ]
      let checked = "and the bridge checks for another (\(bridge.word("macspoofchk")))"
      if let key, facts.key("mac")?.span.contains(release) ?? false {
        findings.report(
          "\(plugin.word("mac")) changes the MAC address, \(checked)", at: key.range, notes: notes,
          help: "leave it out, or switch \(bridge.word("macspoofchk")) off")
      }
      if let capability, capability.bool == true, facts.reads(capability: "mac", in: release) {
        findings.report(
          "the capability mac of tuning changes the MAC address, \(checked)", at: capability.range, notes: notes,
          help: "declare the capability mac on bridge")
      }
    }
  }

  static let hostPortBehindMACVLAN = Rule(
    "hostport-behind-macvlan", .warning, "portmap behind macvlan or ipvlan",
    effect: """
      A node cannot reach the macvlan interfaces on its own device, nor the ipvlan ones of mode l2. portmap sends what \
      comes to a host port to such an interface by way of the node, so the port is dead.
      """,
    wrong: #"[{"type": "macvlan"}, {"type": "portmap", "capabilities": {"portMappings": true}}]"#,
    right: #"[{"type": "bridge"}, {"type": "portmap", "capabilities": {"portMappings": true}}]"#,
    facts: ["traps: 148-portmap-after-ipvlan"]
  ) { subject, findings in
    guard let interface = subject.list.interfacePlugin, interface.isKnown(in: subject.target),
      interface.type == "macvlan"
        || (interface.type == "ipvlan" && ["l2", ""].contains(interface["mode"]?.string ?? ""))
    else { return }
    for plugin in subject.list.plugins where plugin.type == "portmap" && plugin.index > interface.index {
      findings.report(
        "host ports do not reach a pod on \(interface.type)", at: plugin.typeRange,
        notes: [
          .init("ADD succeeds; a node cannot reach the \(interface.type) interfaces of its own device"),
          .init("the interface is made here", at: interface.typeRange),
        ],
        help: "leave portmap out, or use bridge")
    }
  }

  static let sourceRoutingOnOnlyInterface = Rule(
    "source-routing-on-only-interface", .warning, "sbr on the first network of a node",
    effect: """
      sbr moves the routes of its interface into a table of their own, from 100 on. On the pod's first interface the \
      main table then has no default route. With the key table (1.6.0) it only adds a rule.
      """,
    wrong: #"[{"type": "ptp", "ipam": {"type": "dhcp"}}, {"type": "sbr"}]"#,
    right: #"[{"type": "ptp", "ipam": {"type": "dhcp"}}]"#,
    facts: ["sbr: table", "traps: 149-source-routing-on-only-ptp"]
  ) { subject, findings in
    guard subject.earlier.isEmpty, let interface = subject.list.interfacePlugin, interface.hasIPAM,
      interface.isKnown(in: subject.target)
    else { return }
    for plugin in subject.list.plugins where plugin.type == "sbr" && plugin.index > interface.index {
      guard plugin.isKnown(in: subject.target) else { continue }
      let release = plugin.release(in: subject.target)
      let readsTable = plugin.facts?.key("table")?.span.contains(release) ?? false
      if readsTable, plugin["table"] != nil { continue }
      findings.report(
        "sbr takes the routes of the pod's first interface out of the main table", at: plugin.typeRange,
        notes: [.init("ADD succeeds; the routes move to table 100, the main table has no default route any more")],
        help: "use sbr on further networks only")
    }
  }
}

extension Plugin {
  /// Whether a bandwidth plugin states limits itself; one that does ignores those of the runtime.
  var hasOwnRates: Bool {
    ["ingressRate", "ingressBurst", "egressRate", "egressBurst"].contains { value[$0] != nil }
  }
}
