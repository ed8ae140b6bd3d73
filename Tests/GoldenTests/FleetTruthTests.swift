import Foundation
import TestSupport
import Testing

/// Every node of a fleet gets what its own software takes: exactly the files of a profile that states this node's target
/// and subnets, built alone.
@Suite struct FleetTruthTests {
  /// The releases of each generation of `profiles/mixed-upgrade`, and what such a node must get, written down by hand.
  private static let generations: [(name: String, containerd: String, plugins: String, version: String, schema: Int)] =
    [
      ("autumn-2021", "1.5.18", "0.9.1", "0.4.0", 2), ("debian-12", "1.6.20", "1.1.1", "1.0.0", 2),
      ("last-of-1", "1.7.34", "1.5.1", "1.0.0", 2), ("first-of-2", "2.0.11", "1.6.2", "1.1.0", 3),
      ("spring-2025", "2.1.9", "1.7.1", "1.1.0", 3), ("autumn-2025", "2.2.7", "1.8.0", "1.1.0", 3),
      ("newest", "2.3.4", "1.9.1", "1.1.0", 4),
    ]

  private static func profile(_ containerd: String, _ plugins: String, _ subnets: [String], vlan: String) -> String {
    let bridge = vlan.isEmpty ? "name: cni0" : "name: br-tenant, vlan: \(vlan)"
    return """
      apiVersion: cnigen/v1
      kind: Profile
      name: alone
      target: {containerd: \(containerd), plugins: \(plugins)}
      network:
        name: pods
        bridge: {\(bridge), gateway: true, masquerade: true, hairpin: true}
        addresses: {ranges: ["\(subnets.joined(separator: "\", \""))"], routes: [default]}
        portMappings: true
      containerd:
        binDirs: [/usr/lib/cni]
        confDir: /etc/cni/net.d

      """
  }

  @Test func everyNodeOfAnUpgradeGetsWhatItsProfileAloneWould() async throws {
    try await withScratch { scratch in
      let fleet = TestFiles.path("../profiles/mixed-upgrade/fleet.yaml")
      try cnigen(["build", fleet, "-o", "whole", "--strict"], in: scratch.path).required()
      let lock = try TestFiles.text("../profiles/mixed-upgrade/mixed-upgrade.lock").split(separator: "\n").dropFirst()
      let subnets = Dictionary(
        uniqueKeysWithValues: lock.map { line in
          let words = line.split(separator: " ").map(String.init)
          return (words[0], Array(words.dropFirst()))
        })
      let rows = try TestFiles.text("../profiles/mixed-upgrade/nodes.csv").split(separator: "\n").dropFirst()
      #expect(rows.count == 70)
      for row in rows {
        let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let generation = try #require(Self.generations.first { $0.name == cells[1] })
        let text = Self.profile(
          generation.containerd, generation.plugins, try #require(subnets[cells[0]]), vlan: cells[2])
        try scratch.file("alone.yaml", text)
        try cnigen(["build", "alone.yaml", "-o", "alone/\(cells[0])", "-q"], in: scratch.path).required()
        try FileManager.default.removeItem(atPath: scratch("alone/\(cells[0])/SHA256SUMS"))

        let list = try String(contentsOfFile: scratch("whole/\(cells[0])/10-pods.conflist"), encoding: .utf8)
        #expect(list.contains("\"cniVersion\": \"\(generation.version)\""), "\(row)")
        // plugins 1.3.0 brought the key, and with it a default that moved later.
        let isSaid = !cells[2].isEmpty && !["0.9.1", "1.1.1"].contains(generation.plugins)
        #expect(list.contains("preserveDefaultVlan") == isSaid, "\(row)")
        let config = try String(contentsOfFile: scratch("whole/\(cells[0])/config.toml"), encoding: .utf8)
        #expect(config.hasPrefix("version = \(generation.schema)\n"), "\(row)")
      }
      try run("/usr/bin/diff", ["-r", "--exclude=SHA256SUMS", scratch("whole"), scratch("alone")]).required()
    }
  }

  /// A finding of many nodes is one, with their number, the first names, and the line of the pool.
  @Test func findingsOfAGenerationNameItsPool() async throws {
    try await withScratch { scratch in
      let fleet = try TestFiles.text("../profiles/mixed-upgrade/fleet.yaml")
        .replacing("hairpin: true}", with: "hairpin: true, portIsolation: true}")
      try scratch.file("fleet.yaml", fleet)
      try scratch.file("nodes.csv", try TestFiles.text("../profiles/mixed-upgrade/nodes.csv"))
      let outcome = try cnigen(["build", "fleet.yaml", "--format", "json"], in: scratch.path)
      #expect(outcome.end == .exited(1))
      let findings = try JSONSerialization.jsonObject(with: Data(outcome.errors.utf8)) as? [[String: Any]] ?? []
      // plugins 1.7.0 brought it: 6, 9, 12 and 10 nodes have older ones.
      let errors = findings.filter { $0["severity"] as? String == "error" }
      #expect(errors.allSatisfy { $0["rule"] as? String == "key-too-new" } && (1...3).contains(errors.count))
      let lines = fleet.split(separator: "\n", omittingEmptySubsequences: false)
      var count = 0
      for error in errors {
        let notes = error["notes"] as? [[String: Any]] ?? []
        let note = try #require(notes.first { ($0["message"] as? String)?.hasPrefix("for ") ?? false })
        let message = try #require(note["message"] as? String)
        count += try #require(message.split(separator: " ").dropFirst().first.flatMap { Int($0) })
        #expect(message.contains(" more"), "\(message)")
        if let pool = message.firstMatch(of: /of the pool ([a-z0-9-]+):/) {
          let line = try #require(note["line"] as? Int)
          #expect(lines[line - 1].contains("name: \(pool.output.1)"))
        }
      }
      #expect(count == 37)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted() == ["fleet.yaml", "nodes.csv"])
    }
  }

  /// What a node reports fills in what profile and pools leave open, and nothing else.
  @Test(arguments: [
    ("{plugins: 1.1.1}", "", 2, "0.4.0"), ("{containerd: 1.7.34, plugins: 1.5.1}", "", 2, "1.0.0"),
    (
      "{plugins: 1.6.2}", "pools: [{name: new, match: {names: [a]}, target: {containerd: 2.1.9, plugins: 1.7.1}}]", 3,
      "1.1.0"
    ),
    ("{plugins: 1.6.2}", "pools: [{name: new, match: {names: [a]}, target: {plugins: 1.7.1}}]", 2, "0.4.0"),
  ])
  func aNodeReportsItsTarget(_ target: String, _ pools: String, _ schema: Int, _ version: String) async throws {
    try await withScratch { scratch in
      try scratch.file(
        "fleet.yaml",
        """
        apiVersion: cnigen/v1
        kind: Fleet
        name: site
        profile:
          target: \(target)
          network: {name: pods, bridge: {name: cni0, gateway: true, hairpin: true}, addresses: {ranges: [], routes: [default]}}
          containerd: {confDir: /etc/cni/net.d}
        allocate: [{from: 10.244.0.0/16, prefix: 24}]
        nodes: [{from: nodes.json}]
        \(pools)

        """)
      try scratch.file(
        "nodes.json",
        """
        {"kind": "List", "items": [{"kind": "Node", "metadata": {"name": "a"}, "spec": {"podCIDRs": ["10.244.3.0/24"]},
         "status": {"nodeInfo": {"containerRuntimeVersion": "containerd://1.5.18", "kubeletVersion": "v1.23.1"}}}]}
        """)
      try cnigen(["build", "fleet.yaml"], in: scratch.path).required()
      let list = try String(contentsOfFile: scratch("out/a/10-pods.conflist"), encoding: .utf8)
      #expect(list.contains("\"cniVersion\": \"\(version)\"") && list.contains("10.244.3.0/24"))
      let config = try String(contentsOfFile: scratch("out/a/config.toml"), encoding: .utf8)
      #expect(config.hasPrefix("version = \(schema)\n"))
    }
  }
}
