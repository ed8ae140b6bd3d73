import CNIModel
import Diagnostics
import NetworkTypes

/// Two containers of the network reach each other, and each sees the other's own address; where the list keeps them
/// apart, they do not.
enum NeighbourProbe: CallProbe {
  static func calls(in scene: Scene) -> [PlannedCall] {
    let outlook = scene.outlook
    guard scene.attachments.count == 2, outlook.letsContainersMeet || outlook.separation != nil else { return [] }
    return [(0, 1), (1, 0)].flatMap { from, to -> [PlannedCall] in
      scene.addresses[to].map { address in
        PlannedCall(
          probe: "container-to-container", subject: "\(address.family.name), container \(from + 1) to \(to + 1)",
          call: Call(
            caller: scene.attachments[from].container.namespace, address: address.address,
            port: RuntimeArguments.containerPort,
            patience: outlook.separation == nil ? Call.patience : Call.shortPatience),
          expected: outlook.separation == nil
            ? (.container(to), scene.addresses(address.family, of: from)) : nil,
          range: outlook.separation ?? scene.interfacePlace)
      }
    }
  }
}

extension Outlook {
  /// What keeps the containers of one node apart: macvlan's private mode, ports of a bridge that are isolated, a policy.
  var separation: SourceRange? {
    if let plugin {
      if plugin.type == "macvlan", let mode = plugin["mode"], mode.string == "private" { return mode.range }
      if plugin.type == "bridge", plugin.isOn("portIsolation") { return plugin["portIsolation"]?.range }
    }
    return list.plugins.lazy.filter { $0.type == "firewall" }.compactMap { $0["ingressPolicy"] }
      .first { $0.string == "isolated" }?.range
  }

  /// Whether containers of one node are meant to reach each other. macvlan's vepa leaves it to the switch.
  var letsContainersMeet: Bool {
    guard carrier != .none, separation == nil else { return false }
    return plugin?.type != "macvlan" || plugin?["mode"]?.string ?? "bridge" == "bridge"
  }
}
