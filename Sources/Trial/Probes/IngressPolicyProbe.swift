import CNIModel
import NetworkTypes

/// With a policy that keeps bridges apart nobody of another bridge reaches a container, and the other way round.
enum IngressPolicyProbe: CallProbe {
  static func calls(in scene: Scene) throws(TrialFault) -> [PlannedCall] {
    guard let stranger = scene.stranger, let policy = Stranger.policy(of: scene.chain.list) else { return [] }
    let addresses = try Scene.addresses(of: stranger, on: scene.device)
    let ways =
      scene.addresses[0].map { (stranger.container, $0.address, "from another bridge") }
      + addresses.map { (scene.attachments[0].container, $0.address, "to another bridge") }
    return ways.map { container, address, way in
      PlannedCall(
        probe: "ingress-policy", subject: "\(address.family.name), \(way)",
        call: Call(
          caller: container.namespace, address: address, port: RuntimeArguments.containerPort,
          patience: Call.shortPatience),
        expected: nil, range: policy.range)
    }
  }
}
