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
    text += paint(ShownText.visible(diagnostic.message), .bold) + " [\(diagnostic.rule)]\n"
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
    return paint("\(ShownText.visible(file.name)):\(start.line):\(start.column): ", .bold)
  }

  /// The marked line, with lines before it, behind a margin of line numbers.
  private func excerpt(_ range: SourceRange, _ color: Color, _ context: Int) -> String {
    let file = files[range.file]
    let number = file.lines.line(containing: Int(range.start))
    let width = max(4, String(number).count + 1)
    var text = ""
    for before in max(1, number - context)..<number {
      text += margin(String(before), width) + " " + LineExcerpt(of: file, line: before).text + "\n"
    }
    let marked = LineExcerpt(of: file, line: number, marking: range)
    text += margin(String(number), width) + " " + marked.text + "\n"
    let padding = String(repeating: " ", count: marked.padding)
    let marks = paint(String(repeating: "^", count: marked.marks), color)
    text += margin("", width) + " " + padding + marks + "\n"
    return text
  }

  private func margin(_ number: String, _ width: Int) -> String {
    paint(String(repeating: " ", count: max(0, width + 1 - number.count)) + number + " |", .blue)
  }

  /// Further lines of a message stand under its first one.
  private func indent(_ message: String) -> String {
    ShownText.visible(message).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n         ")
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
