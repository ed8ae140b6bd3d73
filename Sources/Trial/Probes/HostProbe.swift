import NetworkTypes

/// A container reaches the node by its own address, where it has a default route that leads over the node.
enum HostProbe: CallProbe {
  static func calls(in scene: Scene) -> [PlannedCall] {
    guard scene.outlook.carrier == .node else { return [] }
    return IPAddress.Family.allCases.compactMap { family in
      guard let range = scene.outlook.defaultRoute(family)?.range, scene.address(family, of: 0) != nil else {
        return nil
      }
      return PlannedCall(
        probe: "container-to-host", subject: family.name,
        call: Call(
          caller: scene.attachments[0].container.namespace, address: scene.world.peers(family).host.address,
          port: Party.port),
        expected: (.host, []), range: range)
    }
  }
}
