import Foundation
import TestSupport
import Testing

/// Locks and inventories that cannot be read end a build before anything is written.
@Suite struct FleetInputTests {
  private static func fleet(nodes: String) -> String {
    """
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
    lock: site.lock
    nodes: \(nodes)

    """
  }

  /// A lock that is there and cannot be read is not the same as none: every node would be renumbered.
  @Test func aLockThatCannotBeReadIsNotTakenForNone() async throws {
    try await withScratch { scratch in
      try scratch.file("fleet.yaml", Self.fleet(nodes: "[\"n-[1-3]\"]"))
      try scratch.folder("site.lock")
      for command in ["validate", "build"] {
        let outcome = try cnigen([command, "fleet.yaml"], in: scratch.path)
        #expect(outcome.end == .exited(1), "\(outcome)")
        #expect((outcome.output + outcome.errors).contains("the lock site.lock cannot be read: it is a folder"))
      }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted() == ["fleet.yaml", "site.lock"])
    }
  }

  /// Files without content, as large as nobody's inventory.
  @Test(arguments: [("nodes.csv", 257, 256), ("nodes.json", 1025, 1024)])
  func anInventoryHasALimit(_ name: String, _ size: Int, _ limit: Int) async throws {
    try await withScratch { scratch in
      try scratch.file("fleet.yaml", Self.fleet(nodes: "[{from: \(name)}]"))
      try run("/usr/bin/truncate", ["--size=\(size)M", scratch(name)]).required()
      let outcome = try cnigen(["build", "fleet.yaml"], in: scratch.path)
      #expect(outcome.end == .exited(1), "\(outcome)")
      #expect(outcome.errors.contains("\(name) cannot be read: it is larger than \(limit) MiB"), "\(outcome)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted() == ["fleet.yaml", name])
    }
  }

  /// A table may be larger than any other input.
  @Test func aTableMayBeLargerThanADocument() async throws {
    try await withScratch { scratch in
      try scratch.file("fleet.yaml", Self.fleet(nodes: "[{from: nodes.csv}]"))
      let label = String(repeating: "x", count: 1 << 20)
      try scratch.file("nodes.csv", "name,labels.a\n" + (0..<66).map { "n-\($0),\(label)\n" }.joined())
      let outcome = try cnigen(["validate", "fleet.yaml"], in: scratch.path)
      #expect(outcome.succeeded, "\(outcome.output.prefix(500))")
    }
  }
}
