import PlainText

/// Pieces of Markdown documents.
enum Markdown {
  /// Text in which Markdown sees no marks of its own.
  static func prose(_ text: String) -> String {
    String(text.flatMap { "*_<>`".contains($0) ? ["\\", $0] : [$0] })
  }

  /// A name as it is typed; nothing for none.
  static func code(_ name: String) -> String { name.isEmpty ? "" : "`\(name)`" }

  /// A table, its cells with prose or code in them.
  static func table(_ headings: [String], _ rows: [[String]]) -> [String] {
    guard !rows.isEmpty else { return [] }
    return [line(headings), line(headings.map { _ in "---" })] + rows.map(line) + [""]
  }

  private static func line(_ cells: [String]) -> String {
    "| \(cells.map { $0.replacing(text: "|", with: "\\|").replacing(text: "\n", with: " ") }.joined(separator: " | ")) |"
  }
}
