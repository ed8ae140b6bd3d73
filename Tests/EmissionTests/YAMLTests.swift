import Emission
import TestSupport
import Testing

/// YAML as other programs read it: PyYAML, its C twin over libyaml, and a reader of YAML 1.2.
@Suite struct YAMLTests {
  @Test func itLooksAsPeopleWriteIt() {
    let value = YAML.mapping([
      .init("kind", .string("DaemonSet")),
      .init("count", .commented(["how many", "", "in all"], .integer(3))),
      .init(
        "items",
        .sequence([
          .mapping([.init("path", .string("/etc/a")), .init("text", .string("one\n\n  two\n"))]),
          .commented(["a word"], .string("b")), .sequence([.bool(true), .null]),
          .mapping([.init("first", .commented(["above"], .integer(1)))]),
        ])),
      .init("ranges", .inline(.sequence([.string("10.88.0.0/16"), .string("fd00::/64"), .string("a: b")]))),
      .init("empty", .mapping([])), .init("none", .sequence([])), .init("last", .string("no end\nhere")),
    ])
    let expected = """
      # a head
      kind: DaemonSet
      # how many
      #
      # in all
      count: 3
      items:
        - path: /etc/a
          text: |
            one

              two
        # a word
        - b
        -
          - true
          - null
        -
          # above
          first: 1
      ranges: [10.88.0.0/16, "fd00::/64", "a: b"]
      empty: {}
      none: []
      last: |-
        no end
        here

      """
    #expect(String(decoding: YAMLWriter.document(value, comment: ["a head"]), as: UTF8.self) == expected)
  }

  /// Texts that some reader of YAML takes for something else, or that could end what stands around them.
  static let hostile = [
    "", " ", "\n", "\n\n", " a", "a ", "a\n", "a\n\n", "\na", "  \n a\n", "a\n \nb", "a\n  ", "a\n\t\nb", "\ta\nb",
    "a\n\tb",
    "a\r\nb", "a\rb", "---", "---\n", "a\n---\nb\n", "...", "a\n...\n", "- a", "-", "? a", "a: b", "a:", ": a", "a #b",
    "#",
    "{{ a }}", "{a: b}", "[a]", "*a", "&a", "!a", "|", ">", "%YAML", "@a", "`a`", "'", "''", "\"", "\\", "a\\nb",
    "$(X)",
    "true", "True", "yes", "NO", "on", "off", "y", "N", "null", "Null", "~", "<<", "=", "0", "1.10", "1.6.20", "010",
    "0x1F", "0o17", "1e3", "1_000", "1,000", ".inf", ".nan", "-1", "+1", "2001-12-14", "2001-12-14 21:59:43",
    "12:30:45",
    "10:20:30:40:50:60", "10.88.0.0/16", "10.0.0.1", "10-net.conflist", "5m", "8Mi", "1E3", "0b1", "0xAg", "1_0.5",
    "12e03", "1:2g", "fd00::/64", "::1", "ü", "☃\n☃", "𝄞", "\u{0}", "\u{1}", "\u{7F}",
    "a\u{85}b", "a\u{85}\nb", "a\u{2028}b\n", "a\u{2029}b\n", "\u{FEFF}a\n", "\u{FFFE}", "\u{FFFF}\n", "\u{A0}a\n",
    "e\u{301}\n\u{301}", "$${", "a\n#b\n", "key: |\n  x\n", String(repeating: "x", count: 5000),
    String(repeating: "long line ", count: 2000) + "\n",
  ]

  /// One value as YAML and as JSON.
  struct Twin {
    let yaml: YAML
    let json: JSON
  }

  /// A tree that grows from a seed: hostile texts as keys and values, at all depths, in all forms.
  static func twin(_ random: inout SplitMix, depth: Int) -> Twin {
    func text() -> String {
      let one = hostile[random.next(below: hostile.count)]
      return random.next(below: 3) == 0 ? one + hostile[random.next(below: hostile.count)] : one
    }
    switch depth == 0 ? random.next(below: 2) : random.next(below: 6) {
    case 0, 1:
      let text = text()
      return Twin(yaml: .string(text), json: .string(text))
    case 2:
      let inner = (0..<random.next(below: 4)).map { _ in twin(&random, depth: depth - 1) }
      return Twin(yaml: .sequence(inner.map(\.yaml)), json: .array(inner.map(\.json)))
    case 3:
      let inner = twin(&random, depth: depth - 1)
      return Twin(yaml: .inline(inner.yaml), json: inner.json)
    case 4:
      let inner = twin(&random, depth: depth - 1)
      return Twin(yaml: .commented([text(), "a: b"], inner.yaml), json: inner.json)
    default:
      var names: [String] = []
      for _ in 0..<random.next(below: 4) {
        let name = text()
        if !names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) { names.append(name) }
      }
      let inner = names.map { ($0, twin(&random, depth: depth - 1)) }
      return Twin(
        yaml: .mapping(inner.map { .init($0.0, $0.1.yaml) }), json: .object(inner.map { .init($0.0, $0.1.json) }))
    }
  }

  /// A small generator of numbers that are the same in every run.
  struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(below bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
  }

  @Test func everyReaderGivesBackEveryText() async throws {
    var random = SplitMix(seed: 88)
    var twins = Self.hostile.map { Twin(yaml: .string($0), json: .string($0)) }
    twins += Self.hostile.map {
      Twin(
        yaml: .sequence([.mapping([.init($0, .string($0)), .init("b", .inline(.sequence([.string($0)])))])]),
        json: .array([.object([.init($0, .string($0)), .init("b", .array([.string($0)]))])]))
    }
    twins += (0..<300).map { _ in Self.twin(&random, depth: 4) }
    try await withScratch { scratch in
      for (index, twin) in twins.enumerated() {
        let text = String(decoding: YAMLWriter.document(twin.yaml, comment: ["a\u{2028}b: c"]), as: UTF8.self)
        try scratch.file("\(index).yaml", text)
        try scratch.file("\(index).json", String(decoding: JSONWriter.document(twin.json), as: UTF8.self))
      }
      let program = """
        import json, sys, yaml, ruamel.yaml
        wrong = 0
        def newer(data):
            return ruamel.yaml.YAML(typ="safe", pure=True).load(data)
        readers = {"PyYAML": yaml.SafeLoader, "libyaml": yaml.CSafeLoader}
        for index in range(int(sys.argv[2])):
            data = open(f"{sys.argv[1]}/{index}.yaml", "rb").read()
            wanted = json.load(open(f"{sys.argv[1]}/{index}.json", "rb"))
            for name, read in [(n, lambda d, r=r: yaml.load(d, r)) for n, r in readers.items()] + [("ruamel", newer)]:
                try:
                    seen = read(data)
                except Exception as error:
                    seen = error
                if seen != wanted:
                    wrong += 1
                    print(name, "reads", repr(seen)[:300], "for", repr(wanted)[:300], "in", data[:400])
        print("read", index + 1, "documents")
        sys.exit(wrong > 0)
        """
      let seen = try run(Tools.program("python3"), ["-c", program, scratch.path, "\(twins.count)"], limit: 120)
      #expect(seen.succeeded, "\(seen)")
      #expect(seen.output.hasSuffix("read \(twins.count) documents\n"))
    }
  }

  @Test func sectionsStandApart() {
    let value = YAML.mapping([
      .init("a", .string("b"), isApart: true),
      .init(
        "c", .commented(["about c"], .mapping([.init("d", .null), .init("e", .bool(true), isApart: true)])),
        isApart: true),
    ])
    let expected = """
      a: b

      # about c
      c:
        d: null

        e: true

      """
    #expect(String(decoding: YAMLWriter.document(value), as: UTF8.self) == expected)
  }

  /// Who looks for comments line by line finds none in a text.
  @Test func textsHoldNoComments() {
    for text in ["# cnigen:allow x y", "a # b", "a\u{1} # b"] {
      #expect(!YAMLWriter.line(.string(text)).contains("#"), "\(YAMLWriter.line(.string(text)))")
    }
    #expect(YAMLWriter.line(.string("a#b")) == "\"a#b\"")
  }

  @Test func severalDocumentsAreParted() throws {
    let documents = YAMLWriter.documents([.mapping([.init("a", .string("---\nb\n"))]), .integer(2)], comment: ["c"])
    #expect(String(decoding: documents, as: UTF8.self) == "# c\na: |\n  ---\n  b\n---\n2\n")
  }
}
