import Foundation
import TestSupport
import Testing

@testable import Probe

/// A document held against a node that has changed since.
@Suite struct ComparisonTests {
  /// Makes a node, measures it, changes it, and gives what a comparison then finds.
  private func findings(after change: (FakeNode) throws -> Void) async throws -> [String] {
    try await withScratch { scratch in
      let node = FakeNode(scratch: scratch)
      try node.containerd("v1.6.20")
      try scratch.file(
        "etc/containerd/config.toml", "version = 2\n[plugins.\"io.containerd.grpc.v1.cri\".cni]\nbin_dir = \"/cni\"\n")
      try scratch.file(
        "etc/cni/net.d/10-a.conflist", #"{"cniVersion":"1.0.0","name":"a","plugins":[{"type":"bridge"}]}"#)
      try node.plugin("cni/bridge", about: "CNI bridge plugin v1.1.1")
      try node.plugin("cni/some")
      try node.plugin("opt/cni/bin/some")
      try node.plugin("opt/cni/bin/other")
      let before = ReadBack(node.probe().node)
      #expect(before.findings.isEmpty)
      let folders = try #require(before.document.map(NodeComparison.folders))
      #expect(before.compared(with: node.probe(binDirs: folders).node).isEmpty)
      try change(node)
      return before.compared(with: node.probe(binDirs: folders).node)
    }
  }

  private func expect(_ findings: [String], _ wanted: [(line: String, finding: String)]) {
    #expect(findings.count == wanted.count, "\(findings)")
    for (finding, wanted) in zip(findings, wanted) {
      #expect(finding.hasPrefix(wanted.line) && finding.contains(wanted.finding), "\(finding)")
    }
  }

  @Test func nothingChangedIsNothingFound() async throws {
    #expect(try await findings { _ in }.isEmpty)
  }

  @Test func anAddedPlugin() async throws {
    expect(
      try await findings { try $0.plugin("cni/new") },
      [("plugins:", "plugin-added: new lies on the node now: /cni/new")])
  }

  @Test func aRemovedPlugin() async throws {
    expect(
      try await findings { try FileManager.default.removeItem(atPath: $0.scratch("cni/bridge")) },
      [("- type: bridge", "plugin-removed: bridge no longer lies on the node")])
  }

  @Test func anotherBinaryThatAnswersTheSame() async throws {
    expect(
      try await findings { try $0.plugin("cni/bridge", about: "CNI bridge plugin v1.1.1\\n") },
      [("sha256:", "plugin-changed: bridge is another file now: its SHA-256 is")])
  }

  @Test func anUpgradedPlugin() async throws {
    expect(
      try await findings {
        try $0.plugin("cni/bridge", versions: ["0.4.0", "1.0.0", "1.1.0"], about: "CNI bridge plugin v1.6.2")
      }, [("cniVersions:", "plugin-changed: bridge answers 0.4.0, 1.0.0, 1.1.0 now")])
  }

  @Test func aPluginThatNoLongerAnswers() async throws {
    expect(
      try await findings { try $0.program("cni/some", "kill -SEGV $$") },
      [("cniVersions:", "plugin-changed: some does not answer any more: it crashed: signal 11")])
  }

  @Test func aCopyThatHidIsGoneAndAnotherHides() async throws {
    expect(
      try await findings { try FileManager.default.removeItem(atPath: $0.scratch("cni/some")) },
      [("path:", "plugin-changed: some is taken from /opt/cni/bin/some now")])
    expect(
      try await findings { try $0.plugin("opt/cni/bin/bridge") },
      [("- type: bridge", "plugin-changed: bridge has another copy now, which it hides: /opt/cni/bin/bridge")])
  }

  @Test func anUpgradedContainerd() async throws {
    expect(
      try await findings { try $0.containerd("v1.7.28") },
      [("version: 1.6.20", "containerd-changed: containerd is 1.7.28 now, and not 1.6.20")])
  }

  @Test func containerdIsGone() async throws {
    expect(
      try await findings { try FileManager.default.removeItem(atPath: $0.scratch("usr/bin/containerd")) },
      [("version: 1.6.20", "containerd-changed: containerd does not answer on the node any more")])
  }

  @Test func anotherConfig() async throws {
    let found = try await findings {
      try $0.scratch.file(
        "etc/containerd/config.toml",
        "version = 2\n[plugins.\"io.containerd.grpc.v1.cri\".cni]\nbin_dir = \"/opt/cni/bin\"\nmax_conf_num = 2\n")
    }
    expect(
      found,
      [
        ("- ", "containerd-config-changed: /etc/containerd/config.toml has been changed"),
        ("binDirs:", "containerd-config-changed: containerd takes plugins from /opt/cni/bin now"),
        ("maxConfNum:", "containerd-config-changed: max_conf_num is 2 now"),
      ])
  }

  @Test func networksThatCameAndChanged() async throws {
    let found = try await findings {
      try $0.scratch.file("etc/cni/net.d/10-a.conflist", "{}")
      try $0.scratch.file("etc/cni/net.d/05-b.conf", #"{"cniVersion":"1.0.0","name":"b","type":"ptp"}"#)
    }
    expect(
      found,
      [
        ("networks:", "network-file-changed: 05-b.conf lies in confDir now"),
        ("opened: true", "network-file-changed: containerd does not open 10-a.conflist now"),
        ("sha256:", "network-file-changed: 10-a.conflist has been changed"),
      ])
  }

  /// What a document does not say cannot have changed.
  @Test func aDocumentMayBeShort() async throws {
    try await withScratch { scratch in
      let node = FakeNode(scratch: scratch)
      try node.containerd("v1.6.20")
      try node.plugin("opt/cni/bin/bridge", about: "CNI bridge plugin v1.1.1")
      let text = """
        apiVersion: cnigen/v1
        kind: Capabilities
        name: short
        containerd: {version: 1.6.20}
        plugins:
          - {type: bridge, release: 1.1.1}
        """
      let short = ReadBack(text: Array(text.utf8))
      #expect(short.findings.isEmpty)
      #expect(short.compared(with: node.probe().node).isEmpty)
      let other = ReadBack(text: Array(text.replacing("1.1.1", with: "1.2.0").utf8))
      #expect(other.compared(with: node.probe().node).map { $0.contains("bridge is of release 1.1.1 now") } == [true])
    }
  }
}
