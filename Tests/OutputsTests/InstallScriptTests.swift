import Foundation
import TestSupport
import Testing

/// The script of the DaemonSet, run by the shells that containers have.
@Suite struct InstallScriptTests {
  private static let old = "{\"name\": \"old\"}\n"
  private static let new = "{\"name\": \"new\", \"text\": \"\(String(repeating: "x", count: 50_000))\"}\n"
  private static let record = ".cnigen-demo.installed"

  private func onNode(_ shell: ContainerShell, _ body: (InstallerNode) throws -> Void) async throws {
    try await withScratch { try body(InstallerNode($0, shell)) }
  }

  @Test(arguments: ContainerShell.allCases) func filesArePutInPlaceOnceAndWhole(_ shell: ContainerShell) async throws {
    try await onNode(shell) { node in
      try node.publish(["10-a.conflist": Self.old, "20-b.conflist": Self.new])
      #expect(try !node.isReady())
      let first = try node.once()
      #expect(first.succeeded && first.errors.isEmpty, "\(first)")
      #expect(try node.networks() == ["10-a.conflist": Self.old, "20-b.conflist": Self.new])
      #expect(try node.names() == ["10-a.conflist", "20-b.conflist", Self.record])
      #expect(try node.isReady())
      let path = node.scratch("net.d/10-a.conflist")
      let before = try FileManager.default.attributesOfItem(atPath: path)
      #expect(before[.posixPermissions] as? Int == 0o644)
      let second = try node.once()
      #expect(second.succeeded && second.output.isEmpty && second.errors.isEmpty, "\(second)")
      let after = try FileManager.default.attributesOfItem(atPath: path)
      #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int, "the same file stays")
    }
  }

  /// The record has the sums that the system's own program makes.
  @Test(arguments: ContainerShell.allCases) func theRecordIsReadByOthers(_ shell: ContainerShell) async throws {
    try await onNode(shell) { node in
      try node.publish(["10-a.conflist": Self.old, "20-b.conflist": Self.new])
      try node.once().required()
      try run(
        "/usr/bin/env", ["--chdir=\(node.scratch("net.d"))", "sha256sum", "--check", "--strict", Self.record]
      ).required()
    }
  }

  @Test(arguments: ContainerShell.allCases) func itFollowsTheConfigMapAndHandsOffFiles(_ shell: ContainerShell)
    async throws
  {
    try await onNode(shell) { node in
      try node.publish(["10-a.conflist": Self.old])
      try "{}".write(toFile: node.scratch("net.d/99-foreign.conf"), atomically: false, encoding: .utf8)
      let child = try node.start(pause: "0.1")
      #expect(try InstallerNode.wait { try node.isReady() })
      try node.publish(["10-a.conflist": Self.new])
      #expect(InstallerNode.wait { node.text("10-a.conflist") == Self.new }, "a change of the ConfigMap arrives")
      try "by hand".write(toFile: node.scratch("net.d/10-a.conflist"), atomically: false, encoding: .utf8)
      #expect(InstallerNode.wait { node.text("10-a.conflist") == Self.new }, "a file edited by hand is put right")
      try FileManager.default.removeItem(atPath: node.scratch("net.d/10-a.conflist"))
      #expect(InstallerNode.wait { node.text("10-a.conflist") == Self.new }, "a removed file comes back")
      try FileManager.default.removeItem(atPath: node.scratch("net.d/10-a.conflist"))
      try FileManager.default.createSymbolicLink(
        atPath: node.scratch("net.d/10-a.conflist"), withDestinationPath: node.scratch("networks/10-a.conflist"))
      let isFile = {
        let type = try? FileManager.default.attributesOfItem(atPath: node.scratch("net.d/10-a.conflist"))[.type]
        return type as? FileAttributeType == .typeRegular
      }
      #expect(InstallerNode.wait(until: isFile), "containerd does not notice what a link leads to")
      try node.publish(["10-b.conflist": Self.old])
      #expect(try InstallerNode.wait { try node.names() == ["10-b.conflist", "99-foreign.conf", Self.record] })
      // The record is written when all of a round has been said.
      #expect(InstallerNode.wait { node.text(Self.record)?.contains("10-a.conflist") == false })
      #expect(child.isRunning())
      let outcome = child.terminate()
      #expect(outcome.end == .exited(0), "\(outcome)")
      #expect(outcome.errors.isEmpty, "\(outcome.errors)")
      #expect(outcome.output.contains("removed \(node.scratch("net.d/10-a.conflist"))"))
    }
  }

  @Test(arguments: ContainerShell.allCases) func aDroppedFileThatSomebodyChangedStays(_ shell: ContainerShell)
    async throws
  {
    try await onNode(shell) { node in
      try node.publish(["10-a.conflist": Self.old, "20-b.conflist": Self.old])
      try node.once().required()
      try node.publish(["20-b.conflist": Self.old])
      try "mine".write(toFile: node.scratch("net.d/10-a.conflist"), atomically: false, encoding: .utf8)
      #expect(try node.once().required().contains("left \(node.scratch("net.d/10-a.conflist")) alone"))
      #expect(try node.networks() == ["10-a.conflist": "mine", "20-b.conflist": Self.old])
      #expect(try node.once().required().isEmpty, "it is said once")
    }
  }

  @Test(arguments: ContainerShell.allCases) func anEmptyConfigMapOrFileChangesNothing(_ shell: ContainerShell)
    async throws
  {
    try await onNode(shell) { node in
      let nothing = try node.once()
      #expect(nothing.end == .exited(1) && nothing.errors.contains("the ConfigMap has no files"), "\(nothing)")
      try node.publish(["10-a.conflist": Self.old])
      try node.once().required()
      try node.publish([:])
      #expect(try !node.once().succeeded)
      #expect(try node.networks() == ["10-a.conflist": Self.old])
      try node.publish(["10-a.conflist": ""])
      let empty = try node.once()
      #expect(empty.end == .exited(1) && empty.errors.contains("10-a.conflist is empty"), "\(empty)")
      #expect(try node.networks() == ["10-a.conflist": Self.old])
      #expect(try !node.isReady())
    }
  }

  @Test(arguments: ContainerShell.allCases) func aFolderThatTakesNothingIsToldOfAndTriedAgain(
    _ shell: ContainerShell
  ) async throws {
    try await onNode(shell) { node in
      try node.publish(["10-a.conflist": Self.old])
      try FileManager.default.removeItem(atPath: node.scratch("net.d"))
      let child = try node.start(pause: "0.05", patience: 1000)
      usleep(300_000)
      try node.scratch.folder("net.d")
      #expect(InstallerNode.wait { node.text("10-a.conflist") == Self.old })
      let outcome = child.terminate()
      #expect(outcome.errors == "cnigen-demo: there is no folder \(node.scratch("net.d"))\n", "it is told once")

      try FileManager.default.removeItem(atPath: node.scratch("net.d"))
      let gaveUp = try node.start(pause: "0.01", patience: 3).wait(limit: 20)
      #expect(gaveUp.end == .exited(1), "a container that cannot do its work ends, so that people see it")
    }
  }

  @Test(arguments: ContainerShell.allCases) func aFolderThatMayNotBeWrittenToStaysAsItIs(
    _ shell: ContainerShell
  ) async throws {
    try await onNode(shell) { node in
      try node.publish(["10-a.conflist": Self.new])
      try Self.old.write(toFile: node.scratch("net.d/10-a.conflist"), atomically: false, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: node.scratch("net.d"))
      // Root may write everywhere.
      let somebody = ["--reuid=65534", "--regid=65534", "--clear-groups"]
      let wrapper = geteuid() == 0 ? [try Machine.program("setpriv")] + somebody : []
      let child = try node.start(pause: "0.02", patience: 5, by: wrapper)
      let outcome = child.wait(limit: 20)
      #expect(outcome.end == .exited(1), "\(outcome)")
      let complaint = "cnigen-demo: \(node.scratch("net.d")) cannot be written to: mktemp: "
      #expect(outcome.errors.hasPrefix(complaint) && outcome.errors.contains("Permission denied"), "\(outcome)")
      #expect(outcome.output.isEmpty)
      #expect(try node.names() == ["10-a.conflist"])
      #expect(node.text("10-a.conflist") == Self.old)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: node.scratch("net.d"))
    }
  }

  /// As on a full disk: the copy ends in its midst.
  @Test(arguments: ContainerShell.allCases) func halfACopyIsNeverPutInPlace(_ shell: ContainerShell) async throws {
    try await onNode(shell) { node in
      try node.publish(["10-a.conflist": Self.old, "20-b.conflist": Self.old])
      try node.once().required()
      try node.publish(["10-a.conflist": Self.new, "20-b.conflist": "{}\n"])
      let limited = [try Machine.program("prlimit"), "--fsize=10000", "--"]
      let outcome = try node.start(by: limited).wait(limit: 20)
      #expect(outcome.end == .exited(1), "\(outcome)")
      #expect(outcome.errors.contains("\(node.scratch("net.d/10-a.conflist")) cannot be written"), "\(outcome)")
      #expect(try node.networks() == ["10-a.conflist": Self.old, "20-b.conflist": "{}\n"])
      #expect(try node.names().count == 3, "no half file stays")
      try node.once().required()
      #expect(node.text("10-a.conflist") == Self.new)
    }
  }

  @Test(arguments: ContainerShell.allCases) func aFolderInTheFilesPlaceIsLeftAlone(_ shell: ContainerShell) async throws
  {
    try await onNode(shell) { node in
      try node.publish(["10-a.conflist": Self.old, "20-b.conflist": Self.old])
      try node.scratch.folder("net.d/10-a.conflist/mine")
      let outcome = try node.once()
      #expect(outcome.end == .exited(1) && outcome.errors.contains("10-a.conflist is a folder"), "\(outcome)")
      #expect(node.text("20-b.conflist") == Self.old, "the others are put in place")
      #expect(FileManager.default.fileExists(atPath: node.scratch("net.d/10-a.conflist/mine")))
    }
  }

  @Test func theTextIsPOSIXAndSafeFromKubernetes() async throws {
    try await onNode(.dash) { node in
      for text in [node.script, node.probe] {
        let path = try node.scratch.file("script.sh", text)
        let check = try run(Machine.program("shellcheck"), ["--shell=sh", path])
        #expect(check.succeeded, "\(check)")
        // Kubernetes takes $$ for $ and replaces $(NAME) by a variable of the container.
        #expect(!text.contains("$$"))
        for variable in ["CNIGEN_NAME", "CNIGEN_FROM", "CNIGEN_TO", "PATH", "HOSTNAME", "HOME"] {
          #expect(!text.contains("$(\(variable))"))
        }
      }
    }
  }
}
