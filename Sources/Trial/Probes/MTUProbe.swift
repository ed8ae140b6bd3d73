import CNIModel
import Diagnostics
import NetworkTypes

/// The containers' device has the MTU that the list names.
enum MTUProbe: TableProbe {
  static func look(at scene: Scene) throws(TrialFault) -> [Finding] {
    guard let promise = scene.outlook.mtu else { return [] }
    var seen: [String] = []
    for attachment in scene.attachments {
      let mtu = try attachment.container.namespace.inside { () throws(TrialFault) in
        try Devices().named(scene.device)?.mtu
      }
      seen.append(mtu.map(String.init) ?? "no device")
    }
    let holds = seen.allSatisfy { $0 == "\(promise.value)" }
    return [
      Finding(
        "mtu", expected: "\(promise.value)", seen: seen.joined(separator: ", "), holds ? .held : .failed,
        at: promise.range)
    ]
  }
}

/// Packets as large as the containers' device lets them be arrive whole at the neighbour and at the node.
enum WholePacketProbe: CallProbe {
  static func calls(in scene: Scene) throws(TrialFault) -> [PlannedCall] {
    guard scene.outlook.letsContainersMeet else { return [] }
    let container = scene.attachments[0].container
    let mtu = try container.namespace.inside { () throws(TrialFault) in try Devices().named(scene.device)?.mtu }
    guard let mtu else { return [] }
    let range = scene.outlook.mtu?.range ?? scene.interfacePlace
    return IPAddress.Family.allCases.flatMap { family -> [PlannedCall] in
      guard let own = scene.address(family, of: 0) else { return [] }
      // Behind the IP header and the 8 bytes of UDP, and never more than UDP can say.
      let size = min(mtu, 65_535) - (own.family == .ipv4 ? 28 : 48)
      guard size > 0 else { return [] }
      var goals: [(Party, IPAddress, UInt16)] = []
      if scene.attachments.count == 2, let other = scene.address(family, of: 1) {
        goals.append((.container(1), other, RuntimeArguments.containerPort))
      }
      if scene.outlook.gateway(family) != nil, scene.outlook.carrier == .node,
        let gateway = scene.attachments[0].result?.assignments.compactMap(\.gateway).first(where: {
          $0.family == family
        })
      {
        goals.append((.host, gateway, Party.port))
      }
      return goals.map { party, address, port in
        PlannedCall(
          probe: "mtu-end-to-end", subject: "\(family.name), to \(party.words)",
          call: Call(
            caller: container.namespace, address: address, port: port, transport: .udp, wholeDatagram: size),
          expected: (party, []), range: range)
      }
    }
  }
}

extension Outlook {
  /// The MTU that the containers are promised: the last plugin that sets one wins. 0 stands for the kernel's own.
  var mtu: Located<Int>? {
    for plugin in list.plugins.reversed() where plugin === self.plugin || plugin.type == "tuning" {
      guard let value = plugin["mtu"], let number = value.integer, number != 0 else { continue }
      return Located(number, at: value.range)
    }
    return nil
  }
}
