import Diagnostics
import Syntax
import Testing

/// Reads texts and looks at trees, places and findings.
@Suite struct YAMLReaderTests {
  private struct Reading {
    let tree: Node?
    let bag: DiagnosticBag
    let file: SourceFile

    /// `rule@line:column` of each finding.
    var findings: [String] {
      bag.sorted().map { diagnostic in
        let place = diagnostic.range.map { file.position(at: $0.start) }
        return "\(diagnostic.rule)@\(place?.line ?? 0):\(place?.column ?? 0)"
      }
    }
  }

  private func read(_ bytes: [UInt8]) -> Reading {
    var files = SourceFiles()
    let file = SourceFile(name: "test.yaml", bytes: bytes)
    let id = files.add(file)
    var bag = DiagnosticBag()
    let tree = YAMLReader.read(id, bytes, into: &bag)
    return Reading(tree: tree, bag: bag, file: file)
  }

  private func read(_ text: String) -> Reading { read(Array(text.utf8)) }

  @Test func scalarsStayText() throws {
    let tree = try #require(read("a: 1.10\nb: no\nc: 010\nd: \"1\"\ne: 10:20:30\nf: ~\n").tree)
    #expect(tree["a"]?.scalar == Node.Scalar("1.10", isPlain: true))
    #expect(tree["b"]?.scalar == Node.Scalar("no", isPlain: true))
    #expect(tree["c"]?.scalar == Node.Scalar("010", isPlain: true))
    #expect(tree["d"]?.scalar == Node.Scalar("1", isPlain: false))
    #expect(tree["e"]?.scalar == Node.Scalar("10:20:30", isPlain: true))
    #expect(tree["f"]?.isNull == true)
  }

  /// The text of every value and key, taken from its place, is what the user wrote there.
  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func placesHoldInEveryEncodingOfLines(_ lineEnd: String, _ mark: String) throws {
    let lines = [
      "# ☃ a comment", "größe: \"äöü\"", "liste:", "  - eins", "  - {zwei: 'drei ☃', vier: 5}", "ende: x", "",
    ]
    let reading = read(mark + lines.joined(separator: lineEnd))
    let tree = try #require(reading.tree)
    let members = try #require(tree.mapping)
    #expect(reading.findings.isEmpty)
    #expect(members.map { reading.file.text($0.keyRange) } == ["größe", "liste", "ende"])
    #expect(tree["größe"].map { reading.file.text($0.range) } == "\"äöü\"")
    let inner = try #require(tree["liste"]?.sequence?.last)
    #expect(reading.file.text(inner.range) == "{zwei: 'drei ☃', vier: 5}")
    #expect(inner["vier"].map { reading.file.text($0.range) } == "5")
    let place = try #require(inner["vier"].map { reading.file.position(at: $0.range.start) })
    #expect(place == (5, 28))
    #expect(tree["ende"].map { reading.file.position(at: $0.range.start).line } == 6)
  }

  @Test func blockCollectionsEndWithTheirLastValue() throws {
    let reading = read("a:\n  b: 1\n  c:\n    - x\n\n# far below\nd: 2\n")
    let value = try #require(reading.tree?["a"])
    #expect(reading.file.text(value.range) == "b: 1\n  c:\n    - x")
  }

  @Test(arguments: [
    ("a: 1\na: 2\n", ["duplicate-key@2:1"]),
    ("a:\n\tb: 1\n", ["yaml-tab@2:1"]),
    ("a:\tb\n", ["yaml-tab@1:3"]),
    ("a: \"b\tc\" # d\te\n", []),
    ("a: |\n  b\tc\n  d\n", []),
    ("a: 1\n---\nb: 2\n", ["yaml-multiple-documents@2:1"]),
    ("---\na: 1\n...\n", []),
    ("a: !!str 1\nb: !!map {}\n", []),
    ("a: !secret 1\n", ["yaml-unknown-tag@1:4"]),
    ("a: *b\n", ["yaml-unknown-alias@1:4"]),
    ("a: &b {c: *b}\n", ["yaml-cyclic-alias@1:11"]),
    ("? [a]\n: 1\n", ["yaml-complex-key@1:3"]),
    ("a: {<<: 1}\n", ["yaml-merge@1:9"]),
    ("a: [1, 2\n", ["yaml-syntax@2:1"]),
    ("a: b: c\n", ["yaml-syntax@1:5"]),
    ("a: @b\n", ["yaml-syntax@1:4"]),
    ("", ["yaml-empty@1:1"]),
    ("# nothing\n", ["yaml-empty@1:1"]),
    ("a: \u{7}\n", ["yaml-syntax@1:4"]),
    ("ä: \u{7}\n", ["yaml-syntax@1:4"]),
  ])
  func faultsAreToldAtTheirPlace(_ text: String, _ expected: [String]) {
    #expect(read(text).findings == expected)
  }

  @Test(arguments: [
    ([0x61, 0x3A, 0x20, 0xFF, 0x0A], "invalid-utf8@1:4"),
    ([0x61, 0x3A, 0x20, 0xC3, 0x28], "invalid-utf8@1:4"),
    ([0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80], "invalid-utf8@1:4"),
    ([0xFF, 0xFE, 0x61, 0x00], "invalid-utf8@1:1"),
  ])
  func badBytesAreToldAtTheirPlace(_ bytes: [UInt8], _ expected: String) {
    let reading = read(bytes)
    #expect(reading.tree == nil)
    #expect(reading.findings.count == 1)
    #expect(reading.bag.diagnostics.first?.rule == "invalid-utf8")
    #expect(reading.findings.first?.hasPrefix(expected.prefix(13)) == true)
  }

  @Test func mergeKeysGiveWayToExplicitOnes() throws {
    let tree = try #require(
      read("base: &b {x: 1, y: 2}\nother: &o {y: 3, z: 4}\nall: {y: 9, <<: [*b, *o]}\n").tree)
    let all = try #require(tree["all"]?.mapping)
    #expect(all.map(\.key) == ["y", "x", "z"])
    #expect(tree["all"]?["y"]?.scalar?.text == "9")
    #expect(tree["all"]?["z"]?.scalar?.text == "4")
  }

  @Test func depthIsBounded() {
    let fits = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(read(fits).findings.isEmpty)
    #expect(read("[\(fits)]").findings == ["yaml-too-deep@1:65"])
    #expect(read(String(repeating: "[", count: 200_000)).findings == ["yaml-too-deep@1:65"])
    #expect(read(String(repeating: "{a: ", count: 100_000)).findings.count == 1)
  }

  @Test func expansionIsBounded() {
    var bomb = "x0: &x0 [a, a, a, a, a, a, a, a, a, a]\n"
    for level in 1...20 {
      let aliases = Array(repeating: "*x\(level - 1)", count: 10).joined(separator: ", ")
      bomb += "x\(level): &x\(level) [\(aliases)]\n"
    }
    #expect(read(bomb).findings.map { $0.prefix(16) } == ["yaml-alias-limit"])
  }

  @Test func amountIsBounded() {
    let list = "[" + String(repeating: "a,", count: YAMLReader.maximumValues - 1)
    #expect(read(list + "]").findings.isEmpty)
    #expect(read(list + "a]").findings == ["yaml-too-many-values@1:\(list.utf8.count + 1)"])
  }

  @Test func singleValuesAreBounded() {
    let fits = String(repeating: "a", count: YAMLReader.maximumValueSize)
    #expect(read("name: \(fits)").findings.isEmpty)
    #expect(read("name: \(fits)a\nother: b").findings == ["yaml-value-too-long@1:7"])
    #expect(read("name: \"\(fits)a").findings.map { $0.prefix(11) } == ["yaml-syntax"])
  }

  @Test func manyKeysStayLinear() throws {
    let text = (0..<50_000).map { "key\($0): \($0)\n" }.joined() + "key777: again\n"
    let reading = read(text)
    #expect(reading.tree?.mapping?.count == 50_000)
    #expect(reading.findings == ["duplicate-key@50001:1"])
  }

  @Test func largeFilesAreRefused() {
    #expect(read([UInt8](repeating: 0x20, count: (64 << 20) + 1)).findings == ["file-too-large@1:1"])
  }

  /// Whatever bytes come in, the reader gives a tree or says why not.
  @Test func mutatedTextsNeverCrash() {
    let seed = Array(
      "a: &x {b: [1, 'two', \"three\\n\"], <<: {c: |\n  text\n}}\nlist:\n  - *x\n  - ? k\n    : v\n# end\n".utf8)
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<3_000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let position = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[position] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: position)
        default: bytes.insert(UInt8.random(in: 0...127, using: &generator), at: position)
        }
      }
      let reading = read(bytes)
      #expect(reading.tree != nil || reading.bag.hasErrors)
      for diagnostic in reading.bag.diagnostics {
        let range = diagnostic.range
        #expect(Int(range?.end ?? 0) <= bytes.count, "\(diagnostic.rule) lies behind the text")
      }
    }
  }
}
