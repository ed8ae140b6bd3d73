import Foundation
import TestSupport
import Testing

/// `--layout variants` and `--summary`: which nodes have the same files.
@Suite struct LayoutTests {
  /// Three releases of containerd, so three configs; ten nodes that share no subnets.
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
      containerd: {binDirs: [/opt/cni/bin]}
    allocate: [{from: 10.244.0.0/20, prefix: 24}]
    reserved: {services: [10.244.14.0/23]}
    nodes: ["n-[01-10]", {name: odd, network: {bridge: {mtu: 1400}}}]
    pools:
      - {name: old, match: {names: [n-01, n-02, n-03]}, target: {containerd: 1.6.20, plugins: 1.1.1}}
      - {name: new, match: {names: ["n-10"]}, target: {containerd: 2.1.9, plugins: 1.7.1}}

    """

  @Test func everyDistinctFileOnce() async throws {
    try await withScratch { scratch in
      try scratch.file("fleet.yaml", Self.fleet)
      try cnigen(["build", "fleet.yaml", "-o", "tree", "-q"], in: scratch.path).required()
      try cnigen(["build", "fleet.yaml", "-o", "variants", "--layout", "variants", "-q"], in: scratch.path).required()
      try run("/usr/bin/env", ["--chdir=\(scratch("variants"))", "sha256sum", "-c", "--quiet", "SHA256SUMS"]).required()
      // The map leads to the bytes of the tree, and every file of the tree is in it.
      let map = try String(contentsOfFile: scratch("variants/nodes/map.tsv"), encoding: .utf8)
      var used: Set<String> = []
      var mapped: Set<String> = []
      for line in map.split(separator: "\n") {
        let cells = line.split(separator: "\t").map(String.init)
        try #require(cells.count == 3)
        let name = try #require(cells[1].split(separator: "/").last)
        try run(
          "/usr/bin/cmp", [scratch("tree/\(cells[0])/\(cells[1])"), scratch("variants/\(cells[2])/\(name)")]
        ).required()
        used.insert(cells[2])
        mapped.insert("\(cells[0])/\(cells[1])")
      }
      let sums = try String(contentsOfFile: scratch("tree/SHA256SUMS"), encoding: .utf8)
      #expect(mapped == Set(sums.split(separator: "\n").map { String($0.dropFirst(66)) }))
      let folders = try FileManager.default.contentsOfDirectory(atPath: scratch("variants"))
      #expect(Set(folders) == used.union(["nodes", "SHA256SUMS"]))
      // Eleven conflists, and a config for each schema of containerd.
      #expect(
        used.count == 11
          + Set(sums.split(separator: "\n").filter { $0.hasSuffix("config.toml") }.map { $0.prefix(64) }).count)

      let again = try cnigen(["build", "fleet.yaml", "-o", "variants", "--layout", "variants", "-v"], in: scratch.path)
      #expect(again.errors.contains("0 files written"), "\(again)")
      #expect(
        try cnigen(["build", "fleet.yaml", "-o", "variants", "--layout", "variants", "--check"], in: scratch.path)
          .succeeded)
      // A variant that nobody has any more goes.
      try scratch.file(
        "fleet.yaml",
        Self.fleet.replacing("n-[01-10]", with: "n-[01-09]").replacing(
          ", match: {names: [\"n-10\"]}", with: ", match: {names: [\"n-09\"]}"))
      try cnigen(["build", "fleet.yaml", "-o", "variants", "--layout", "variants", "-q"], in: scratch.path).required()
      let fewer = try FileManager.default.contentsOfDirectory(atPath: scratch("variants"))
      #expect(fewer.count < folders.count)
      try run("/usr/bin/env", ["--chdir=\(scratch("variants"))", "sha256sum", "-c", "--quiet", "SHA256SUMS"]).required()
    }
  }

  @Test func aProfileHasNoNodes() async throws {
    let profile = Machine.repository.appending(path: "profiles/containerd-net.yaml").path
    for option in [["--summary"], ["--layout", "variants"]] {
      #expect(try run(Machine.cnigen(), ["build", profile] + option).end == .exited(64))
    }
    #expect(try run(Machine.cnigen(), ["build", profile, "--summary", "--check"]).end == .exited(64))
  }
}
