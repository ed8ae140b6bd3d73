/// A YAML value whose mappings keep the order in which their members were put in.
package indirect enum YAML: Sendable, Equatable {
  case null
  case bool(Bool)
  /// A number, or anything else that is to stand there as it is; its text is written without quotes.
  case number(String)
  /// A text that reads back as exactly this text, whatever it holds.
  case string(String)
  case sequence([YAML])
  case mapping([Member])
  /// Lines of comment above an entry of a sequence or the value of a member; the `#` is put in front of them.
  case commented([String], YAML)
  /// A sequence or mapping on one line; comments in it are left out.
  case inline(YAML)

  /// A key and its value.
  package struct Member: Sendable, Equatable {
    package let key: String
    package let value: YAML
    /// Whether an empty line stands above it.
    package let isApart: Bool

    package init(_ key: String, _ value: YAML, isApart: Bool = false) {
      self.key = key
      self.value = value
      self.isApart = isApart
    }
  }

  /// A whole number.
  package static func integer(_ value: Int) -> YAML { .number(String(value)) }

  /// The value without its comments, and these.
  var apart: (comment: [String], value: YAML) {
    guard case .commented(let lines, let inner) = self else { return ([], self) }
    let (more, value) = inner.apart
    return (lines + more, value)
  }
}
