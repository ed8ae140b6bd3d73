import Foundation
import TestSupport
import Testing

@testable import Probe

/// Paths of an image that is mounted somewhere, whose links mean the image's own files.
@Suite struct NodeRootTests {
  private func link(_ path: String, to target: String, _ scratch: Scratch) throws {
    try scratch.file("\(path).beside", "")
    try FileManager.default.createSymbolicLink(atPath: scratch(path), withDestinationPath: target)
  }

  @Test func linksStayInTheImage() async throws {
    try await withScratch { scratch in
      try scratch.file("usr/lib/cni/bridge", "")
      try link("opt/cni/bin", to: "/usr/lib/cni", scratch)
      try link("usr/libexec/cni", to: "../lib/cni", scratch)
      try link("etc/out", to: "../../../../../../../etc/passwd", scratch)
      try link("etc/chain", to: "/opt/cni/bin/bridge", scratch)
      let root = NodeRoot(scratch.path + "//")
      #expect(root.resolved("/opt/cni/bin/bridge") == "/usr/lib/cni/bridge")
      #expect(root.place(of: "/opt/cni/bin/bridge") == scratch("usr/lib/cni/bridge"))
      #expect(root.resolved("/usr/libexec/cni") == "/usr/lib/cni")
      #expect(root.resolved("/etc/out") == "/etc/passwd")
      #expect(root.resolved("/etc/chain") == "/usr/lib/cni/bridge")
      #expect(root.resolved("/no/such/../file") == "/no/file")
    }
  }

  @Test func circlesEnd() async throws {
    try await withScratch { scratch in
      try link("a", to: "/b", scratch)
      try link("b", to: "a", scratch)
      #expect(NodeRoot(scratch.path).resolved("/a") == nil)
    }
  }

  @Test func thisMachineIsItself() {
    #expect(NodeRoot("/").isThisMachine && NodeRoot().place(of: "/usr/lib/cni") == "/usr/lib/cni")
  }
}
