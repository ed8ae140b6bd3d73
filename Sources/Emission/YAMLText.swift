/// How a text is written in YAML so that every reader, of YAML 1.1 and of 1.2, gives back exactly this text.
enum YAMLText {
  /// The text on one line: bare where no reader could take it for anything else, in double quotes otherwise.
  ///
  /// - Parameter isInline: whether it stands within brackets, where commas and colons mean something.
  static func line(_ text: String, isInline: Bool = false) -> String {
    isPlain(text, isInline: isInline) ? text : quoted(text)
  }

  /// The header and the lines of a block that keeps line breaks; `nil` for a text that such a block cannot hold or
  /// that reads no better in one.
  static func block(_ text: String) -> (header: String, lines: [Substring])? {
    guard text.utf8.contains(lineFeed), text.unicodeScalars.allSatisfy({ $0 == "\n" || isPrintable($0) }) else {
      return nil
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // How deep the block stands is read from its first line.
    guard let first = lines.first, let start = first.utf8.first, start != space, start != tab else { return nil }
    // Lines of nothing but blanks, and blanks at the end of all, are read differently by different readers.
    guard lines.allSatisfy({ line in line.isEmpty || !line.utf8.allSatisfy { $0 == space || $0 == tab } }) else {
      return nil
    }
    guard lines.last?.isEmpty == true else { return ("|-", lines) }
    lines.removeLast()
    guard lines.last?.isEmpty == true else { return ("|", lines) }
    return nil
  }

  /// The text in double quotes, on one line.
  static func quoted(_ text: String) -> String {
    var result = "\""
    var isAfterBlank = true
    for scalar in text.unicodeScalars {
      defer { isAfterBlank = scalar == " " }
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      // Who looks for comments line by line is not to find one in a text.
      case "#" where isAfterBlank: result += escape(scalar)
      case _ where isPrintable(scalar): result.unicodeScalars.append(scalar)
      default: result += escape(scalar)
      }
    }
    return result + "\""
  }

  /// The lines of a comment; what could end a line or is no character to print is written as an escape.
  static func comment(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var result = line.isEmpty ? "#" : "# "
      for scalar in line.unicodeScalars {
        if isPrintable(scalar) { result.unicodeScalars.append(scalar) } else { result += escape(scalar) }
      }
      return result
    }
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")
  private static let tab = UInt8(ascii: "\t")

  /// Characters that stand for themselves. YAML 1.1 takes U+0085, U+2028 and U+2029 for line breaks, and a mark of
  /// byte order may be taken away; the rest is what YAML allows in a stream.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (letter, width) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
    return "\\\(letter)" + String(repeating: "0", count: width - digits.count) + digits
  }

  /// Whether a text can stand without quotes: words, paths, versions and addresses can, and sentences of words.
  private static func isPlain(_ text: String, isInline: Bool) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, text.utf8.count <= 200 else { return false }
    guard text.utf8.allSatisfy({ isPlain($0, isInline: isInline) }), last != space, last != UInt8(ascii: ":") else {
      return false
    }
    switch first {
    case UInt8(ascii: "/"), UInt8(ascii: "_"): break
    case _ where isLetter(first): guard !isReserved(text) else { return false }
    case _ where isDigit(first): guard isNoNumber(text) else { return false }
    default: return false
    }
    // A colon before a blank would make a key of what stands in front of it.
    var previous = first
    for byte in text.utf8 {
      if byte == space, previous == UInt8(ascii: ":") { return false }
      previous = byte
    }
    return true
  }

  private static func isPlain(_ byte: UInt8, isInline: Bool) -> Bool {
    switch byte {
    case _ where isLetter(byte) || isDigit(byte): true
    case UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "="), UInt8(ascii: "("), UInt8(ascii: ")"), space:
      true
    case UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: ";"): !isInline
    default: false
    }
  }

  /// Words that a reader of YAML 1.1 or 1.2 takes for a boolean or for nothing, in any case of letters.
  private static func isReserved(_ text: String) -> Bool {
    ["true", "false", "yes", "no", "on", "off", "y", "n", "null"].contains(text.lowercased())
  }

  /// Whether a text that begins with a digit can be no number, time or date of any reader: a subnet has a slash, an
  /// address or a whole release two dots and nothing but digits, a file name a letter that no number has.
  private static func isNoNumber(_ text: String) -> Bool {
    if text.utf8.contains(UInt8(ascii: "/")) { return true }
    if text.utf8.contains(where: { "ghijklmnpqrsuvwy".utf8.contains($0 | 0x20) }) { return true }
    let dots = text.utf8.count { $0 == UInt8(ascii: ".") }
    return dots >= 2 && text.utf8.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
