import Foundation
import TestSupport
import Testing

/// Inventories that are damaged, hostile or far too large: an error at their row, and nothing is written.
@Suite struct HostileInventoryTests {
  /// Texts that are no names of nodes, and a word of what is said about them.
  private static let names: [(name: String, says: String)] = [
    ("../x", "it holds `/`"), ("a/b", "it holds `/`"), (".", "a dot stands at an end"),
    ("..", "a dot stands at an end"), ("", "it is empty"),
    (String(repeating: "n", count: 300), "longer than 253 bytes"),
    ("Upper", "capital letters"), ("a\u{1}b", "control"), ("a\tb", "a control character"),
    ("a\u{1B}[2Jb", "a control character"), ("\u{FC}", "not ASCII"), ("-a", "dash"), ("a b", "holds"),
  ]

  private static func fleet(_ nodes: String) -> String {
    """
    apiVersion: cnigen/v1
    kind: Fleet
    name: hostile
    lock: fleet.lock
    profile:
      target: {containerd: 1.7.34, plugins: 1.5.1}
      network:
        bridge: {name: cni0, gateway: true}
        addresses: {ranges: [10.88.0.0/16], routes: [default]}
    allocate: [{from: 10.0.0.0/8, prefix: 24}]
    nodes:
      - \(nodes)

    """
  }

  /// Builds a fleet over an older output and an older lock, which must both stay as they are.
  private func build(
    _ nodes: String, _ files: [String: [UInt8]] = [:], input: String = "", in scratch: Scratch
  ) throws -> Outcome {
    try scratch.file("fleet.yaml", Self.fleet(nodes))
    for (name, bytes) in files { try Data(bytes).write(to: URL(filePath: scratch(name))) }
    try scratch.folder("out")
    try scratch.file("out/old", "old")
    try scratch.file("fleet.lock", "# a lock\nold-node 10.9.9.0/24\n")
    let outcome = try run(
      "/usr/bin/env", ["--chdir=\(scratch.path)", try Machine.cnigen(), "build", "fleet.yaml", "-o", "out"],
      input: input)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch("out")) == ["old"])
    #expect(try String(contentsOfFile: scratch("fleet.lock"), encoding: .utf8) == "# a lock\nold-node 10.9.9.0/24\n")
    #expect(outcome.end == .exited(1), "\(outcome)")
    // Nothing that a file holds may steer the terminal.
    #expect(!outcome.errors.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }, "\(outcome)")
    return outcome
  }

  /// JSON's way to write a text.
  private static func quoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.map { $0.value < 0x20 ? String(format: "\\u%04x", $0.value) : String($0) }.joined()
      + "\""
  }

  @Test(arguments: names.indices) func nameInYAML(_ index: Int) async throws {
    let (name, says) = Self.names[index]
    try await withScratch { scratch in
      let outcome = try build("{name: sound}\n  - {name: \(Self.quoted(name))}", in: scratch)
      #expect(outcome.errors.hasPrefix("fleet.yaml:13:12: error: "), "\(outcome)")
      #expect(outcome.errors.contains(says), "\(outcome)")
    }
  }

  @Test(arguments: names.indices) func nameInCSV(_ index: Int) async throws {
    let (name, says) = Self.names[index]
    try await withScratch { scratch in
      let outcome = try build("from: n.csv", ["n.csv": Array("name,pool\nsound,\n\(name),\n".utf8)], in: scratch)
      #expect(outcome.errors.contains("n.csv:3:1: error: "), "\(outcome)")
      #expect(outcome.errors.contains(says), "\(outcome)")
    }
  }

  @Test(arguments: names.indices, [true, false]) func nameInKubectl(_ index: Int, _ isPiped: Bool) async throws {
    let (name, says) = Self.names[index]
    try await withScratch { scratch in
      let list = """
        {"apiVersion": "v1", "kind": "List", "items": [
          {"kind": "Node", "metadata": {"name": "sound"}, "spec": {"podCIDRs": ["10.0.0.0/24"]}},
          {"kind": "Node", "metadata": {"name": \(Self.quoted(name))}, "spec": {"podCIDRs": ["10.0.1.0/24"]}}
        ]}
        """
      let outcome =
        isPiped
        ? try build("from: \"-\"", input: list, in: scratch)
        : try build("from: n.json", ["n.json": Array(list.utf8)], in: scratch)
      #expect(outcome.errors.contains(":3:"), "\(outcome)")
      // JSON writes control characters in a way that no name has either.
      let isEscaped = name.unicodeScalars.contains { $0.value < 0x20 }
      #expect(outcome.errors.contains(isEscaped ? "it holds `\\`" : says), "\(outcome)")
    }
  }

  @Test func namesThatDifferByCaseAlone() async throws {
    try await withScratch { scratch in
      let twice = try build("from: n.csv", ["n.csv": Array("name\na\nb\na\n".utf8)], in: scratch)
      #expect(twice.errors.contains("n.csv:4:1: error: the node a is there twice"), "\(twice)")
      let patterns = try build("\"a-[1-3]\"\n  - a-2", in: scratch)
      #expect(patterns.errors.contains("the node a-2 is there twice"), "\(patterns)")
      let cased = try build("a-1\n  - A-1", in: scratch)
      #expect(cased.errors.contains("A-1") && cased.errors.contains("capital"), "\(cased)")
    }
  }

  @Test(arguments: [
    ("a file that stops", "{\"items\": [{\"metadata\": {\"name\": \"a\"}", "n.json:1:"),
    ("no list at all", "{\"kind\": \"Pod\"}", "n.json:1:1"), ("nothing", "", "n.json:1:1"),
    ("no JSON", "name,pool", "n.json:1:1"),
  ]) func whatIsNoNodeList(_ what: String, _ text: String, _ place: String) async throws {
    try await withScratch { scratch in
      let outcome = try build("from: n.json", ["n.json": Array(text.utf8)], in: scratch)
      #expect(outcome.errors.contains(place), "\(what): \(outcome)")
    }
  }

  @Test(arguments: [
    ("no column of names", "host,pool\na,b\n", "n.csv:1:"), ("a row too long", "name,pool\na,b,c\n", "n.csv:2:"),
    ("a quote without an end", "name,pool\n\"a,b\n", "n.csv:2:1"), ("semicolons", "name;pool\na;b\n", "n.csv:1:"),
    ("no subnet", "name,subnets\na,10.0.0.0/99\n", "n.csv:2:3"), ("nothing", "", "n.csv:1:1"),
  ]) func tablesThatAreNone(_ what: String, _ text: String, _ place: String) async throws {
    try await withScratch { scratch in
      let outcome = try build("from: n.csv", ["n.csv": Array(text.utf8)], in: scratch)
      #expect(outcome.errors.contains(place), "\(what): \(outcome)")
    }
  }

  /// Without blocks to take them from, nobody gives these nodes a subnet: both would hand out the same addresses.
  @Test func nodesWithoutPodCIDRs() async throws {
    try await withScratch { scratch in
      let items = ["a", "b"].map { "{\"metadata\": {\"name\": \"\($0)\"}, \"spec\": {}}" }.joined(separator: ",")
      try scratch.file("n.json", "{\"kind\": \"List\", \"items\": [\(items)]}")
      let text = Self.fleet("from: n.json").replacing("allocate: [{from: 10.0.0.0/8, prefix: 24}]\n", with: "")
      let build = { (text: String, more: [String]) in
        try scratch.file("fleet.yaml", text)
        return try run(
          "/usr/bin/env", ["--chdir=\(scratch.path)", try Machine.cnigen(), "build", "fleet.yaml", "-o", "out"] + more)
      }
      let outcome = try build(text, [])
      #expect(outcome.end == .exited(1), "\(outcome)")
      for (name, column) in [("a", 51), ("b", 91)] {
        #expect(
          outcome.errors.contains("n.json:1:\(column): error: the node \(name) has no spec.podCIDR"), "\(outcome)")
      }
      let placed = try build(text.replacing("[10.88.0.0/16]", with: "\"${node.subnets}\""), [])
      #expect(placed.end == .exited(1) && placed.errors.contains("n.json:1:"), "\(placed)")
      #expect(!FileManager.default.fileExists(atPath: scratch("out")))

      // Nodes that are not of one cluster may be meant so, each by itself.
      let named = text.replacing("from: n.json", with: "\"n-[1-3]\"")
      let warned = try build(named, ["--strict"])
      #expect(warned.end == .exited(1) && warned.errors.contains("3 nodes have no subnet of their own"), "\(warned)")
      #expect(!FileManager.default.fileExists(atPath: scratch("out")))
      let allowed = try build(
        named.replacing("    bridge:", with: "    allow: {fleet-subnets-shared: each is by itself}\n    bridge:"),
        ["--strict"])
      #expect(allowed.succeeded, "\(allowed)")
    }
  }

  @Test func bytesThatAreNoText() async throws {
    try await withScratch { scratch in
      let outcome = try build("from: n.csv", ["n.csv": Array("name\na".utf8) + [0xFF, 0x0A]], in: scratch)
      #expect(outcome.errors.contains("n.csv:2:2: error: byte FF is not UTF-8"), "\(outcome)")
    }
  }

  /// A million rows are read; one more is refused at its row. Then a million nodes need what no block of the fleet has.
  @Test func millionsOfRows() async throws {
    try await withScratch { scratch in
      var rows = Array("name\n".utf8)
      for number in 1...1_000_000 { rows += Array("n\(number)\n".utf8) }
      let million = try build("from: n.csv", ["n.csv": rows], in: scratch)
      #expect(million.errors.contains("has 65536 subnets, and 934464 nodes more need one"), "\(million)")
      let more = try build("from: n.csv", ["n.csv": rows + Array("one-more\n".utf8)], in: scratch)
      #expect(
        more.errors.contains("n.csv:1000002:1: error: more than 1000000 nodes stand in this inventory"), "\(more)")
    }
  }
}
