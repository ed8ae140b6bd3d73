import Foundation

/// A document in Markdown as parts of a manual page: headings, paragraphs, lists, tables, and files between fences.
struct MarkdownPage {
  private var lines: ArraySlice<Substring>

  init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...] }

  /// Writes it behind what the page has. Its first heading, the title, is left out.
  mutating func write(_ page: inout Mdoc) {
    while let line = lines.first {
      if line.isEmpty || line.hasPrefix("# ") {
        lines.removeFirst()
      } else if line.hasPrefix("### ") {
        page.subsection(String(lines.removeFirst().dropFirst(4)))
      } else if line.hasPrefix("## ") {
        page.section(lines.removeFirst().dropFirst(3).uppercased())
      } else if line.hasPrefix("```") {
        lines.removeFirst()
        page.literal(taken { !$0.hasPrefix("```") }.joined(separator: "\n"))
        lines = lines.dropFirst()
      } else if line.hasPrefix("|") {
        table(taken { $0.hasPrefix("|") }, &page)
      } else if let marker = Self.marker(of: line) {
        page.points(points(marker), areNumbered: marker != "- ")
      } else {
        page.paragraph(taken { !$0.isEmpty && !Self.begins($0) }.joined(separator: " "))
      }
    }
  }

  /// A table: the first cell of a row is its word, the others what it means.
  private func table(_ rows: [Substring], _ page: inout Mdoc) {
    let cells = rows.map(Self.cells)
    guard let headings = cells.first else { return }
    page.list(cells.dropFirst(2)) { row, page in
      let words = (row.first ?? "").components(separatedBy: "`").enumerated()
        .compactMap { $0.offset % 2 == 1 ? "Ic \(MdocText.argument($0.element))" : nil }
      page.macro("It \(words.isEmpty ? MdocText.argument(row.first ?? "") : words.joined(separator: " , "))")
      for (heading, cell) in zip(headings, row).dropFirst() where !cell.isEmpty {
        page.prose(headings.count > 2 ? "\(heading): \(cell)." : cell)
      }
    }
  }

  private static func cells(_ row: Substring) -> [String] {
    row.replacing("\\|", with: "\u{1}").split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
      .map { $0.replacing("\u{1}", with: "|").replacing("\\", with: "").trimmingCharacters(in: .whitespaces) }
  }

  /// The points of a list, each with the lines that belong to it.
  private mutating func points(_ marker: String) -> [String] {
    var points: [String] = []
    while let line = lines.first {
      if let own = Self.marker(of: line) {
        points.append(String(line.dropFirst(own.count)))
      } else if line.hasPrefix(" "), !points.isEmpty {
        points[points.count - 1] += " \(line.drop { $0 == " " })"
      } else {
        break
      }
      lines.removeFirst()
    }
    return points
  }

  private static func marker(of line: Substring) -> String? {
    if line.hasPrefix("- ") { return "- " }
    let digits = line.prefix { $0.isNumber }
    return !digits.isEmpty && line.dropFirst(digits.count).hasPrefix(". ") ? "\(digits). " : nil
  }

  /// Whether a line is no part of the paragraph before it.
  private static func begins(_ line: Substring) -> Bool {
    line.hasPrefix("#") || line.hasPrefix("```") || line.hasPrefix("|") || marker(of: line) != nil
  }

  private mutating func taken(while isPart: (Substring) -> Bool) -> [Substring] {
    let part = lines.prefix(while: isPart)
    lines = lines.dropFirst(part.count)
    return Array(part)
  }
}
