import CNIModel
import Diagnostics
import ProfileLanguage
import Syntax
import Testing

/// Nodes that are read from their bytes are the nodes that libyaml's tree says, with the same places and findings.
@Suite struct PlainNodesTests {
  /// What a text is read to.
  private struct Reading: Equatable {
    var nodes: [String] = []
    var rest = ""
    var findings: [String] = []
    var hasPlainNodes = false
  }

  private static func read(_ bytes: [UInt8], isWhole: Bool) -> Reading {
    var documents = MemoryDocuments(texts: [:])
    let id = documents.take(SourceFile(name: "fleet.yaml", bytes: bytes))
    var bag = DiagnosticBag()
    var reading = Reading()
    if let document = ReadDocument.read(id, bytes, isWhole: isWhole, into: &bag) {
      reading.hasPlainNodes = document.plainNodes != nil
      reading.rest = rest(of: document.tree)
      if let fleet = FleetReader.read(document.tree, with: document.plainNodes, from: &documents, into: &bag) {
        reading.nodes = nodes(of: fleet)
      }
    }
    reading.findings = bag.diagnostics.map { finding in
      let notes = finding.notes.map { "\($0.message) \($0.range.map(shown) ?? "")" }
      return "\(finding.rule) \(finding.message) \(finding.range.map(shown) ?? "") \(notes) \(finding.help ?? "")"
    }
    return reading
  }

  private static func shown(_ range: SourceRange) -> String { "\(range.start)-\(range.end)" }

  /// Every node with all that is known of it; a name that stands alone is a pattern of one name or a node.
  private static func nodes(of fleet: FleetSpec) -> [String] {
    fleet.nodes.flatMap { source -> [String] in
      switch source {
      case .pattern(let pattern) where pattern.value.count == 1:
        ["\(String(decoding: pattern.value[0], as: UTF8.self)) \(shown(pattern.range)) [] [] []"]
      case .pattern(let pattern): ["\(pattern.value.count) \(shown(pattern.range))"]
      case .inventory(let inventory): [inventory.path.value]
      case .nodes(let numbers):
        numbers.map { node in
          let list = fleet.list
          let claims = list.claims(of: node).map { "\($0.subnet) \($0.place.map(shown) ?? "") \($0.origin)" }
          let labels = list.labels.of(node).map { "\($0.key)=\($0.value) \(shown($0.place))" }
          let pools = list.pools.of(node).map { "\($0.key) \(shown($0.place))" }
          let overlay = fleet.overlays.first { $0.node == node }?.overlay.members.map { rest(of: $0.value) }
          return "\(list.names.text(node)) \(shown(list.place(node))) \(claims) \(labels) \(pools)"
            + (overlay.map { " \($0)" } ?? "")
        }
      }
    }
  }

  /// The tree with all its places, but for the entries of `nodes`.
  private static func rest(of node: Node) -> String {
    let content =
      switch node.content {
      case .scalar(let scalar): "\(scalar.text)|\(scalar.isPlain)"
      case .sequence(let nodes): "[\(nodes.map(rest))]"
      case .mapping(let members):
        "{\(members.map { "\($0.key) \(shown($0.keyRange)): \($0.key == "nodes" ? shown($0.value.range) : rest(of: $0.value))" })}"
      }
    return "\(content) \(shown(node.range))"
  }

  /// Reads a text both ways, and returns whether nodes were read from their bytes.
  @discardableResult
  private static func compare(_ text: String, _ comment: Comment) -> Bool {
    let bytes = Array(text.utf8)
    var short = read(bytes, isWhole: false)
    let long = read(bytes, isWhole: true)
    let isShort = short.hasPlainNodes
    short.hasPlainNodes = false
    if short != long {
      Issue.record("\(comment): \(text)\n\(short)\n\(long)")
    }
    return isShort
  }

  private static let head = "apiVersion: cnigen/v1\nkind: Fleet\nname: f\nprofile: p.yaml\n"

  /// The forms in which people's scripts write nodes.
  private static let forms: [@Sendable (Int) -> String] = [
    { "- n-\($0)\n" },
    { "  - \"n-\($0)\"\n" },
    { "- {name: n-\($0), subnets: [10.0.\($0).0/24, \"fd00:0:0:\($0)::/64\"]}\n" },
    {
      "  - { name: 'n-\($0)', subnets: [ fd00:0:0:\($0)::/64 ], labels: {rack: r\($0), \"a.b/zone\": 'z'}, "
        + "pools: [x, \"y\"] } # c\n"
    },
    { "- name: n-\($0)\n  subnets:\n  - 10.0.\($0).0/24\n  - fd00:0:0:\($0)::/64\n" },
    {
      "  - labels:\n      rack: r\($0)\n      zone: \"1.10\"\n    name: n-\($0)\n    subnets:\n      - 10.0.\($0).0/24\n"
    },
    { "-   name: n-\($0)\r\n    pools: [a, b]\r\n    subnets: ['10.0.\($0).0/24']  \r\n" },
    { "- \"name\": \"n-\($0)\"\n  \"labels\": {\"x\": \"\"}\n\n# between\n" },
  ]

  @Test(arguments: forms.indices) func everyForm(_ form: Int) {
    let nodes = (0..<40).map(Self.forms[form]).joined()
    for tail in ["", "lock: f.lock\n", "\n# the end\npools: [{name: x, match: {names: [a]}}]\n"] {
      #expect(Self.compare("\(Self.head)nodes:\n\(nodes)\(tail)", "form \(form)"), "form \(form) is not plain")
    }
    // Another node in the middle, which is not plain.
    for other in ["{name: o, network: {bridge: {mtu: 9000}}}", "e-[1-9]", "{from: n.csv}", "é", "&a x", "name: o\n"] {
      let indent = String(nodes.prefix { $0 == " " })
      let both = "\(Self.head)reserved: {ä: [10.9.0.0/24]}\nnodes:\n\(nodes)\(indent)- \(other)\n\(nodes)lock: ü\n"
      Self.compare(both, "form \(form) around \(other)")
    }
  }

  /// Lines that look like entries and are none.
  @Test(arguments: [
    "x: \"\nnodes:\nENTRIES\"\n", "x: |\n  a\nnodes:\nENTRIES", "x: {a: [\nnodes:\nENTRIES]}\n",
    "x: 'a\n\nnodes:\nENTRIES'\nnodes:\n- a\n", "nodes: &n\nENTRIESx: *n\n", "nodes:\nENTRIESnodes:\nENTRIES",
    "nodes:\nENTRIES---\nnodes:\nENTRIES",
    "nodes:\n- {name: o, network: {plugins: [{type: a, b: \"\nENTRIES\"}]}}\nENTRIES",
    "nodes:\n- name: o\n  network:\n    x: |\n     y\nENTRIES", "nodes:\n  x:\nENTRIES", "nodes:\n- - a\nENTRIES",
    "nodes:\nENTRIES  y: z\n", "nodes:\nENTRIES\tx\n", "nodes:\nENTRIES...\n", "? nodes:\nENTRIES",
    "nodes:\n- a:\nENTRIES", "nodes:\n- |\nENTRIES", "nodes:\n- >\n\n\nENTRIES", "nodes:\n-\nENTRIES",
    "nodes:\n- a\n  b\nENTRIES", "<<: {nodes: [a]}\nnodes:\nENTRIES",
    "nodes:\n- &x {name: b}\n- *x\nENTRIES", "nodes:\nENTRIES- *x\nENTRIES",
    "nodes:\n- {<<: {name: b}}\nENTRIES", "nodes: # c\nENTRIES", "nodes:\n\n   \n# c\nENTRIES\n\n", "nodes :\nENTRIES",
    "nodes:\n- !!str a\nENTRIES", "nodes:\n- \"a\nENTRIES\"\n", "nodes: [\nENTRIES]\n", "nodes:\n- ? a\n  : b\nENTRIES",
  ])
  func whatIsNoList(_ shape: String) {
    for form in Self.forms {
      let entries = (0..<20).map(form).joined()
      Self.compare(Self.head + shape.replacing("ENTRIES", with: entries), "\(shape)")
    }
  }

  private static let pieces = [
    " ", "  ", "\n", "\n\n", "-", "- ", ":", ": ", ",", "[", "]", "{", "}", "\"", "'", "#", " #", "&a ", "*a", "!!str ",
    "|", ">", "?", "? ", "%", "@", "`", "\t", "\r", "\r\n", "\\", "é", "\u{85}", "\u{FEFF}", "null", "~", "<<: ",
    "---\n", "...\n", "nodes:\n", "name: x\n", "x", "A", "0", "/", ".", "::", "subnets", "labels: {",
    "- {name: y}\n", "\u{0}", "\u{7F}",
  ]

  /// Texts of these forms, spoilt at random.
  @Test(arguments: 0..<40) func spoiltTexts(_ seed: Int) {
    var random = Dice(seed: UInt64(seed))
    var shortReadings = 0
    for _ in 0..<60 {
      let form = Self.forms.randomElement(using: &random) ?? Self.forms[0]
      let other = Self.forms.randomElement(using: &random) ?? form
      var text = Self.head + "nodes:\n" + (0..<16).map(form).joined()
      if Bool.random(using: &random) { text += (16..<32).map(other).joined() }
      text += "lock: f.lock\n"
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        var scalars = Array(text.unicodeScalars)
        let place = Int.random(in: 60..<scalars.count, using: &random)
        let piece = Array((Self.pieces.randomElement(using: &random) ?? "").unicodeScalars)
        let count = Int.random(in: 0...3, using: &random)
        scalars.replaceSubrange(
          place..<min(place + count, scalars.count), with: Bool.random(using: &random) ? piece : [])
        text = String(String.UnicodeScalarView(scalars))
      }
      if Self.compare(text, "seed \(seed)") { shortReadings += 1 }
    }
    #expect(shortReadings > 5)
  }
}

/// Random numbers that are the same in every run of a seed.
private struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}
