import Foundation
import TestSupport
import Testing

/// Fleets as a shell builds them, one run after the other.
@Suite struct FleetCommandTests {
  private static func fleet(nodes: String, _ more: String = "") -> String {
    """
    apiVersion: cnigen/v1
    kind: Fleet
    name: site
    profile:
      network:
        name: pods
        bridge: {name: cni0, gateway: true, hairpin: true}
        addresses: {ranges: [10.88.0.0/16], routes: [default]}
    allocate: [{from: 10.244.0.0/16, prefix: 24}]
    lock: site.lock
    nodes: \(nodes)
    \(more)

    """
  }

  /// The subnet that a node's conflist hands out, read with Foundation's parser.
  private func subnet(of node: String, in folder: String) throws -> String? {
    let data = try Data(contentsOf: URL(filePath: "\(folder)/\(node)/10-pods.conflist"))
    let list = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let ipam = (list?["plugins"] as? [[String: Any]])?.first?["ipam"] as? [String: Any]
    return (ipam?["ranges"] as? [[[String: String]]])?.first?.first?["subnet"]
  }

  /// Nodes come and go; those that stay keep their subnets, and nothing of anybody else is touched.
  @Test func aNodeKeepsItsSubnet() async throws {
    try await withScratch { scratch in
      try scratch.file("fleet.yaml", Self.fleet(nodes: "[\"n-[1-4]\"]"))
      try cnigen(["build", "fleet.yaml"], in: scratch.path).required()
      let before = try (1...4).map { try subnet(of: "n-\($0)", in: scratch("out")) }
      #expect(before == ["10.244.0.0/24", "10.244.1.0/24", "10.244.2.0/24", "10.244.3.0/24"])
      try scratch.file("out/n-2/mine.txt", "mine\n")

      try scratch.file("fleet.yaml", Self.fleet(nodes: "[a-0, n-1, n-3, n-4, z-9]"))
      try cnigen(["build", "fleet.yaml"], in: scratch.path).required()
      #expect(try subnet(of: "n-3", in: scratch("out")) == before[2])
      #expect(try subnet(of: "n-4", in: scratch("out")) == before[3])
      // What n-2 had is free, and goes to the first new name.
      #expect(try subnet(of: "a-0", in: scratch("out")) == before[1])
      #expect(try subnet(of: "z-9", in: scratch("out")) == "10.244.4.0/24")
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch("out/n-2")) == ["mine.txt"])
      try run("/usr/bin/env", ["--chdir=\(scratch("out"))", "sha256sum", "--check", "--quiet", "SHA256SUMS"]).required()
      let lock = try String(contentsOfFile: scratch("site.lock"), encoding: .utf8).split(separator: "\n")
      #expect(lock.dropFirst().map { $0.split(separator: " ")[0] } == ["a-0", "n-1", "n-3", "n-4", "z-9"])
    }
  }

  @Test func whoLeftMayKeepItsSubnet() async throws {
    try await withScratch { scratch in
      try scratch.file("fleet.yaml", Self.fleet(nodes: "[n-1, n-2]", "release: never"))
      try cnigen(["build", "fleet.yaml"], in: scratch.path).required()
      try scratch.file("fleet.yaml", Self.fleet(nodes: "[n-2, n-3]", "release: never"))
      try cnigen(["build", "fleet.yaml"], in: scratch.path).required()
      #expect(try subnet(of: "n-3", in: scratch("out")) == "10.244.2.0/24")
      #expect(try String(contentsOfFile: scratch("site.lock"), encoding: .utf8).contains("n-1 10.244.0.0/24\n"))
    }
  }

  /// One node gets the folder itself, and neither the lock nor another's files change.
  @Test func aNodeMakesItsOwnFiles() async throws {
    try await withScratch { scratch in
      try scratch.folder("site")
      try scratch.file("site/fleet.yaml", Self.fleet(nodes: "[\"n-[1-4]\"]"))
      try cnigen(["build", "site/fleet.yaml", "--node", "n-3", "-o", "net.d"], in: scratch.path).required()
      let made = try FileManager.default.contentsOfDirectory(atPath: scratch("net.d")).sorted()
      #expect(made == ["10-pods.conflist", "SHA256SUMS", "config.toml"])
      #expect(!FileManager.default.fileExists(atPath: scratch("site/site.lock")))
      try cnigen(["build", "site/fleet.yaml", "--node", "n-1", "n-2", "-o", "some"], in: scratch.path).required()
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: scratch("some")).sorted() == ["SHA256SUMS", "n-1", "n-2"])
    }
  }

  @Test func poolsAreBuiltAlone() async throws {
    try await withScratch { scratch in
      let pools = "pools: [{name: odd, match: {names: [n-1, n-3]}}, {name: last, match: {names: [n-4]}}]"
      try scratch.file("fleet.yaml", Self.fleet(nodes: "[\"n-[1-4]\"]", pools))
      try cnigen(["build", "fleet.yaml", "--pool", "odd", "last", "-o", "some"], in: scratch.path).required()
      let made = try FileManager.default.contentsOfDirectory(atPath: scratch("some")).sorted()
      #expect(made == ["SHA256SUMS", "n-1", "n-3", "n-4"])
      #expect(try subnet(of: "n-4", in: scratch("some")) == "10.244.3.0/24")
      #expect(!FileManager.default.fileExists(atPath: scratch("site.lock")))
      let slip = try cnigen(["build", "fleet.yaml", "--pool", "od"], in: scratch.path)
      #expect(slip.end == .exited(1) && slip.errors.contains("did you mean odd?"), "\(slip.errors)")
    }
  }

  /// What `kubectl` prints: pod CIDRs that are there already, and releases that nodes report.
  @Test func nodesOfACluster() async throws {
    let node = { (name: String, cidr: String, containerd: String) in
      """
      {"kind": "Node", "metadata": {"name": "\(name)"}, "spec": {"podCIDRs": ["\(cidr)"]},
       "status": {"nodeInfo": {"containerRuntimeVersion": "containerd://\(containerd)", "kubeletVersion": "v1.29.1"}}}
      """
    }
    let list =
      "{\"kind\": \"List\", \"items\": [\(node("a", "10.244.9.0/24", "1.5.18")), \(node("b", "10.244.8.0/24", "2.1.9"))]}"
    try await withScratch { scratch in
      try scratch.file("fleet.yaml", Self.fleet(nodes: "[{from: \"-\"}]"))
      try cnigen(["build", "fleet.yaml", "--plugins", "1.1.1"], in: scratch.path, input: list).required()
      #expect(try subnet(of: "a", in: scratch("out")) == "10.244.9.0/24")
      #expect(try subnet(of: "b", in: scratch("out")) == "10.244.8.0/24")
      let configs = try ["a", "b"].map { try String(contentsOfFile: scratch("out/\($0)/config.toml"), encoding: .utf8) }
      #expect(configs[0].hasPrefix("version = 2\n") && configs[1].hasPrefix("version = 3\n"))
      let lists = try ["a", "b"].map {
        try String(contentsOfFile: scratch("out/\($0)/10-pods.conflist"), encoding: .utf8)
      }
      #expect(lists[0].contains("\"cniVersion\": \"0.4.0\"") && lists[1].contains("\"cniVersion\": \"1.0.0\""))
    }
  }

  /// The streams hold what the folder would: tar unpacked by the system's own, lines read by Foundation's parser.
  @Test func streamsHoldTheSameFiles() async throws {
    try await withScratch { scratch in
      try scratch.file("fleet.yaml", Self.fleet(nodes: "[\"n-[1-3]\"]"))
      try cnigen(["build", "fleet.yaml"], in: scratch.path).required()
      try cnigen(["build", "fleet.yaml", "--emit", "tar", "-o", "fleet.tar"], in: scratch.path).required()
      try scratch.folder("unpacked")
      try run("/bin/tar", ["-xf", scratch("fleet.tar"), "-C", scratch("unpacked")]).required()
      try run("/usr/bin/diff", ["-r", scratch("out"), scratch("unpacked")]).required()
      let again = try cnigen(["build", "fleet.yaml", "--emit", "tar", "-o", "again.tar"], in: scratch.path)
      #expect(again.succeeded)
      try run("/usr/bin/cmp", [scratch("fleet.tar"), scratch("again.tar")]).required()

      let lines = try cnigen(["build", "fleet.yaml", "--emit", "jsonl"], in: scratch.path).output.split(separator: "\n")
      #expect(lines.count == 6)
      for line in lines {
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
        let path = try #require(object?["path"])
        #expect(object?["text"] == (try String(contentsOfFile: scratch("out/\(path)"), encoding: .utf8)))
        let sums = try String(contentsOfFile: scratch("out/SHA256SUMS"), encoding: .utf8)
        #expect(sums.contains("\(object?["sha256"] ?? "none")  \(path)\n"))
      }
    }
  }

  /// What concerns many nodes is a line or three, however many they are.
  @Test func manyNodesAreFewLines() async throws {
    let rows = (0..<300).map { number in
      """
      {"kind": "Node", "metadata": {"name": "n-\(number)"}, "spec": {},
       "status": {"nodeInfo": {"containerRuntimeVersion": "containerd://1.\(5 + number % 3).\(number % 4)"}}}
      """
    }
    try await withScratch { scratch in
      try scratch.file(
        "fleet.yaml", Self.fleet(nodes: "[{from: nodes.json}]").replacing("/16, prefix: 24", with: "/16, prefix: 26"))
      try scratch.file("nodes.json", "{\"items\": [\(rows.joined(separator: ","))]}")
      let outcome = try cnigen(["build", "fleet.yaml", "--format", "json"], in: scratch.path)
      #expect(outcome.end == .exited(0), "\(outcome.errors.prefix(2_000))")
      let findings = try JSONSerialization.jsonObject(with: Data(outcome.errors.utf8)) as? [[String: Any]] ?? []
      let rules = Dictionary(grouping: findings) { $0["rule"] as? String ?? "" }
      #expect(rules["target-assumed"]?.count == 1)
      #expect(rules.values.allSatisfy { $0.count <= 3 } && findings.count < 20, "\(rules.mapValues(\.count))")
    }
  }

  /// Nothing is written where anything is wrong with any node.
  @Test(arguments: [
    "[\"n-[1-300]\"]", "[{name: a, subnets: [10.244.1.0/24]}, {name: b, subnets: [10.244.1.0/24]}]", "[../x]",
    "[{from: missing.csv}]", "[a, A]",
  ])
  func nothingIsWrittenWhereSomethingIsWrong(_ nodes: String) async throws {
    try await withScratch { scratch in
      try scratch.file("fleet.yaml", Self.fleet(nodes: nodes))
      #expect(try cnigen(["build", "fleet.yaml"], in: scratch.path).end == .exited(1))
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["fleet.yaml"])
    }
  }
}
