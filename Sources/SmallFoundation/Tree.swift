/// A JSON value.
enum Tree {
  case null
  case bool(Bool)
  /// As it is written.
  case number(String)
  case string(String)
  case array([Tree])
  case object([(name: String, value: Tree)])

  init(encoding value: some Encodable, at path: [any CodingKey]) throws {
    let encoder = TreeEncoder(codingPath: path)
    try value.encode(to: encoder)
    // What encodes nothing at all is an empty object, as for Foundation inside of others.
    self = encoder.node.tree
  }

  /// - Parameter level: how many objects and lists this one stands in.
  func write(to text: inout [UInt8], _ formatting: JSONEncoder.OutputFormatting, level: Int) {
    switch self {
    case .null: text += "null".utf8
    case .bool(let flag): text += (flag ? "true" : "false").utf8
    case .number(let number): text += number.utf8
    case .string(let string): Self.write(string, to: &text)
    case .array(let elements):
      Self.write(elements, "[", "]", to: &text, formatting, level) { element, text in
        element.write(to: &text, formatting, level: level + 1)
      }
    case .object(let members):
      let sorted = formatting.contains(.sortedKeys) ? members.sorted { $0.name < $1.name } : members
      Self.write(sorted, "{", "}", to: &text, formatting, level) { member, text in
        Self.write(member.name, to: &text)
        text += (formatting.contains(.prettyPrinted) ? " : " : ":").utf8
        member.value.write(to: &text, formatting, level: level + 1)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], _ opening: String, _ closing: String, to text: inout [UInt8],
    _ formatting: JSONEncoder.OutputFormatting, _ level: Int, each: (Element, inout [UInt8]) -> Void
  ) {
    let isPretty = formatting.contains(.prettyPrinted)
    text += opening.utf8
    for (index, element) in elements.enumerated() {
      if index > 0 { text += ",".utf8 }
      if isPretty { text += ("\n" + String(repeating: "  ", count: level + 1)).utf8 }
      each(element, &text)
    }
    if isPretty { text += ("\n" + (elements.isEmpty ? "\n" : "") + String(repeating: "  ", count: level)).utf8 }
    text += closing.utf8
  }

  private static func write(_ string: String, to text: inout [UInt8]) {
    text += "\"".utf8
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): text += "\\\"".utf8
      case UInt8(ascii: "\\"): text += "\\\\".utf8
      case UInt8(ascii: "/"): text += "\\/".utf8
      case 0x08: text += "\\b".utf8
      case 0x0C: text += "\\f".utf8
      case 0x0A: text += "\\n".utf8
      case 0x0D: text += "\\r".utf8
      case 0x09: text += "\\t".utf8
      case ..<0x20:
        let digits = String(byte, radix: 16)
        text += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
      default: text.append(byte)
      }
    }
    text += "\"".utf8
  }
}
