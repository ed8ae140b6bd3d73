import CNIModel
import Diagnostics
import NetworkTypes

/// A port of the node leads the machine outside to each container, by TCP and UDP, in each family.
enum HostPortProbe: CallProbe {
  static func calls(in scene: Scene) -> [PlannedCall] {
    guard let promise = scene.portPromise else { return [] }
    return scene.attachments.enumerated().flatMap { index, _ -> [PlannedCall] in
      IPAddress.Family.allCases.flatMap { family -> [PlannedCall] in
        guard scene.address(family, of: index) != nil else { return [] }
        return Transport.allCases.map { transport in
          PlannedCall(
            probe: "host-port", subject: "\(transport.rawValue) over \(family.name), to container \(index + 1)",
            call: Call(
              caller: scene.world.outside, address: scene.world.peers(family).host.address,
              port: RuntimeArguments.ports(of: index + 1).host, transport: transport),
            expected: (.container(index), promise.callers(family, at: index, scene)),
            range: promise.plugin?["masqAll"]?.range ?? promise.range,
            // Conditions may leave out just this caller.
            otherwise: promise.hasConditions(family) ? .noted : .failed)
        }
      }
    }
  }
}

/// A container reaches itself through its own port of the node.
enum HairpinProbe: CallProbe {
  static func calls(in scene: Scene) -> [PlannedCall] {
    guard let promise = scene.portPromise, scene.outlook.carrier == .node else { return [] }
    let key = scene.outlook.plugin?["hairpinMode"]
    let isPromised = key?.bool == true && promise.plugin?["snat"]?.bool != false
    return IPAddress.Family.allCases.compactMap { family in
      guard let address = scene.address(family, of: 0), address.family == family else { return nil }
      return PlannedCall(
        probe: "hairpin", subject: family.name,
        call: Call(
          caller: scene.attachments[0].container.namespace, address: scene.world.peers(family).host.address,
          port: RuntimeArguments.ports(of: 1).host, patience: isPromised ? Call.patience : Call.shortPatience),
        expected: (.container(0), []), range: key?.range ?? promise.range,
        otherwise: isPromised ? .failed : .noted)
    }
  }
}

/// What says that ports of the node lead to containers.
struct PortPromise {
  let plugin: Plugin?
  let range: SourceRange

  /// Whom a container sees, where that is said: with `masqAll` always the node, at the gateway's address.
  func callers(_ family: IPAddress.Family, at index: Int, _ scene: Scene) -> [IPAddress] {
    guard let plugin, plugin.isOn("masqAll") else { return [] }
    return (scene.attachments[index].result?.assignments.compactMap(\.gateway) ?? []).filter { $0.family == family }
  }

  func hasConditions(_ family: IPAddress.Family) -> Bool {
    plugin?[family == .ipv4 ? "conditionsV4" : "conditionsV6"] != nil
  }
}

extension Scene {
  /// portmap promises it by being there, whether it declares its capability or not; the user may ask for it besides.
  var portPromise: PortPromise? {
    if let portmap = plugins("portmap").first { return PortPromise(plugin: portmap, range: portmap.typeRange) }
    let declared = chain.list.plugins.first { $0.declares("portMappings") }
    if let declared { return PortPromise(plugin: declared, range: declared.typeRange) }
    return expectsPorts ? PortPromise(plugin: nil, range: interfacePlace) : nil
  }
}
