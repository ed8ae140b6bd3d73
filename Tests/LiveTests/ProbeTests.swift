import Foundation
import TestSupport
import Testing

/// `cnigen probe` of this machine: Debian's plugins 1.1.1, which call themselves "version unknown", and its containerd.
@Suite("The probe", .enabled(if: Machine.wantsLive, Machine.skipped), .timeLimit(.minutes(5))) struct ProbeTests {
  private static func probe(_ arguments: [String] = []) throws -> Outcome {
    try run(try Machine.cnigen(), ["probe"] + arguments)
  }

  /// What the plugins of a document are: the block of each, by type.
  private static func plugins(_ document: String) -> [String: String] {
    let list = document.components(separatedBy: "\nplugins:\n").dropFirst().first ?? ""
    let blocks = list.components(separatedBy: "  - type: ").dropFirst()
    return Dictionary(
      uniqueKeysWithValues: blocks.map { ($0.components(separatedBy: "\n")[0], $0) })
  }

  private static func types() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Machine.plugins).sorted()
  }

  private static func sums() throws -> [String: String] {
    let output = try run(Machine.program("sha256sum"), types().map { "\(Machine.plugins)/\($0)" }).required()
    return Dictionary(
      uniqueKeysWithValues: output.split(separator: "\n").map { line in
        (String(line.split(separator: "/").last ?? ""), String(line.prefix(64)))
      })
  }

  @Test("finds Debian's plugins by their package, and says what their binaries show")
  func packagedPlugins() throws {
    let document = try Self.probe(["--bin-dir", Machine.plugins]).required()
    let plugins = Self.plugins(document)
    let sums = try Self.sums()
    #expect(try plugins.keys.sorted() == Self.types())
    for (type, block) in plugins {
      #expect(block.contains("release: 1.1.1\n"), "\(block)")
      #expect(block.contains("releaseFrom: package\n"), "\(block)")
      #expect(block.contains("package containernetworking-plugins 1.1.1"), "\(block)")
      #expect(block.contains("deduced from spec versions and key names: 1."), "\(block)")
      #expect(block.contains(try #require(sums[type])))
    }
    #expect(
      plugins["bridge"]?.contains("as it has macspoofchk (since 1.1.0) and lacks vlanTrunk (since 1.3.0)") == true)
    #expect(document.contains("version: 1.6.20\n") && document.contains("path: /usr/bin/containerd\n"))
  }

  /// Copies belong to no package, and say nothing: all that is left is to deduce.
  @Test("deduces the release of plugins that nobody knows anything of")
  func copiedPlugins() async throws {
    try await withScratch { scratch in
      let folder = try scratch.folder("bin")
      for type in try Self.types() {
        try Self.copy("\(Machine.plugins)/\(type)", to: "\(folder)/\(type)")
      }
      let document = try Self.probe(["--bin-dir", folder]).required()
      let plugins = Self.plugins(document)
      #expect(try plugins.keys.sorted() == Self.types())
      for block in plugins.values {
        #expect(block.contains("release: 1.1.1\n") && block.contains("releaseFrom: deduced\n"), "\(block)")
        #expect(block.contains("1.1.1 is the newest that fits 16 of 16 plugins in \(folder)"), "\(block)")
      }
    }
  }

  @Test("writes a document that holds as long as nothing changes")
  func lock() async throws {
    try await withScratch { scratch in
      let folder = try scratch.folder("bin")
      for type in ["bridge", "host-local", "portmap"] {
        try Self.copy("\(Machine.plugins)/\(type)", to: "\(folder)/\(type)")
      }
      let document = scratch("node.yaml")
      try Self.probe(["--bin-dir", folder, "-o", document]).required()
      let written = try String(contentsOfFile: document, encoding: .utf8)
      try Self.probe(["--bin-dir", folder, "-o", document]).required()
      #expect(try String(contentsOfFile: document, encoding: .utf8) == written)
      try run(Machine.cnigen(), ["validate", "--strict", document]).required()

      let unchanged = try Self.probe(["--check", document])
      #expect(unchanged.end == .exited(0) && unchanged.output.isEmpty)
      #expect(unchanged.errors == "cnigen: \(document) still holds: 3 plugins, containerd 1.6.20\n")

      try FileManager.default.removeItem(atPath: "\(folder)/portmap")
      try Self.copy("\(Machine.plugins)/vlan", to: "\(folder)/vlan")
      let bridge = try #require(FileHandle(forWritingAtPath: "\(folder)/bridge"))
      try bridge.seekToEnd()
      try bridge.write(contentsOf: Data("x".utf8))
      try bridge.close()
      let changed = try Self.probe(["--check", document])
      #expect(changed.end == .exited(1))
      for rule in ["plugin-removed", "plugin-added", "plugin-changed"] {
        #expect(changed.output.contains("[\(rule)]"), "\(changed)")
      }
      #expect(changed.output.contains("3 errors\n"))
    }
  }

  @Test("gives builds a node that they can be checked against")
  func build() async throws {
    try await withScratch { scratch in
      try Self.probe(["--bin-dir", Machine.plugins, "-o", scratch("node.yaml")]).required()
      let profile = """
        apiVersion: cnigen/v1
        kind: Profile
        name: demo
        target: {capabilities: node.yaml}
        network:
          bridge: {name: b, gateway: true, hairpin: true}
          addresses: {ranges: [10.1.0.0/24], routes: [default]}
          portMappings: true

        """
      let good = try Compiler().build(scratch.file("good.yaml", profile), to: scratch("out"))
      #expect(good.succeeded && good.errors.isEmpty, "\(good)")
      #expect(
        try String(contentsOfFile: scratch("out/10-demo.conflist"), encoding: .utf8)
          .contains(#""cniVersion": "1.0.0""#))
      // Keys and plugins that 1.1.1 lacks: vlanTrunk came with 1.3.0, dummy with 1.2.0.
      let bad = profile.replacing("hairpin: true", with: "hairpin: true, vlanTrunk: [{id: 5}]")
      let refused = try Compiler().build(scratch.file("bad.yaml", bad), to: "-")
      #expect(refused.end == .exited(1))
      #expect(
        refused.errors.contains("bad.yaml:6:51: error: ") && refused.errors.contains("[key-too-new]"), "\(refused)")
      let missing = profile.replacing("bridge: {name: b, gateway: true, hairpin: true}", with: "dummy: true")
      let absent = try Compiler().build(scratch.file("missing.yaml", missing), to: "-")
      #expect(absent.end == .exited(1))
      #expect(absent.errors.contains("missing.yaml:6:3: error: ") && absent.errors.contains("dummy"), "\(absent)")
    }
  }

  /// By another process: a descriptor for writing that a child of some other test inherits would keep the program busy.
  private static func copy(_ program: String, to path: String) throws {
    try run("/bin/cp", ["--preserve=mode", program, path]).required()
  }
}
