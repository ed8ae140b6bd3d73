import PlainText

/// A page of plain text for a terminal, filled from top to bottom and wrapped at 80 columns.
struct Page {
  static let width = 80
  private(set) var lines: [String] = []

  /// The page as text that ends with a line end.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// What the page is about.
  init(_ title: String) {
    lines = Self.wrap(title)
  }

  /// A paragraph of its own.
  mutating func paragraph(_ text: String) {
    guard !text.isEmpty else { return }
    lines += [""] + Self.wrap(text)
  }

  /// A line that is wrapped already.
  mutating func raw(_ line: String) { lines.append(line) }

  /// A heading over what follows it.
  mutating func heading(_ text: String) { lines += ["", text] }

  /// A name with a short text beside it; nothing where there is no text.
  mutating func field(_ name: String, _ text: String) {
    guard !text.isEmpty else { return }
    let label = "  " + name.padded(to: max(14, name.count + 2))
    let wrapped = Self.wrap(text, indent: String(repeating: " ", count: label.count))
    lines += wrapped.enumerated().map { $0.offset == 0 ? label + $0.element.dropFirst(label.count) : $0.element }
  }

  /// A point of a list.
  mutating func point(_ text: String) {
    let wrapped = Self.wrap(text, indent: "    ")
    lines += wrapped.enumerated().map { $0.offset == 0 ? "  - " + $0.element.dropFirst(4) : $0.element }
  }

  /// Text below a point.
  mutating func below(_ text: String) { lines += Self.wrap(text, indent: "      ") }

  /// Words one after another, as many in a line as fit.
  mutating func words(_ words: [String]) {
    guard !words.isEmpty else { return }
    lines += Self.wrap(words.joined(separator: ", "), indent: "  ")
  }

  /// A table of two columns.
  mutating func table(_ rows: [(name: String, text: String)]) {
    let column = 4 + min(32, rows.map(\.name.count).max() ?? 0)
    for row in rows {
      let label = "  " + row.name.padded(to: column - 2)
      guard row.name.count + 4 <= column else {
        lines.append("  " + row.name)
        lines += Self.wrap(row.text, indent: String(repeating: " ", count: column))
        continue
      }
      let wrapped = Self.wrap(row.text, indent: String(repeating: " ", count: column))
      lines += wrapped.enumerated().map { $0.offset == 0 ? label + $0.element.dropFirst(column) : $0.element }
    }
  }

  /// A fragment of a file, as it is written there; a long line of JSON is broken where JSON does not mind.
  mutating func fragment(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let shown = String(line.map { $0 == "\t" ? "\u{21E5}" : $0 })
      let isJSON = line.hasPrefix("{") || line.hasPrefix("[")
      lines += isJSON ? Self.wrapMembers(shown, indent: "    ") : ["    " + shown]
    }
  }

  /// Breaks a line of JSON behind commas. A text that holds a comma and a space may be broken there, too.
  private static func wrapMembers(_ text: String, indent: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for (index, member) in text.split(atText: ", ").enumerated() {
      if index > 0 { line += "," }
      if index > 0, indent.count + line.count + member.count + 2 > width {
        lines.append(indent + line)
        line = "\(member)"
      } else {
        line += index > 0 ? " \(member)" : "\(member)"
      }
    }
    return lines + [indent + line]
  }

  /// Breaks a text into lines. A word that is too long for a line has one of its own.
  static func wrap(_ text: String, indent: String = "") -> [String] {
    var lines: [String] = []
    var line = indent
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if line.count > indent.count, line.count + 1 + word.count > width {
        lines.append(line)
        line = indent
      }
      line += line.count > indent.count ? " \(word)" : "\(word)"
    }
    return lines + [line]
  }
}

extension String {
  /// Filled up with spaces on the right.
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
