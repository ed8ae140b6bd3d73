/// The parts of a text with `${name}` in it.
enum Placeholder {
  /// A piece of a text.
  enum Part: Equatable {
    case text(String)
    case name(String)
  }

  /// What is wrong with a text.
  enum Fault: Error {
    /// A `${` that no `}` follows.
    case unclosed
    /// What stands between the braces is no name.
    case invalidName(String)
  }

  /// Whether a text needs a closer look at all. Most have no dollar sign.
  static func occurs(in bytes: some Sequence<UInt8>) -> Bool {
    var wasDollar = false
    for byte in bytes {
      if wasDollar, byte == UInt8(ascii: "{") { return true }
      wasDollar = byte == UInt8(ascii: "$")
    }
    return false
  }

  /// Takes a text apart. `$${` stands for `${` itself.
  static func parts(of text: String) throws(Fault) -> [Part] {
    var parts: [Part] = []
    var literal = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      if rest.starts(with: "$${".unicodeScalars) {
        literal += "${"
        rest = rest.dropFirst(3)
      } else if rest.starts(with: "${".unicodeScalars) {
        let behind = rest.dropFirst(2)
        guard let end = behind.firstIndex(of: "}") else { throw .unclosed }
        let name = String(String.UnicodeScalarView(behind[..<end]))
        guard isName(name) else { throw .invalidName(name) }
        if !literal.isEmpty { parts.append(.text(literal)) }
        literal = ""
        parts.append(.name(name))
        rest = behind[behind.index(after: end)...]
      } else {
        literal.unicodeScalars.append(scalar)
        rest = rest.dropFirst()
      }
    }
    if !literal.isEmpty || parts.isEmpty { parts.append(.text(literal)) }
    return parts
  }

  /// Whether a text can stand between the braces: `mtu`, `node.labels.topology.kubernetes.io/zone`.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy { isLetter($0) || $0 >= 0x30 && $0 <= 0x39 || "_-./".utf8.contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
