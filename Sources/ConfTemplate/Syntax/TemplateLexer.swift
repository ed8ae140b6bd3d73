/// Divides a template into text and actions as Go's text/template does, comments and trim markers included.
struct TemplateLexer {
  private let bytes: [UInt8]
  private var position = 0
  private var pieces: [TemplatePiece] = []

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The pieces of a template in order; comments leave none.
  static func pieces(of bytes: [UInt8]) throws(TemplateFault) -> [TemplatePiece] {
    var lexer = TemplateLexer(bytes)
    try lexer.run()
    return lexer.pieces
  }

  private mutating func run() throws(TemplateFault) {
    var textStart = 0
    while let open = find("{{", from: position) {
      var textEnd = open
      position = open + 2
      if trimsLeft(at: position) {
        while textEnd > textStart, Self.isSpace(bytes[textEnd - 1]) { textEnd -= 1 }
        position += 2
      }
      if textEnd > textStart { pieces.append(.text(textStart..<textEnd)) }
      if starts(with: "/*", at: position) {
        try skipComment(from: open)
      } else {
        try readAction(from: open)
      }
      textStart = position
    }
    if textStart < bytes.count { pieces.append(.text(textStart..<bytes.count)) }
  }

  /// `{{- `: a minus with white space behind it.
  private func trimsLeft(at index: Int) -> Bool {
    index + 1 < bytes.count && bytes[index] == UInt8(ascii: "-") && Self.isSpace(bytes[index + 1])
  }

  /// Steps over the end of an action, if it stands here: `}}`, or ` -}}`, which cuts white space behind it off.
  private mutating func closes() -> Bool {
    if starts(with: "}}", at: position) {
      position += 2
      return true
    }
    guard position < bytes.count, Self.isSpace(bytes[position]), starts(with: "-}}", at: position + 1) else {
      return false
    }
    position += 4
    while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    return true
  }

  private mutating func skipComment(from open: Int) throws(TemplateFault) {
    guard let end = find("*/", from: position + 2) else {
      throw .broken(
        "this comment has no end", open..<min(position + 2, bytes.count),
        help: "end it with */}}")
    }
    position = end + 2
    guard closes() else {
      throw .broken(
        "a comment must be alone between {{ and }}", open..<position,
        help: "write }} right behind */")
    }
  }

  private mutating func readAction(from open: Int) throws(TemplateFault) {
    var tokens: [TemplateToken] = []
    while true {
      guard position < bytes.count else {
        throw .broken("this action has no end", open..<open + 2, help: "end it with }}")
      }
      if closes() { break }
      tokens.append(try readToken(from: open))
    }
    // White space that a trim marker took away belongs to nobody.
    let end = bytes[..<position].lastIndex { !Self.isSpace($0) } ?? position - 1
    pieces.append(.action(tokens, bytes: open..<end + 1))
  }

  private mutating func readToken(from open: Int) throws(TemplateFault) -> TemplateToken {
    let start = position
    let byte = bytes[position]
    position += 1
    switch byte {
    case _ where Self.isSpace(byte):
      while position < bytes.count, Self.isSpace(bytes[position]), !atTrimmedEnd { position += 1 }
      return TemplateToken(kind: .space, bytes: start..<position)
    case UInt8(ascii: "="): return TemplateToken(kind: .assign, bytes: start..<position)
    case UInt8(ascii: ","): return TemplateToken(kind: .comma, bytes: start..<position)
    case UInt8(ascii: "|"): return TemplateToken(kind: .pipe, bytes: start..<position)
    case UInt8(ascii: "("): return TemplateToken(kind: .leftParenthesis, bytes: start..<position)
    case UInt8(ascii: ")"): return TemplateToken(kind: .rightParenthesis, bytes: start..<position)
    case UInt8(ascii: ":"):
      guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
        throw .broken("a colon stands alone", start..<position, help: "write :=")
      }
      position += 1
      return TemplateToken(kind: .declare, bytes: start..<position)
    case UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "'"): return try quoted(by: byte, from: start)
    case UInt8(ascii: "."), UInt8(ascii: "$"): return try named(byte, from: start)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      while position < bytes.count, Self.isName(bytes[position]) || bytes[position] == UInt8(ascii: ".") {
        position += 1
      }
      return TemplateToken(kind: .constant, bytes: start..<position)
    case _ where Self.isName(byte):
      let name = name(from: start)
      try checkEnd(from: start)
      return TemplateToken(kind: .word(name), bytes: start..<position)
    default: throw stray(at: start)
    }
  }

  /// Whether ` -}}` begins here.
  private var atTrimmedEnd: Bool { Self.isSpace(bytes[position]) && starts(with: "-}}", at: position + 1) }

  /// `.Name`, `.` or `$name`.
  private mutating func named(_ mark: UInt8, from start: Int) throws(TemplateFault) -> TemplateToken {
    let name = name(from: start + 1)
    if mark == UInt8(ascii: "$") {
      try checkEnd(from: start)
      return TemplateToken(kind: .variable("$" + name), bytes: start..<position)
    }
    if let first = name.utf8.first, first >= UInt8(ascii: "0"), first <= UInt8(ascii: "9") {
      return TemplateToken(kind: .constant, bytes: start..<position)
    }
    try checkEnd(from: start)
    return TemplateToken(kind: name.isEmpty ? .dot : .field(name), bytes: start..<position)
  }

  private mutating func name(from start: Int) -> String {
    position = start
    while position < bytes.count, Self.isName(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// What may stand right behind a name.
  private func checkEnd(from start: Int) throws(TemplateFault) {
    guard position < bytes.count, !Self.isSpace(bytes[position]), !starts(with: "}}", at: position) else { return }
    guard !".,|:()".utf8.contains(bytes[position]) else { return }
    throw stray(at: position)
  }

  private mutating func quoted(by quote: UInt8, from start: Int) throws(TemplateFault) -> TemplateToken {
    let isRaw = quote == UInt8(ascii: "`")
    while position < bytes.count, isRaw || bytes[position] != 0x0A {
      let byte = bytes[position]
      position += 1
      if byte == quote { return TemplateToken(kind: .constant, bytes: start..<position) }
      if byte == UInt8(ascii: "\\"), !isRaw, position < bytes.count { position += 1 }
    }
    let what = isRaw ? "raw quoted string" : quote == UInt8(ascii: "'") ? "character constant" : "quoted string"
    throw .broken("this \(what) has no end", start..<start + 1)
  }

  private func stray(at index: Int) -> TemplateFault {
    var end = index + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let text = String(decoding: bytes[index..<end], as: UTF8.self)
    let code = text.unicodeScalars.first.map(\.value) ?? 0
    let digits = String(code, radix: 16, uppercase: true)
    let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let shown = code < 0x20 || code == 0x7F ? number : text
    return .broken(
      "\(shown) cannot stand here in an action", index..<end,
      help: "an action is a field such as {{.PodCIDR}}, or one of range, if, else and end")
  }

  private func find(_ text: String, from start: Int) -> Int? {
    let pattern = Array(text.utf8)
    guard start >= 0, bytes.count >= pattern.count, start <= bytes.count - pattern.count else { return nil }
    var index = start
    while index <= bytes.count - pattern.count {
      if bytes[index] == pattern[0], bytes[index..<index + pattern.count].elementsEqual(pattern) { return index }
      index += 1
    }
    return nil
  }

  private func starts(with text: String, at index: Int) -> Bool {
    index <= bytes.count && bytes[index...].starts(with: text.utf8)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
  }

  /// Go takes letters and digits of all scripts; a field is ASCII, and every byte of another letter is above it.
  private static func isName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
      || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")) || byte >= 0x80
  }
}
