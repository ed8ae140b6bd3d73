import CNIModel
import Diagnostics
import NetworkTypes

/// A container receives and sends as fast as its limits say, within 15 %, once the burst is used up.
enum BandwidthProbe {
  /// A limit in one direction.
  private struct Limit {
    let direction: Direction
    let rate: Int
    let burst: Int
    let range: SourceRange
  }

  private enum Direction: String {
    case ingress
    case egress
  }

  /// How far a measurement may be from the limit.
  private static let tolerance = 0.15
  /// Below that too few packets pass in a second to tell the rate by.
  private static let slowest = 32_000

  static func look(at scene: Scene, progress: (String) -> Void) throws(TrialFault) -> [Finding] {
    var findings: [Finding] = []
    for plugin in scene.plugins("bandwidth") {
      for limit in limits(of: plugin) {
        progress("measuring how fast a container \(limit.direction == .ingress ? "receives" : "sends")")
        findings.append(try finding(for: limit, scene))
      }
    }
    return findings
  }

  /// Rates of its own make the plugin ignore what the runtime asks for.
  private static func limits(of plugin: Plugin) -> [Limit] {
    let directions = [Direction.ingress, .egress]
    let own = directions.compactMap { direction -> Limit? in
      guard let rate = plugin["\(direction.rawValue)Rate"], let number = rate.integer, number > 0 else { return nil }
      let burst = plugin["\(direction.rawValue)Burst"]?.integer ?? 0
      return Limit(direction: direction, rate: number, burst: burst, range: rate.range)
    }
    guard own.isEmpty, let place = plugin["capabilities"]?.member("bandwidth"), plugin.declares("bandwidth") else {
      return own
    }
    let asked = RuntimeArguments.bandwidth
    return directions.map { direction in
      Limit(
        direction: direction, rate: direction == .ingress ? asked.ingressRate : asked.egressRate, burst: asked.burst,
        range: place.nameRange)
    }
  }

  private static func finding(for limit: Limit, _ scene: Scene) throws(TrialFault) -> Finding {
    let subject = limit.direction == .ingress ? "what a container receives" : "what a container sends"
    let report = { (seen: String, state: Finding.State) in
      Finding(
        "bandwidth", subject, expected: "\(words(Double(limit.rate))) within 15 %", seen: seen, state, at: limit.range)
    }
    guard limit.rate >= slowest else {
      return report(
        "not measured: \(limit.rate / 8) bytes a second are too few to tell, and too few to work with", .noted)
    }
    guard let way = way(of: limit.direction, scene) else {
      return report("not measured: the container and the node do not reach each other", .noted)
    }
    let isNear = { (rate: Double) in abs(rate - Double(limit.rate)) <= tolerance * Double(limit.rate) }
    var measure = try self.measure(limit, way)
    // On a busy machine the one who measures may have had no turn; a limit that is wrong is so every time.
    if case .rate(let rate) = measure, !isNear(rate) { measure = try self.measure(limit, way) }
    switch measure {
    case .rate(let rate):
      return report(words(rate), isNear(rate) ? .held : .failed)
    case .burstNotUsedUp:
      return report("not measured: a burst of \(words(Double(limit.burst), of: "bit")) is not used up in time", .noted)
    case .senderTooSlow(let rate):
      return report("not measured: this machine sends no more than \(words(rate))", .noted)
    }
  }

  private static func measure(_ limit: Limit, _ way: Way) throws(TrialFault) -> Throughput.Measure {
    try Throughput.measure(
      from: way.from, to: way.address, in: way.to, payload: limit.rate < 1_000_000 ? 200 : 1200,
      limit: Double(limit.rate), burst: Double(limit.burst))
  }

  /// From one namespace to an address in another.
  private typealias Way = (from: NetworkNamespace, to: NetworkNamespace, address: IPAddress)

  /// Between the node and the first container.
  private static func way(of direction: Direction, _ scene: Scene) -> Way? {
    let container = scene.attachments[0].container.namespace
    for family in IPAddress.Family.allCases where scene.outlook.gateway(family) != nil {
      guard let own = scene.address(family, of: 0),
        let gateway = scene.attachments[0].result?.assignments.compactMap(\.gateway).first(where: {
          $0.family == family
        })
      else { continue }
      return direction == .ingress ? (scene.world.host, container, own) : (container, scene.world.host, gateway)
    }
    return nil
  }

  /// A rate in the unit that suits it.
  private static func words(_ bits: Double, of unit: String = "bit/s") -> String {
    let scales = [(1e9, "G"), (1e6, "M"), (1e3, "k")]
    guard let (scale, prefix) = scales.first(where: { bits >= $0.0 }) else { return "\(Int(bits)) \(unit)" }
    let tenths = Int((bits / scale * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) \(prefix)\(unit)"
  }
}
