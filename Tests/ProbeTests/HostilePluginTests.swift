import CNIModel
import Foundation
import NetworkTypes
import ProfileLanguage
import TestSupport
import Testing

@testable import Probe

/// Programs that do not answer as plugins do. Each is reported, and none is waited for.
@Suite struct HostilePluginTests {
  /// A name, what it does, and what is to be said of it.
  private static let programs: [(name: String, script: String, fault: String)] = [
    ("hang", "sleep 1000", "no answer within 2 s"),
    ("stubborn", "trap '' TERM INT HUP; while :; do sleep 1000; done", "no answer within 2 s"),
    ("loop", "while :; do :; done", "no answer within 2 s"),
    ("crash", "kill -SEGV $$", "it crashed: signal 11 (Segmentation fault)"),
    ("abort", "echo '{' ; kill -ABRT $$", "it crashed: signal 6 (Aborted)"),
    ("flood", "head -c 104857600 /dev/zero", "it wrote more than 1 MiB"),
    ("flood-errors", "head -c 104857600 /dev/zero >&2", "it wrote more than 1 MiB"),
    ("garbage", "head -c 3000 /bin/sh", "its answer is no JSON:"),
    ("words", "echo 'Usage: words FILE'", "its answer is no JSON: Usage: words FILE"),
    ("mute", "exit 0", "it answered nothing"),
    ("fails", "echo broken >&2; exit 3", "it exited with status 3: broken"),
    (
      "refuses", "echo '{\"code\":4,\"msg\":\"required env variables [CNI_NETNS] missing\"}'; exit 1",
      "it exited with status 1: required env variables [CNI_NETNS] missing"
    ),
    ("no-list", "echo '{\"cniVersion\":\"1.0.0\"}'", "its answer has no supportedVersions"),
    ("no-version", "echo '{\"supportedVersions\":[\"1.0.0\"]}'", "its answer has no cniVersion"),
    ("a-list", "echo '[\"1.0.0\"]'", "its answer is no JSON: [\"1.0.0\"]"),
    ("two", "echo '{\"cniVersion\":\"1.0.0\",\"supportedVersions\":[\"1.0.0\"]} {}'", "its answer is no JSON:"),
    (
      "liar", "echo '{\"cniVersion\":\"1.0.0\",\"supportedVersions\":[\"1.0.0\",\"banana\"]}'",
      "it claims the spec version \"banana\", which is none"
    ),
    (
      "number", "echo '{\"cniVersion\":\"1.0.0\",\"supportedVersions\":[1.0]}'",
      "its answer holds a version that is no text"
    ),
    (
      "boaster",
      "printf '{\"cniVersion\":\"1.0.0\",\"supportedVersions\":['; i=0; while [ $i -lt 2000 ]; do printf '\"0.0.%d\",' $i; i=$((i+1)); done; echo '\"1.0.0\"]}'",
      "its answer lists 2001 spec versions"
    ),
    (
      "parent", "echo '{\"cniVersion\":\"1.0.0\",\"supportedVersions\":[\"1.0.0\"]}'; sleep 1000 &",
      "it ended and left a process behind that holds its output open; a runtime would wait for that one"
    ),
    ("escapes", "printf 'a\\033[2Jb\\rc'", "its answer is no JSON: a [2Jb c"),
  ]

  @Test func eachIsReportedAndNoneIsWaitedFor() async throws {
    try await withScratch { scratch in
      let node = FakeNode(scratch: scratch)
      for program in Self.programs { try node.program("cni/\(program.name)", program.script) }
      try node.plugin("cni/sound", about: "CNI sound plugin v3.2.1")
      let start = ContinuousClock.now
      let found = node.probe(binDirs: ["/cni"]).node
      // Several hang, side by side; other tests may be using the machine.
      #expect(.now - start < .seconds(20))
      #expect(found.plugins.count == Self.programs.count + 1)
      for program in Self.programs {
        let plugin = try #require(found.plugins.first { $0.type == program.name })
        let fault = try #require(plugin.fault, "\(program.name) answered")
        #expect(fault.hasPrefix(program.fault), "\(program.name): \(fault)")
        #expect(plugin.specVersions == nil && plugin.sha256?.count == 64)
      }
      let sound = try #require(found.plugins.first { $0.type == "sound" })
      #expect(sound.specVersions == ["0.4.0", "1.0.0"])
      #expect(sound.release.release == "3.2.1" && sound.release.source == .told)

      // The document about them can be relied on.
      let back = ReadBack(found)
      #expect(back.findings.isEmpty)
      #expect(back.document?.plugins.map(\.fault?.value) == found.plugins.map(\.fault))
      #expect(back.compared(with: found).isEmpty)
    }
  }

  @Test func filesThatCannotBeRunAreToldOfOnlyWhereARuntimeWouldTakeThem() async throws {
    try await withScratch { scratch in
      let node = FakeNode(scratch: scratch)
      try scratch.file("cni/README.md", "not a plugin")
      try scratch.file("cni/bridge", "no program either")
      chmod(try scratch.file("cni/text", "no program of this machine\n"), 0o755)
      try scratch.folder("cni/folder")
      try FileManager.default.createSymbolicLink(atPath: scratch("cni/dangling"), withDestinationPath: "nowhere")
      mkfifo(scratch("cni/pipe"), 0o755)
      // Sparse, and too large to look into.
      let large = try scratch.file("cni/large", "")
      chmod(large, 0o755)
      #expect(truncate(large, off_t(BinaryContent.maximumSize) + 1) == 0)
      let found = node.probe(binDirs: ["/cni"]).node
      #expect(found.plugins.map(\.type) == ["bridge", "large", "text"])
      #expect(found.plugins[0].fault == "it cannot be run: permission denied")
      #expect(found.plugins[1].fault?.hasPrefix("it cannot be run: ") == true)
      #expect(found.plugins[1].sha256 == nil)
      #expect(found.plugins[2].fault == "it cannot be run: it is no program of this machine")
      #expect(ReadBack(found).findings.isEmpty)
    }
  }

  @Test func namesAreTakenAsTheyAre() async throws {
    try await withScratch { scratch in
      let node = FakeNode(scratch: scratch)
      let names = [
        "a b", "ü", "no", "1.10", "- x", "a: b", "#c", "new\nline", "tab\there", "*", "'", "\"", "{", ".hidden",
      ]
      for name in names { try node.plugin("cni/\(name)") }
      let found = node.probe(binDirs: ["/cni"]).node
      #expect(found.plugins.map(\.type).sorted() == names.sorted())
      #expect(found.plugins.allSatisfy { $0.fault == nil })
      let back = ReadBack(found)
      #expect(back.findings.isEmpty)
      #expect(back.document?.plugins.map(\.type?.value) == found.plugins.map(\.type))
      #expect(back.compared(with: found).isEmpty)
    }
  }

  /// A plugin of the first days knows no VERSION, and portmap of 0.6.0 and 0.7 answers an empty version, too.
  @Test func oldPluginsAreUnderstood() async throws {
    try await withScratch { scratch in
      let node = FakeNode(scratch: scratch)
      try node.program("cni/ancient", "echo '{\"code\":4,\"msg\":\"unknown CNI_COMMAND: VERSION\"}'; exit 1")
      try node.program("cni/old", "echo '{\"cniVersion\":\"0.2.0\"}'")
      try node.plugin("cni/portmap", versions: ["", "0.1.0", "0.2.0", "0.3.0", "0.3.1"])
      try node.program(
        "cni/twice",
        "echo '{\"cniVersion\":\"1.0.0\",\"cniVersion\":\"1.0.0\",\"supportedVersions\":[\"1.0.0\",\"1.0.0\"]}'")
      let found = node.probe(binDirs: ["/cni"]).node
      #expect(
        found.plugins.map(\.specVersions) == [
          ["0.1.0"], ["0.1.0", "0.2.0"], ["0.1.0", "0.2.0", "0.3.0", "0.3.1"], ["1.0.0"],
        ])
    }
  }
}
