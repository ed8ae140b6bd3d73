/// Writes findings for people: place, sentence, the lines of the file with the spot marked, reasons and help.
package struct TextRenderer {
  private let files: SourceFiles
  private let colored: Bool
  private static let context = 2

  package init(files: SourceFiles, colored: Bool) {
    self.files = files
    self.colored = colored
  }

  /// All findings, each ended by a line feed, with an empty line between them.
  package func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(render).joined(separator: "\n")
  }

  private func render(_ diagnostic: Diagnostic) -> String {
    var text = place(diagnostic.range)
    text += paint("\(diagnostic.severity.rawValue): ", color(of: diagnostic.severity))
    text += paint(diagnostic.message, .bold) + " [\(diagnostic.rule)]\n"
    if let range = diagnostic.range { text += excerpt(range, color(of: diagnostic.severity), Self.context) }
    for note in diagnostic.notes {
      text += "   " + paint("note:", .cyan) + " \(indent(note.message))\n"
      if let range = note.range { text += "         at " + place(range).dropLast(2) + "\n" + excerpt(range, .cyan, 0) }
    }
    if let help = diagnostic.help { text += "   " + paint("help:", .green) + " \(indent(help))\n" }
    return text
  }

  private func place(_ range: SourceRange?) -> String {
    guard let range else { return "cnigen: " }
    let file = files[range.file]
    let start = file.position(at: range.start)
    return paint("\(file.name):\(start.line):\(start.column): ", .bold)
  }

  /// The marked line, with lines before it, behind a margin of line numbers.
  private func excerpt(_ range: SourceRange, _ color: Color, _ context: Int) -> String {
    let file = files[range.file]
    let start = file.position(at: range.start)
    let end = file.position(at: range.end)
    let line = visible(file.line(start.line))
    let width = max(4, String(start.line).count + 1)
    var text = ""
    for number in max(1, start.line - context)...start.line {
      text += margin(String(number), width) + " " + visible(file.line(number)) + "\n"
    }
    let lastColumn = end.line == start.line ? end.column : line.unicodeScalars.count + 1
    let length = max(1, min(lastColumn, line.unicodeScalars.count + 1) - start.column)
    let padding = String(repeating: " ", count: start.column - 1)
    text += margin("", width) + " " + padding + paint(String(repeating: "^", count: length), color) + "\n"
    return text
  }

  private func margin(_ number: String, _ width: Int) -> String {
    paint(String(repeating: " ", count: max(0, width + 1 - number.count)) + number + " |", .blue)
  }

  /// Further lines of a message stand under its first one.
  private func indent(_ message: String) -> String {
    message.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n         ")
  }

  /// A line as a terminal may show it: tabs as one space, so that the marks stand right, and no escape sequences.
  private func visible(_ line: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in line.unicodeScalars.prefix(400) {
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      scalars.append(scalar == "\t" ? " " : isControl ? "\u{FFFD}" : scalar)
    }
    return String(scalars)
  }

  private enum Color: String {
    case bold = "1"
    case red = "1;31"
    case yellow = "1;33"
    case cyan = "36"
    case green = "32"
    case blue = "34"
  }

  private func color(of severity: Severity) -> Color {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    }
  }

  private func paint(_ text: String, _ color: Color) -> String {
    colored ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
  }
}
