package import Syntax

extension Value {
  /// The value of a TOML text that was read with its places. Whole numbers are decimal here, whatever their form in
  /// the file; dates, and floats that JSON does not have, are numbers with the text of the file.
  package init(toml node: Node) {
    switch node.content {
    case .sequence(let nodes): self.init(.array(nodes.map { Value(toml: $0) }), at: node.range)
    case .mapping(let members):
      self.init(
        .object(members.map { Member($0.key, at: $0.keyRange, Value(toml: $0.value)) }), at: node.range)
    case .scalar(let scalar): self.init(Self.tomlContent(of: scalar), at: node.range)
    }
  }

  private static func tomlContent(of scalar: Node.Scalar) -> Content {
    guard scalar.isPlain else { return .string(scalar.text) }
    switch scalar.text {
    case "true": return .bool(true)
    case "false": return .bool(false)
    default: return .number(decimal(scalar.text))
    }
  }

  private static func decimal(_ text: String) -> String {
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where text.hasPrefix(prefix) {
      return Int64(text.dropFirst(2), radix: radix).map(String.init) ?? text
    }
    return text.hasPrefix("+") ? String(text.dropFirst()) : text
  }
}
