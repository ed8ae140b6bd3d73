/// Text for a manual page: what roff would take for something of its own is escaped.
enum MdocText {
  private static let width = 78

  /// A paragraph in lines that are not too long, each sentence on a line of its own, as mdoc wants it. Of Markdown it
  /// knows `code`, **strong** and [links](to.md), of which the words are left.
  static func prose(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in inline(text).split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > width || endsSentence(line) {
        lines.append(Self.line(line))
        line = ""
      }
      line += line.isEmpty ? "\(word)" : " \(word)"
    }
    return line.isEmpty ? lines : lines + [Self.line(line)]
  }

  /// A line that roff does not take for a macro.
  static func line(_ text: some StringProtocol) -> String {
    text.hasPrefix(".") || text.hasPrefix("'") ? "\\&\(text)" : "\(text)"
  }

  /// What is typed as it stands: a dash stays one, and a quote, too.
  static func code(_ text: some StringProtocol) -> String {
    text.map { character in
      switch character {
      case "-": "\\-"
      case "'": "\\(aq"
      case "`": "\\(ga"
      case "^": "\\(ha"
      case "~": "\\(ti"
      default: plain(character)
      }
    }.joined()
  }

  /// An argument of a macro.
  static func argument(_ text: String, isQuoted: Bool = true) -> String {
    var escaped = text.map { $0 == "\"" ? "\\(dq" : plain($0) }.joined()
    if isQuoted { escaped = text.contains("-") ? code(text) : escaped }
    guard isQuoted, text.isEmpty || text.contains(where: { $0 == " " || $0 == "|" }) else { return escaped }
    return "\"\(escaped)\""
  }

  /// Words with marks for bold type where code stands.
  private static func inline(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let character = rest.first {
      if character == "`", let end = rest.dropFirst().firstIndex(of: "`") {
        result += "\\fB\(code(rest[rest.index(after: rest.startIndex)..<end]))\\fR"
        rest = rest[rest.index(after: end)...]
      } else if rest.hasPrefix("**") {
        rest = rest.dropFirst(2)
      } else if character == "[", let link = link(rest) {
        result += inline(link.words)
        rest = link.rest
      } else {
        result += plain(character)
        rest = rest.dropFirst()
      }
    }
    return options(result)
  }

  private static func link(_ text: Substring) -> (words: String, rest: Substring)? {
    guard let end = text.firstIndex(of: "]") else { return nil }
    let behind = text[text.index(after: end)...]
    guard behind.first == "(", let close = behind.firstIndex(of: ")") else { return nil }
    return (String(text.dropFirst().prefix(upTo: end)), behind[behind.index(after: close)...])
  }

  /// An option in the midst of words keeps its dashes.
  private static func options(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false)
      .map { $0.drop { $0 == "(" }.hasPrefix("-") ? dashes($0) : String($0) }.joined(separator: " ")
  }

  private static func dashes(_ word: Substring) -> String { word.map { $0 == "-" ? "\\-" : String($0) }.joined() }

  private static func plain(_ character: Character) -> String {
    if character == "\\" { return "\\e" }
    return character.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return scalar.isASCII
        ? String(scalar) : "\\[u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
    }.joined()
  }

  private static func endsSentence(_ line: String) -> Bool {
    var end = Substring(line)
    while end.hasSuffix(")") || end.hasSuffix("\\fR") { end = end.dropLast(end.hasSuffix(")") ? 1 : 3) }
    return end.hasSuffix(".") || end.hasSuffix("?") || end.hasSuffix("!")
  }
}
