/// Writes TOML 1.0 as containerd's own configuration looks: values of a table first, then its tables, each under a
/// heading with the whole path.
package struct TOMLWriter {
  private var bytes: [UInt8] = []

  /// The document for a root table. Lines of `comment` stand first.
  package static func document(_ members: [TOML.Member], comment: [String] = []) -> [UInt8] {
    var writer = TOMLWriter()
    for line in comment { writer.append(line.isEmpty ? "#\n" : "# \(line)\n") }
    if !comment.isEmpty { writer.append("\n") }
    writer.write(members, path: [])
    return writer.bytes
  }

  private mutating func write(_ members: [TOML.Member], path: [String]) {
    for member in members where member.value.members == nil {
      append("\(path.isEmpty ? "" : "  ")\(key(member.key)) = \(inline(member.value))\n")
    }
    for member in members {
      guard let inner = member.value.members else { continue }
      let innerPath = path + [member.key]
      if inner.isEmpty || inner.contains(where: { $0.value.members == nil }) {
        if !bytes.isEmpty, !bytes.hasSuffix("\n\n") { append("\n") }
        append("[\(innerPath.map(key).joined(separator: "."))]\n")
      }
      write(inner, path: innerPath)
    }
  }

  private func inline(_ value: TOML) -> String {
    switch value {
    case .bool(let flag): flag ? "true" : "false"
    case .number(let text): text
    case .string(let text): quoted(text)
    case .array(let values): "[" + values.map(inline).joined(separator: ", ") + "]"
    case .table(let members):
      "{ " + members.map { "\(key($0.key)) = \(inline($0.value))" }.joined(separator: ", ") + " }"
    }
  }

  private func key(_ text: String) -> String {
    let isBare = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    return isBare && !text.isEmpty ? text : quoted(text)
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let hex = String(scalar.value, radix: 16, uppercase: true)
          result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
