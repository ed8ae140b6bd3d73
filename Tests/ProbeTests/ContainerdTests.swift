import Diagnostics
import Foundation
import NetworkTypes
import TestSupport
import Testing

@testable import Probe

/// containerd and the files that it reads.
@Suite struct ContainerdTests {
  @Test(
    arguments: [
      ("containerd github.com/containerd/containerd 1.6.20~ds1 1.6.20~ds1-1+deb12u3", "1.6.20"),
      ("containerd github.com/containerd/containerd/v2 v2.1.4 75cb2b7193e4e490e9fbdc236c0e811ccaba3376", "2.1.4"),
      ("containerd containerd.io 1.7.27 05044ec0a9a75232cad458027ca83437aae3f4da", "1.7.27"),
      ("containerd github.com/k3s-io/containerd v1.7.11-k3s2", "1.7.11"),
    ])
  func theVersionIsTakenFromItsWords(_ text: String, _ version: String) async throws {
    try await withScratch { scratch in
      try FakeNode(scratch: scratch).program("usr/local/bin/containerd", "echo '\(text)'")
      let found = FakeNode(scratch: scratch).probe().node.containerd
      #expect(found?.version.description == version)
      #expect(found?.path == "/usr/local/bin/containerd")
    }
  }

  @Test(
    arguments: [
      ("sleep 100", "no answer within 2 s"),
      ("echo docker version 1", "its answer is not containerd's: docker version 1"),
      ("exit 1", "it exited with status 1"), ("yes", "it wrote more than 1 MiB"),
      ("echo containerd github.com/containerd/containerd unknown", "its answer is not containerd's:"),
    ])
  func oneThatDoesNotAnswerIsToldOf(_ script: String, _ reason: String) async throws {
    try await withScratch { scratch in
      let node = FakeNode(scratch: scratch)
      try node.program("usr/bin/containerd", script)
      let (found, remarks, _) = node.probe()
      #expect(found.containerd == nil)
      guard case .silentContainerd("/usr/bin/containerd", let said)? = remarks.first else {
        Issue.record("\(remarks)")
        return
      }
      #expect(said.hasPrefix(reason))
      #expect(ReadBack(found).findings.isEmpty)
    }
  }

  @Test func withoutAConfigTheDefaultsHold() async throws {
    try await withScratch { scratch in
      let node = FakeNode(scratch: scratch)
      try node.containerd("v1.6.20")
      let found = try #require(node.probe().node.containerd)
      #expect(found.configFiles.isEmpty && found.schema == nil)
      #expect(found.settings?.binDirs == ["/opt/cni/bin"] && found.settings?.confDir == "/etc/cni/net.d")
      #expect(found.settings?.maxConfNum == 1 && found.settings?.networks.isEmpty == true)
    }
  }

  /// containerd 2.x merges drop-ins key by key, and takes them level by level.
  @Test func dropInsAreMergedAsTheReleaseDoes() async throws {
    try await withScratch { scratch in
      let node = FakeNode(scratch: scratch)
      try node.containerd("v2.1.4")
      try scratch.file(
        "etc/containerd/config.toml",
        """
        version = 3
        imports = ["/etc/containerd/conf.d/*.toml", "more.toml", "/no/such/file"]
        [plugins.'io.containerd.cri.v1.runtime'.cni]
          bin_dirs = ["/srv/a", "/srv/b"]
          conf_dir = "/srv/net.d"
        """)
      try scratch.file(
        "etc/containerd/conf.d/20.toml",
        """
        version = 3
        [plugins.'io.containerd.cri.v1.runtime'.cni]
          max_conf_num = 0
        """)
      try scratch.file("etc/containerd/conf.d/10.toml", "version = 3\n")
      try scratch.file("etc/containerd/conf.d/skipped.conf", "not = toml = at all")
      try scratch.file("etc/containerd/more.toml", "version = 3\nimports = ['/etc/containerd/config.toml']\n")
      let (found, _, bag) = node.probe()
      #expect(!bag.hasErrors)
      let containerd = try #require(found.containerd)
      #expect(
        containerd.configFiles.map(\.path) == [
          "/etc/containerd/config.toml", "/etc/containerd/conf.d/10.toml", "/etc/containerd/conf.d/20.toml",
          "/etc/containerd/more.toml",
        ])
      #expect(containerd.schema == 3)
      #expect(containerd.settings?.binDirs == ["/srv/a", "/srv/b"])
      #expect(containerd.settings?.confDir == "/srv/net.d" && containerd.settings?.maxConfNum == 0)
    }
  }

  @Test func theFolderOfNetworksIsReadAsContainerdDoes() async throws {
    try await withScratch { scratch in
      let node = FakeNode(scratch: scratch)
      try node.containerd("v1.6.20")
      try scratch.file(
        "etc/cni/net.d/10-a.conflist",
        #"{"cniVersion":"1.0.0","name":"a","plugins":[{"type":"bridge"},{"type":"portmap"}]}"#)
      try scratch.file("etc/cni/net.d/20-b.conf", #"{"cniVersion":"1.0.0","name":"b","type":"ptp"}"#)
      try scratch.file("etc/cni/net.d/30-c.conflist", "{")
      try scratch.file("etc/cni/net.d/README", "no network")
      let (found, _, bag) = node.probe()
      #expect(bag.diagnostics.isEmpty)
      let networks = try #require(found.containerd?.settings?.networks)
      #expect(networks.map(\.file) == ["10-a.conflist", "20-b.conf", "30-c.conflist"])
      #expect(networks.map(\.name) == ["a", "b", nil])
      #expect(networks.map(\.plugins) == [["bridge", "portmap"], ["ptp"], []])
      #expect(networks.map(\.isOpened) == [true, false, false])
      #expect(networks.map { $0.fault != nil } == [false, false, true])
      #expect(networks.allSatisfy { $0.sha256?.count == 64 })
      #expect(ReadBack(found).findings.isEmpty)
    }
  }

  @Test func aConfigThatCannotBeReadIsAFinding() async throws {
    try await withScratch { scratch in
      let node = FakeNode(scratch: scratch)
      try node.containerd("v1.6.20")
      try scratch.file("etc/containerd/config.toml", "version = 2\n[plugins\n")
      let (found, _, bag) = node.probe()
      #expect(bag.hasErrors)
      #expect(found.containerd?.version == "1.6.20" && found.containerd?.settings == nil)
      #expect(ReadBack(found).findings.isEmpty)
    }
  }
}
