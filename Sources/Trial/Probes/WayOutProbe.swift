import NetworkTypes

/// A machine outside the subnet is reached in each family. With masquerade it sees the node's address, without it the
/// container's own.
enum WayOutProbe: CallProbe {
  static func calls(in scene: Scene) -> [PlannedCall] {
    let outlook = scene.outlook
    let families = IPAddress.Family.allCases.filter { scene.address($0, of: 0) != nil }
    let leaving = families.filter { outlook.defaultRoute($0) != nil }
    return families.compactMap { family in
      guard let range = outlook.masquerade ?? outlook.defaultRoute(family)?.range else { return nil }
      let isMasqueraded = outlook.masquerade != nil
      let peers = scene.world.peers(family)
      let callers = isMasqueraded ? [peers.host.address] : scene.addresses(family, of: 0)
      // Where another family has a way out, one without is worth a word: the list may mean it so.
      let isAside = outlook.defaultRoute(family) == nil && !leaving.isEmpty
      return PlannedCall(
        probe: isMasqueraded ? "masquerade" : "way-out", subject: family.name,
        call: Call(
          caller: scene.attachments[0].container.namespace, address: peers.outside.address, port: Party.port),
        expected: (.outside, callers), range: range, otherwise: isAside ? .noted : .failed)
    }
  }
}
