import Foundation
import TestSupport
import Testing

@testable import Probe

/// Which folders are looked into, and which copy of a plugin counts.
@Suite struct FolderTests {
  @Test func theFirstFolderWinsAndTheOthersAreHidden() async throws {
    try await withScratch { scratch in
      let node = FakeNode(scratch: scratch)
      try node.plugin("b/bridge", versions: ["0.4.0"])
      try node.plugin("a/bridge", versions: ["1.0.0"])
      try node.plugin("c/bridge", versions: ["0.3.0"])
      try node.plugin("c/other")
      let found = node.probe(binDirs: ["/b", "/a", "/c"]).node
      #expect(found.folders == ["/b", "/a", "/c"])
      #expect(found.plugins.map(\.path) == ["/b/bridge", "/c/other"])
      #expect(found.plugins.map(\.shadowed) == [["/a/bridge", "/c/bridge"], []])
      #expect(found.plugins[0].specVersions == ["0.4.0"])
    }
  }

  /// libcni takes the first file of the name, and then fails: it does not look for one that can be executed.
  @Test func aFileThatCannotBeExecutedHidesOneThatCan() async throws {
    try await withScratch { scratch in
      let node = FakeNode(scratch: scratch)
      try scratch.file("a/some", "text")
      try node.plugin("b/some")
      let found = node.probe(binDirs: ["/a", "/b"]).node
      #expect(found.plugins.map(\.path) == ["/a/some"])
      #expect(found.plugins[0].fault == "it cannot be run: permission denied")
      #expect(found.plugins[0].shadowed == ["/b/some"])
    }
  }

  @Test func aFolderWithTwoNamesIsOneFolder() async throws {
    try await withScratch { scratch in
      let node = FakeNode(scratch: scratch)
      try node.plugin("usr/lib/cni/bridge")
      try scratch.folder("opt/cni")
      try FileManager.default.createSymbolicLink(atPath: scratch("opt/cni/bin"), withDestinationPath: "/usr/lib/cni")
      let found = node.probe().node
      #expect(found.folders == ["/opt/cni/bin"])
      #expect(found.plugins.map(\.path) == ["/opt/cni/bin/bridge"])
      #expect(found.plugins[0].shadowed.isEmpty)
    }
  }

  @Test func theUsualFoldersComeBehindThoseThatARuntimeUses() async throws {
    try await withScratch { scratch in
      let node = FakeNode(scratch: scratch)
      for folder in ["opt/cni/bin", "usr/lib/cni", "usr/libexec/cni", "srv/a", "srv/b", "srv/c"] {
        try node.plugin("\(folder)/bridge")
      }
      try node.containerd("v1.6.20")
      try scratch.file(
        "etc/containerd/config.toml",
        """
        version = 2
        [plugins."io.containerd.grpc.v1.cri".cni]
          bin_dir = "/srv/c"
        """)
      let found = node.probe(searchPath: "/srv/b::relative:/srv/a:/missing").node
      #expect(found.folders == ["/srv/b", "/srv/a", "/srv/c", "/opt/cni/bin", "/usr/lib/cni", "/usr/libexec/cni"])
      #expect(found.plugins[0].path == "/srv/b/bridge")
    }
  }

  /// To start everything in /usr/sbin would start what ends the machine.
  @Test func foldersOfOrdinaryProgramsAreLeftOut() async throws {
    try await withScratch { scratch in
      let node = FakeNode(scratch: scratch)
      try node.program("usr/sbin/reboot", "touch \(scratch("rebooted"))")
      try node.plugin("cni/bridge")
      try FileManager.default.createSymbolicLink(atPath: scratch("sbin"), withDestinationPath: "usr/sbin")
      let (found, remarks, _) = node.probe(binDirs: ["/sbin", "/usr/../usr/sbin", "/cni"])
      #expect(found.plugins.map(\.type) == ["bridge"])
      #expect(remarks.contains(.refusedFolder("/sbin")))
      #expect(!FileManager.default.fileExists(atPath: scratch("rebooted")))
    }
  }
}
