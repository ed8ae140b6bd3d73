import Testing

@testable import Plan

/// Held against what a wave may be, for fleets of all kinds.
@Suite struct WavePlannerTests {
  private func node(_ name: String, _ pool: String?, _ label: String? = nil, control: Bool = false)
    -> WavePlanner.PlannedNode
  {
    WavePlanner.PlannedNode(
      name: name, procedure: name.utf8.count % 2, pool: pool, label: label, isControlPlane: control)
  }

  private func fleet() -> [WavePlanner.PlannedNode] {
    (1...2).map { node("cp-\($0)", "control", "r\($0)", control: true) }
      + (1...40).map { node("edge-\($0)", "edge", "r\($0 % 3)") } + (1...7).map { node("gpu-\($0)", "gpu", nil) }
  }

  /// Every node once, no wave too large, no wave of two pools or two racks.
  @Test(arguments: ["10%", "1", "5", "100%"], [0, 1, 3])
  func wavesKeepTheirLimits(_ limit: String, _ canary: Int) throws {
    for label in [nil, "rack"] { try check(limit, label, canary) }
  }

  private func check(_ limit: String, _ label: String?, _ canary: Int) throws {
    var options = PlanOptions()
    options.maxUnavailable = try #require(MaxUnavailable(limit))
    options.label = label
    options.canary = canary
    let nodes = fleet()
    let totals: [String?: Int] = ["control": 2, "edge": 50, "gpu": 7]
    let waves = WavePlanner(options: options).waves(of: nodes, totals: totals)
    #expect(waves.flatMap { $0.parts.flatMap(\.nodes) }.sorted() == nodes.map(\.name).sorted())
    #expect(waves.map(\.number) == Array(1...waves.count))
    for wave in waves {
      let most = wave.isControlPlane ? 1 : options.maxUnavailable.nodes(of: totals[wave.pool] ?? 0)
      #expect(wave.count >= 1 && wave.count <= most)
      let members = nodes.filter { node in wave.parts.contains { $0.nodes.contains(node.name) } }
      #expect(Set(members.map(\.pool)).count == 1)
      if label != nil { #expect(Set(members.map(\.label)).count == 1) }
      for part in wave.parts { #expect(part.nodes.allSatisfy { $0.utf8.count % 2 == part.procedure }) }
    }
    let first = try #require(waves.first { $0.pool == "edge" })
    if canary > 0 { #expect(first.count <= canary) }
    #expect(waves.last?.isControlPlane == true && waves.first?.isControlPlane == false)
    options.controlPlaneIsFirst = true
    #expect(WavePlanner(options: options).waves(of: nodes, totals: totals).first?.isControlPlane == true)
  }

  @Test func poolsComeInTheirOrder() {
    let nodes = fleet() + [node("lone", nil)]
    let waves = WavePlanner(options: PlanOptions(), order: ["gpu", "edge", "control"]).waves(of: nodes, totals: [:])
    var pools: [String?] = []
    for wave in waves where pools.last != .some(wave.pool) { pools.append(wave.pool) }
    #expect(pools == ["gpu", "edge", nil, "control"])
  }

  @Test func nothingIsPlannedForNobody() {
    #expect(WavePlanner(options: PlanOptions()).waves(of: [], totals: [:]).isEmpty)
  }
}
