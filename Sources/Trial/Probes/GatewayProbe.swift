import NetworkTypes

/// Each container reaches the gateway that it was told, in each family.
enum GatewayProbe: CallProbe {
  static func calls(in scene: Scene) -> [PlannedCall] {
    IPAddress.Family.allCases.flatMap { family -> [PlannedCall] in
      guard let range = scene.outlook.gateway(family) else { return [] }
      return scene.attachments.enumerated().compactMap { index, attachment in
        let gateways = attachment.result?.assignments.compactMap(\.gateway) ?? []
        guard let gateway = gateways.first(where: { $0.family == family }) else { return nil }
        return PlannedCall(
          probe: "gateway", subject: "\(family.name), from container \(index + 1)",
          call: Call(caller: attachment.container.namespace, address: gateway, port: Party.port),
          expected: (scene.outlook.carrier == .segment ? .outside : .host, []), range: range)
      }
    }
  }
}
