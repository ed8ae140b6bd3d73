/// Writes `JSON` as people write network configurations: two spaces, a member a line, no trailing space.
package struct JSONWriter {
  /// The UTF-8 text written so far.
  package private(set) var bytes: [UInt8] = []
  private var depth = 0
  /// Whether two braces in a string are kept apart, since they would begin an action of a template.
  private let partsBraces: Bool

  package init(partsBraces: Bool = false) { self.partsBraces = partsBraces }

  /// The whole document for one value, ended by a line feed.
  ///
  /// - Parameter partsBraces: whether two braces in a string are kept apart, for a text that is a Go template.
  package static func document(_ value: JSON, partsBraces: Bool = false) -> [UInt8] {
    var writer = JSONWriter(partsBraces: partsBraces)
    writer.write(value)
    writer.bytes.append(UInt8(ascii: "\n"))
    return writer.bytes
  }

  /// The value on one line, as notes and messages quote it.
  package static func line(_ value: JSON, partsBraces: Bool = false) -> String {
    var writer = JSONWriter(partsBraces: partsBraces)
    writer.writeLine(value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Writes one value at the present depth, over several lines.
  package mutating func write(_ value: JSON) {
    switch value {
    case .array(let elements) where !elements.isEmpty:
      block("[", "]", elements) { writer, element in writer.write(element) }
    case .object(let members) where !members.isEmpty:
      block("{", "}", members) { writer, member in
        writer.writeString(member.name)
        writer.bytes.append(contentsOf: [UInt8(ascii: ":"), UInt8(ascii: " ")])
        writer.write(member.value)
      }
    default: writeLine(value)
    }
  }

  private mutating func writeLine(_ value: JSON) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .number(let text): bytes.append(contentsOf: text.utf8)
    case .string(let text): writeString(text)
    case .verbatim(let text): bytes.append(contentsOf: text.utf8)
    case .array(let elements):
      inline("[", "]", elements) { writer, element in writer.writeLine(element) }
    case .object(let members):
      inline("{", "}", members) { writer, member in
        writer.writeString(member.name)
        writer.bytes.append(contentsOf: [UInt8(ascii: ":"), UInt8(ascii: " ")])
        writer.writeLine(member.value)
      }
    }
  }

  private mutating func block<Element>(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ elements: [Element],
    _ writeElement: (inout JSONWriter, Element) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    depth += 1
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine()
      writeElement(&self, element)
    }
    depth -= 1
    breakLine()
    bytes.append(UInt8(ascii: close))
  }

  private mutating func inline<Element>(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ elements: [Element],
    _ writeElement: (inout JSONWriter, Element) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(contentsOf: [UInt8(ascii: ","), UInt8(ascii: " ")]) }
      writeElement(&self, element)
    }
    bytes.append(UInt8(ascii: close))
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { bytes.append(contentsOf: [UInt8(ascii: " "), UInt8(ascii: " ")]) }
  }

  /// RFC 8259 asks only for the quote, the backslash and the control characters below U+0020 to be escaped. The others,
  /// U+007F to U+009F, are escaped too, since a terminal may obey them; everything else stays readable.
  private mutating func writeString(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case UInt8(ascii: "{") where partsBraces && bytes.last == UInt8(ascii: "{"):
        bytes.append(contentsOf: "\\u007b".utf8)
      case 0..<0x20, 0x7F:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(hexDigit(byte >> 4))
        bytes.append(hexDigit(byte & 15))
      // The second byte of U+0080 to U+009F: after C2, which begins characters of two bytes alone, nothing else stands.
      case 0x80..<0xA0 where bytes.last == 0xC2:
        bytes.removeLast()
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(hexDigit(byte >> 4))
        bytes.append(hexDigit(byte & 15))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
