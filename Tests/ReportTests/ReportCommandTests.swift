import Foundation
import TestSupport
import Testing

/// What a shell sees of `cnigen report`.
@Suite struct ReportCommandTests {
  private static let fleet = """
    apiVersion: cnigen/v1
    kind: Fleet
    name: site
    profile:
      target: {containerd: 1.7.34, plugins: 1.5.1}
      network:
        name: pods
        bridge: {name: cni0, gateway: true, hairpin: true}
        addresses: {ranges: [10.88.0.0/16], routes: [default]}
    allocate: [{from: 10.244.0.0/16, prefix: 24}]
    nodes: ["n-[1-20]"]

    """

  @Test(
    arguments: [
      (["fleet.yaml"], 0), (["fleet.yaml", "--emit", "csv"], 0), (["overlap.yaml"], 1), (["huge.yaml"], 0),
      (["unknown.yaml"], 1), (["missing.yaml"], 66), (["profile.yaml"], 64), (["fleet.yaml", "--emit", "pdf"], 64),
      (["fleet.yaml", "--link-base", "javascript:alert(1)"], 64), (["fleet.yaml", "-o", "no/such/folder.html"], 73),
      (["fleet.yaml", "-o", "."], 73),
    ] as [([String], Int32)])
  func exitStatuses(_ arguments: [String], _ status: Int32) async throws {
    try await withScratch { scratch in
      try scratch.file("fleet.yaml", Self.fleet)
      let twice = "[{name: n}, {name: a, subnets: [10.244.1.128/25]}, {name: b, subnets: [10.244.1.0/24]}]"
      try scratch.file("overlap.yaml", Self.fleet.replacing("[\"n-[1-20]\"]", with: twice))
      // More subnets than can be counted, of which the last ones are held back twice.
      let huge = "[{from: \"fd00::/8\", prefix: 80}]\nreserved: {a: [\"fdff::/16\"], b: [\"fdff::/16\"]}"
      try scratch.file("huge.yaml", Self.fleet.replacing("[{from: 10.244.0.0/16, prefix: 24}]", with: huge))
      try scratch.file("unknown.yaml", Self.fleet.replacing("allocate", with: "alocate"))
      try scratch.file("profile.yaml", "apiVersion: cnigen/v1\nkind: Profile\nname: p\n")
      let outcome = try cnigen(["report"] + arguments, in: scratch.path)
      #expect(outcome.end == .exited(status), "\(outcome)")
      let isWritten = FileManager.default.fileExists(atPath: scratch("report.html"))
      #expect(isWritten == [["fleet.yaml"], ["overlap.yaml"], ["huge.yaml"]].contains(arguments))
    }
  }

  /// The same fleet makes the same bytes, and what is written is what is printed.
  @Test func thePageIsTheSameEachTime() async throws {
    try await withScratch { scratch in
      try scratch.file("fleet.yaml", Self.fleet)
      let first = try cnigen(["report", "fleet.yaml", "-o", "-"], in: scratch.path).required()
      let second = try cnigen(["report", "fleet.yaml", "-o", "-"], in: scratch.path).required()
      try cnigen(["report", "fleet.yaml"], in: scratch.path).required()
      #expect(first == second)
      #expect(try String(contentsOfFile: scratch("report.html"), encoding: .utf8) == first)
      #expect(first.utf8.count < 100_000)
    }
  }

  /// A table of a program for tables takes nothing for a formula, and every node has its row.
  @Test func theTableHasARowForEachNode() async throws {
    try await withScratch { scratch in
      try scratch.file("fleet.yaml", Self.fleet)
      let table = try cnigen(["report", "fleet.yaml", "--emit", "csv"], in: scratch.path).required()
      let rows = table.split(separator: "\n")
      #expect(rows.count == 21)
      try cnigen(["build", "fleet.yaml", "-q"], in: scratch.path).required()
      for row in rows.dropFirst() {
        let name = String(row.prefix { $0 != "," })
        let conflist = try String(contentsOfFile: scratch("out/\(name)/10-pods.conflist"), encoding: .utf8)
        let subnet = try #require(row.split(separator: ",").first { $0.hasPrefix("10.244.") })
        #expect(conflist.contains("\"\(subnet)\""), "\(row)")
      }
    }
  }

  /// Whoever has an address in a log wants the node that it is from.
  @Test(
    arguments: [
      ("10.244.3.77", "n-4"), ("10.244.19.0/24", "n-20"), ("10.244.0.128/25", "n-1"), ("10.244.20.1", nil),
      ("10.9.0.1", nil), ("fd00::1", nil), ("10.244.0.0/16", nil), ("n-21", nil), ("10.244.0.0/99", nil),
    ] as [(String, String?)])
  func aNodeIsFoundByItsAddresses(_ address: String, _ node: String?) async throws {
    try await withScratch { scratch in
      try scratch.file("fleet.yaml", Self.fleet)
      let outcome = try cnigen(["show", "fleet.yaml", address], in: scratch.path)
      #expect(outcome.end == .exited(node == nil ? 1 : 0), "\(outcome)")
      if let node {
        #expect(outcome.output.hasPrefix("\(node)  fleet.yaml:"), "\(outcome)")
      } else {
        #expect(outcome.errors.contains("[unknown-node]") || outcome.errors.contains("[invalid-"), "\(outcome)")
      }
    }
  }

  @Test func subnetsThatNodesBringAlongAreShown() async throws {
    try await withScratch { scratch in
      let nodes = (0..<20).map { "{name: n-\($0), subnets: [10.1.\($0).0/24]}" }.joined(separator: ", ")
      let fleet = Self.fleet.replacing("[\"n-[1-20]\"]", with: "[\(nodes)]")
        .replacing("allocate: [{from: 10.244.0.0/16, prefix: 24}]\n", with: "")
      try scratch.file("fleet.yaml", fleet)
      let some = try cnigen(["show", "fleet.yaml"], in: scratch.path)
      #expect(some.output.contains("subnets of the nodes' own\n├─ 10.1.0.0/24   n-0 "), "\(some)")
      #expect(some.output.contains("and 9 more; --all shows them") && !some.output.contains("10.1.11.0/24"))
      let all = try cnigen(["show", "fleet.yaml", "--all"], in: scratch.path)
      #expect(all.output.contains("└─ 10.1.19.0/24  n-19 "), "\(all)")
      let report = try cnigen(["report", "fleet.yaml", "--emit", "md", "-o", "-"], in: scratch.path)
      #expect(report.output.contains("20 subnets of the nodes' own, in no block."), "\(report)")
    }
  }
}
