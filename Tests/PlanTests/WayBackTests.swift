import CNIModel
import Diagnostics
import Difference
import NetworkTypes
import ProfileLanguage
import Testing

@testable import Plan

/// What leads back from a procedure, and which of its steps each undoes.
@Suite struct WayBackTests {
  private func state(
    _ name: String, containerd: String, plugins: String, file number: UInt32, bridge: String = "cni0"
  ) throws -> NodeState {
    let text = """
      {"cniVersion": "1.0.0", "name": "\(name)", "plugins": [{"type": "bridge", "bridge": "\(bridge)", "isGateway": true,
       "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.0.0.0/24"}]]}}]}
      """
    var bag = DiagnosticBag()
    let releases = TargetOverrides(containerd: Version(containerd), plugins: Version(plugins))
    let target = try #require(TargetResolution.standIn(releases, into: &bag))
    let file = SourceFile(name: "10-pods.conflist", bytes: Array(text.utf8))
    return NodeFiles.state(
      of: [NodeFiles.Source(file, FileID(index: number))], paths: ["10-pods.conflist"], for: target, knowsTarget: true,
      isWhole: false, into: &bag)
  }

  /// The words of the steps back, each with the number of the step that it undoes.
  private func back(_ old: NodeState, _ new: NodeState, by steps: [Step]) throws -> [String] {
    let side = Side.listed("old", .folder, [("", old)])
    return WayBack(old: old, new: new, steps: steps, delivery: FileDelivery(side)).undoings.map { undoing in
      undoing.step.action.word + (undoing.undoes.map { " \($0)" } ?? "")
    }
  }

  private func files(_ old: NodeState, _ new: NodeState, isApplied: Bool) throws -> Step {
    NodeSteps.writeFiles(
      NodePaths.placements(from: old, to: new), by: isApplied ? "cnigen apply new.yaml" : nil,
      else: FileDelivery(Side.listed("new", .folder, [("", new)])))
  }

  private func plugins(_ old: NodeState, _ new: NodeState) -> [Step] {
    PluginReplacement.all(from: old, to: new).map { NodeSteps.replacePlugins($0, folder: "/opt/cni/bin") }
  }

  @Test func aDrainedNodeGoesBackInReverse() throws {
    let old = try state("pods", containerd: "1.6.20", plugins: "1.1.1", file: 0)
    let new = try state("fabric", containerd: "1.7.34", plugins: "1.5.1", file: 1, bridge: "br1")
    let containerd = NodeSteps.replaceContainerd(from: old.target, to: new.target, stopsAgain: false)
    let question = try #require(NetworkQuestion(new).map(NodeSteps.askForNetworks))
    let steps =
      [NodeSteps.drain, NodeSteps.stopKubelet, NodeSteps.stopPods, NodeSteps.stopContainerd] + plugins(old, new)
      + [try files(old, new, isApplied: true), containerd, NodeSteps.deleteUnusedBridge("cni0"), NodeSteps.start]
      + [question, NodeSteps.check(in: "/etc/cni/net.d"), NodeSteps.uncordon]
    #expect(
      try back(old, new, by: steps) == [
        "drain 12", "stop-kubelet 9", "stop-pods 9", "stop-containerd 9", "delete-bridge 9", "remove-leases 9",
        "replace-containerd 7", "roll-back 6", "replace-plugins 5", "start", "ask-for-networks", "check", "uncordon",
      ])
    let found = WayBack(
      old: old, new: new, steps: steps, delivery: FileDelivery(Side.listed("old", .folder, [("", old)]))
    ).undoings.map(\.step)
    #expect(found[4].action == .deleteBridge("br1", onlyIfEmpty: true))
    #expect(found[5].action == .removeLeases("/var/lib/cni/networks/fabric"))
    #expect(found[6].title == "Replace containerd: 1.7.34 by 1.6.20")
    #expect(found[6].commands.last == "systemctl stop containerd", "the files of the old one come behind it")
    #expect(found[8].title == "Replace the plugins: 1.5.1 by 1.1.1")
    #expect(found[10].title == "Ask containerd for its networks" && found[10].why.contains("loaded pods"))
  }

  @Test func podsThatRunAreLeftAlone() throws {
    let old = try state("pods", containerd: "1.7.30", plugins: "1.5.1", file: 0)
    let new = try state("pods", containerd: "1.7.34", plugins: "1.5.1", file: 1)
    let containerd = NodeSteps.replaceContainerd(from: old.target, to: new.target, stopsAgain: false)
    let steps =
      [try files(old, new, isApplied: false), containerd, NodeSteps.restart, NodeSteps.check(in: "/etc/cni/net.d")]
    #expect(
      try back(old, new, by: steps) == ["replace-containerd 2", "write-files 1", "restart-containerd 3", "check"])
  }

  @Test func severalPluginStepsAreUndoneAtOnce() throws {
    let old = try state("pods", containerd: "1.7.34", plugins: "1.5.1", file: 0)
    let new = try state("pods", containerd: "1.7.34", plugins: "1.7.1", file: 1)
    let steps = plugins(old, new) + plugins(new, old) + [NodeSteps.check(in: "/etc/cni/net.d")]
    #expect(try back(old, new, by: steps) == ["replace-plugins 1", "check"])
  }
}
