/// Text of the user's for a document in Markdown: on one line, with marks in the place of control characters.
package enum MarkdownText {
  /// Text of which nothing is taken for a mark, in a cell of a table neither. Brackets stand as they are where they
  /// lead nowhere: `edge-[01-12]`, `ranges[0][0]`.
  package static func escaped(_ text: String) -> String {
    let characters = Array(ShownText.visible(text))
    var escaped = ""
    for (index, character) in characters.enumerated() {
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      if isMark(character, before: next) || index == 0 && definesLink(characters) { escaped.append("\\") }
      escaped.append(character == "\n" ? " " : character)
    }
    return escaped
  }

  private static func isMark(_ character: Character, before next: Character) -> Bool {
    switch character {
    case "\\", "`", "*", "_", "<", ">", "#", "|", "~": true
    // The end of what a link says.
    case "]": next == "("
    case "&": next == "#" || next.isLetter
    default: false
    }
  }

  /// Whether a text of its own would say where a link leads: `[name]: address`.
  private static func definesLink(_ characters: [Character]) -> Bool {
    characters.first == "[" && zip(characters, characters.dropFirst()).contains { $0 == "]" && $1 == ":" }
  }

  /// Text as code, in which a backtick would end it. A bar would end the cell of a table.
  package static func code(_ text: String, inTable: Bool = false) -> String {
    let plain = ShownText.visible(text).map { character -> String in
      switch character {
      case "`": "'"
      case "\n": " "
      case "|" where inTable: "\\|"
      default: String(character)
      }
    }
    return "`" + plain.joined() + "`"
  }
}
