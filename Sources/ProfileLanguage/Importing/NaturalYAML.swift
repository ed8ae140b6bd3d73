import CNIModel
import Emission

extension Value {
  /// The value in YAML under CNI's own names, as `plugins:` and `extra:` take it, with the comments that go with its
  /// parts.
  func yaml(_ remarks: Remarks) -> YAML {
    switch content {
    case .null: return .null
    case .bool(let flag): return .bool(flag)
    // What TOML has beyond JSON's numbers can only be a text.
    case .number(let text): return NaturalValue.isNumber(text) ? .number(text) : .string(text)
    case .string(let text): return .text(text)
    case .array(let values):
      let list = YAML.sequence(values.map { $0.yaml(remarks).with(remarks.comments(at: $0.range)) })
      return isSmall ? list.short : list
    case .object(let members):
      let mapping = YAML.mapping(members.map { YAML.Member($0, $0.value.yaml(remarks), remarks) })
      return isSmall ? mapping.short : mapping
    }
  }

  /// Whether it is a collection of few values, or of small ones, which reads well on one line.
  private var isSmall: Bool { depth <= 2 && size <= 8 }

  /// How many single values there are.
  private var size: Int {
    switch content {
    case .array(let values): values.reduce(0) { $0 + max(1, $1.size) }
    case .object(let members): members.reduce(0) { $0 + max(1, $1.value.size) }
    default: 1
    }
  }

  private var depth: Int {
    switch content {
    case .array(let values): 1 + (values.map(\.depth).max() ?? 0)
    case .object(let members): 1 + (members.map(\.value.depth).max() ?? 0)
    default: 0
    }
  }

  /// The value as JSON on one line.
  var shown: String { JSONWriter.line(json) }
}

extension YAML.Member {
  /// A member of the file under its own name, with the comments that go with it.
  init(_ member: Value.Member, _ value: YAML, _ remarks: Remarks) {
    self.init(member.name, value, comments: remarks.comments(above: member))
  }
}
