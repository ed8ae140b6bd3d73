/// Writes `YAML` as people write manifests: two spaces a level, a member a line, texts of several lines as blocks.
package struct YAMLWriter {
  private var text = ""

  /// The whole document for one value, ended by a line feed. Lines of `comment` stand first.
  package static func document(_ value: YAML, comment: [String] = []) -> [UInt8] {
    documents([value], comment: comment)
  }

  /// Several documents in one stream, parted by `---`. Lines of `comment` stand first.
  package static func documents(_ values: [YAML], comment: [String] = []) -> [UInt8] {
    var writer = YAMLWriter()
    writer.comment(comment, depth: 0)
    for (index, value) in values.enumerated() {
      if index > 0 { writer.text += "---\n" }
      writer.top(value)
    }
    return Array(writer.text.utf8)
  }

  /// The value on one line, as it stands in brackets.
  package static func line(_ value: YAML) -> String { inline(value, isInside: true) }

  private mutating func top(_ value: YAML) {
    let (comment, value) = value.apart
    self.comment(comment, depth: 0)
    switch value {
    case .mapping(let members) where !members.isEmpty: mapping(members, depth: 0)
    case .sequence(let elements) where !elements.isEmpty: sequence(elements, depth: 0)
    default:
      if let line = scalar(value, depth: 0) { text += line + "\n" }
    }
  }

  private mutating func mapping(_ members: [YAML.Member], depth: Int, firstIsIndented: Bool = false) {
    for (index, member) in members.enumerated() {
      let (comment, value) = member.value.apart
      if member.isApart, index > 0 { text += "\n" }
      if index > 0 || !firstIsIndented {
        self.comment(comment, depth: depth)
        indent(depth)
      }
      let key = YAMLText.line(member.key)
      // Readers look for the colon of a key within 1024 characters only.
      text += key.utf8.count <= 1000 ? "\(key):" : "? \(key)\n\(String(repeating: "  ", count: depth)):"
      self.value(value, depth: depth)
    }
  }

  private mutating func sequence(_ elements: [YAML], depth: Int) {
    for element in elements {
      let (comment, value) = element.apart
      self.comment(comment, depth: depth)
      indent(depth)
      text += "-"
      if case .mapping(let members) = value, let first = members.first, first.value.apart.comment.isEmpty,
        first.key.utf8.count <= 100
      {
        // The members stand level with the first one, which shares its line with the dash.
        text += " "
        mapping(members, depth: depth + 1, firstIsIndented: true)
      } else {
        self.value(value, depth: depth)
      }
    }
  }

  /// A value behind its key or dash, to the end of its last line.
  private mutating func value(_ value: YAML, depth: Int) {
    switch value {
    case .mapping(let members) where !members.isEmpty:
      text += "\n"
      mapping(members, depth: depth + 1)
    case .sequence(let elements) where !elements.isEmpty:
      text += "\n"
      sequence(elements, depth: depth + 1)
    default:
      if let line = scalar(value, depth: depth + 1) { text += " \(line)\n" }
    }
  }

  /// The text of a value that fits on one line; `nil` where a block was written in its stead.
  private mutating func scalar(_ value: YAML, depth: Int) -> String? {
    guard case .string(let string) = value, let block = YAMLText.block(string) else { return Self.inline(value) }
    text += (depth == 0 ? "" : " ") + block.header + "\n"
    for line in block.lines {
      if !line.isEmpty { indent(max(depth, 1)) }
      text += line + "\n"
    }
    return nil
  }

  private static func inline(_ value: YAML, isInside: Bool = false) -> String {
    switch value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let text): text
    case .string(let text): YAMLText.line(text, isInline: isInside)
    case .sequence(let elements): "[\(elements.map { inline($0, isInside: true) }.joined(separator: ", "))]"
    case .mapping(let members):
      "{\(members.map { inline(member: $0) }.joined(separator: ", "))}"
    case .commented(_, let inner), .inline(let inner): inline(inner, isInside: isInside)
    }
  }

  private static func inline(member: YAML.Member) -> String {
    let key = YAMLText.line(member.key, isInline: true)
    return (key.utf8.count <= 1000 ? key : "? \(key) ") + ": " + inline(member.value, isInside: true)
  }

  private mutating func comment(_ lines: [String], depth: Int) {
    for line in lines.flatMap(YAMLText.comment) {
      indent(depth)
      text += line + "\n"
    }
  }

  private mutating func indent(_ depth: Int) {
    for _ in 0..<depth { text += "  " }
  }
}
