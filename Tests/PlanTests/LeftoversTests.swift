import CNIModel
import Diagnostics
import Difference
import NetworkTypes
import ProfileLanguage
import Testing

@testable import Plan

/// What goes with the old names, and what stays since somebody still uses it.
@Suite struct LeftoversTests {
  /// A network as a file of its own.
  private struct Network {
    var name = "pods"
    var bridge = "cni0"
    var subnet = "10.0.0.0/24"
    var dataDir: String?

    var text: String {
      let folder = dataDir.map { #""dataDir": "\#($0)", "# } ?? ""
      return """
        {"cniVersion": "1.0.0", "name": "\(name)", "plugins": [{"type": "bridge", "bridge": "\(bridge)", "isGateway": true,
         "ipam": {"type": "host-local", \(folder)"ranges": [[{"subnet": "\(subnet)"}]]}}]}
        """
    }
  }

  private func state(_ networks: [Network], file first: Int) throws -> NodeState {
    var bag = DiagnosticBag()
    let target = try #require(TargetResolution.standIn(TargetOverrides(), into: &bag))
    let paths = networks.indices.map { "\(10 + $0).conflist" }
    let sources = networks.enumerated().map { number, network in
      NodeFiles.Source(
        SourceFile(name: paths[number], bytes: Array(network.text.utf8)), FileID(index: UInt32(first + number)))
    }
    return NodeFiles.state(
      of: sources, paths: paths, for: target, knowsTarget: true, isWhole: false, into: &bag)
  }

  private func leftovers(_ old: [Network], _ new: [Network]) throws -> Leftovers {
    let before = try state(old, file: 0)
    let after = try state(new, file: old.count)
    return Leftovers(changes: NodeComparison.changes(from: before, to: after), old: before, new: after)
  }

  @Test func anotherNameLeavesItsStore() throws {
    let found = try leftovers([Network()], [Network(name: "fabric")])
    #expect(found.unusedStores == ["/var/lib/cni/networks/pods"])
    #expect(found.unusedBridges.isEmpty && found.unfitBridges.isEmpty, "the bridge is that of before")
  }

  @Test func anotherFolderLeavesTheOldOne() throws {
    #expect(try leftovers([Network(dataDir: "/srv/a/")], [Network()]).unusedStores == ["/srv/a/pods"])
    #expect(try leftovers([Network()], [Network(dataDir: "/srv/a")]).unusedStores == ["/var/lib/cni/networks/pods"])
    #expect(
      try leftovers([Network()], [Network(dataDir: "/var/lib/cni/networks/")]).unusedStores.isEmpty, "the same folder")
  }

  @Test func anotherBridgeLeavesTheOldOne() throws {
    let found = try leftovers([Network()], [Network(bridge: "br-pods")])
    #expect(found.unusedBridges == ["cni0"] && found.unfitBridges.isEmpty && found.unusedStores.isEmpty)
  }

  @Test func aRenamedNetworkStillHasItsUnfitBridge() throws {
    let found = try leftovers([Network()], [Network(name: "fabric", subnet: "10.1.0.0/24")])
    #expect(found.unfitBridges == ["cni0"] && found.unusedBridges.isEmpty)
    #expect(found.unusedStores == ["/var/lib/cni/networks/pods"])
  }

  /// The second file of each side is one that containerd does not take, but some other program may.
  @Test func whatAnotherNetworkUsesStays() throws {
    let second = Network(name: "pods", bridge: "cni0", subnet: "10.9.0.0/24")
    let old = [Network(), Network(name: "spare", bridge: "br1")]
    let found = try leftovers(old, [Network(name: "fabric", bridge: "br2"), second])
    #expect(found.unusedBridges.isEmpty && found.unusedStores.isEmpty, "\(found.unusedBridges) \(found.unusedStores)")
  }

  @Test(arguments: [("..", nil), ("a/b", nil), ("", nil), ("pods", "relative/folder")] as [(String, String?)])
  func nothingIsRemovedThatIsNoStore(_ name: String, _ folder: String?) throws {
    #expect(try leftovers([Network(name: name, dataDir: folder)], [Network(name: "fabric")]).unusedStores.isEmpty)
  }
}
