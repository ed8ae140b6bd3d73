import CNIModel
import Diagnostics
import Difference
import NetworkTypes
import ProfileLanguage
import Testing

@testable import Plan

/// A fault of its own is found in a state between, whatever faults the ends have.
@Suite struct MixedStateTests {
  private func state(_ keys: String, plugins: String, file number: UInt32) throws -> NodeState {
    let text = """
      {"cniVersion": "1.0.0", "name": "pods", "plugins": [{"type": "bridge", "bridge": "cni0", \(keys)"isGateway": true,
       "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.0.0.0/24"}]]}}]}
      """
    var bag = DiagnosticBag()
    let releases = TargetOverrides(containerd: Version("1.7.34"), plugins: Version(plugins))
    let target = try #require(TargetResolution.standIn(releases, into: &bag))
    let file = SourceFile(name: "10-pods.conflist", bytes: Array(text.utf8))
    return NodeFiles.state(
      of: [NodeFiles.Source(file, FileID(index: number))], paths: ["10-pods.conflist"], for: target, knowsTarget: true,
      isWhole: false, into: &bag)
  }

  @Test func aSecondFaultOfARuleIsNotHidden() throws {
    let old = try state(#""portIsolation": true, "#, plugins: "1.1.1", file: 0)
    let same = try state(#""portIsolation": true, "mtu": 1400, "#, plugins: "1.7.1", file: 1)
    let more = try state(#""portIsolation": true, "preserveDefaultVlan": false, "#, plugins: "1.7.1", file: 1)
    let fault = { (new: NodeState) in
      MixedState(old: old, new: new, replaced: [.config]).fault(startsContainerd: false)
    }
    #expect(fault(same) == nil, "the old end has it, too")
    let found = try #require(fault(more))
    #expect(found.rule == "key-too-new" && found.message.hasPrefix("preserveDefaultVlan "), "\(found)")
  }
}
