import Foundation
import TestSupport
import Testing

/// Nodes that are alike are not compiled one by one; what they get is what each gets when it is built alone.
@Suite struct FleetClassTests {
  private static func fleet(_ network: String, _ more: String = "") -> String {
    """
    apiVersion: cnigen/v1
    kind: Fleet
    name: site
    profile:
      target: {containerd: 1.7.34, plugins: 1.5.1}
      network:
        name: pods
        \(network.replacing("\n", with: "\n    "))
    allocate:
      - {from: 10.244.0.0/16, prefix: 24}
      - {from: "fd00:10:244::/48", prefix: 64}
    \(more)

    """
  }

  private static let bridge = """
    bridge: {name: cni0, gateway: true, hairpin: true}
    addresses: {ranges: [10.88.0.0/16], routes: [default]}
    """

  /// Profiles in which something else than the subnets differs, or looks like a subnet of a node.
  private static let fleets: [String] = [
    fleet(bridge, "nodes: [\"n-[1-12]\"]"),
    fleet(
      bridge,
      """
      nodes: ["n-[1-12]", {name: own, network: {bridge: {mtu: 1400}}}, {name: said, subnets: [10.244.77.0/24, "fd00:10:244:77::/64"]}]
      pools: [{name: big, match: {names: ["n-1*"]}, network: {bridge: {mtu: 9000}}}]
      """),
    fleet(bridge.replacing("cni0", with: "\"br-${node.name}\""), "nodes: [\"n-[1-12]\"]"),
    fleet(bridge + "\nplugins: [{type: vendor, index: \"${node.index}\"}]", "nodes: [\"n-[1-12]\"]"),
    // A text of the profile that is the first node's subnet, and one that holds it.
    fleet(
      bridge + "\nplugins: [{type: vendor, a: 10.244.0.0/24, b: 110.244.0.0/24, c: \"10.244.3.0/24\"}]",
      "nodes: [\"n-[1-12]\"]"),
    // A route to one node's subnet, which means something there alone.
    fleet(
      """
      ptp: {}
      addresses: {ranges: [10.88.0.0/16], routes: [default, 10.244.4.0/24]}
      """, "nodes: [\"n-[1-12]\"]"),
    // Nodes that say the same themselves, quoted and plain, and one that says its name.
    fleet(
      bridge,
      "nodes:\n"
        + (1...12).map { number in
          let mtu = ["1400", "9000"][number % 2]
          let own = number == 9 ? "{bridge: {name: \"br-${node.name}\"}}" : "{bridge: {mtu: \(mtu)}}"
          return "  - {name: n-\(number), network: \(own), with: {hairpin: \(number % 3 == 0)}}\n"
        }.joined()),
    fleet(bridge, "nodes: [\"n-[1-12]\"]\noutputs: []").replacing("outputs: []", with: "").replacing(
      "  network:\n", with: "  outputs: [ignition, cloudInit]\n  network:\n"),
  ]

  @Test(arguments: fleets) func everyNodeGetsWhatItGetsAlone(_ fleet: String) async throws {
    try await withScratch { scratch in
      try scratch.file("fleet.yaml", fleet)
      let whole = try cnigen(["build", "fleet.yaml", "-o", "whole", "-q"], in: scratch.path)
      let nodes =
        (try? FileManager.default.contentsOfDirectory(atPath: scratch("whole")).filter { $0 != "SHA256SUMS" }) ?? []
      guard whole.succeeded else {
        // Then some node alone is refused, too.
        let refused = try (1...12).contains {
          try !cnigen(["build", "fleet.yaml", "--node", "n-\($0)", "-o", "x", "-q"], in: scratch.path).succeeded
        }
        #expect(refused, "\(whole.errors)")
        return
      }
      #expect(nodes.count >= 12)
      for node in nodes {
        try cnigen(["build", "fleet.yaml", "--node", node, "-o", "alone/\(node)", "-q"], in: scratch.path).required()
        try FileManager.default.removeItem(atPath: scratch("alone/\(node)/SHA256SUMS"))
        try run("/usr/bin/diff", ["-r", scratch("whole/\(node)"), scratch("alone/\(node)")]).required()
      }
    }
  }
}
