import Fleet

/// A row of a tree at a terminal, and what stands below it.
package struct TreeRow {
  var cells: [Cell]
  var children: [TreeRow] = []

  /// A part of a row; those of rows beside each other stand in columns.
  enum Cell {
    case text(String, Style = .plain)
    /// Stands at the right end of its column.
    case number(String)
    /// Takes up what is left of the line, and says how many names do not fit.
    case names(FoldedNames)
    /// A text like that, which is cut.
    case rest(String)
    /// Left out where a line is too narrow for it.
    case place(String)
  }

  /// How a text is painted.
  enum Style: String {
    case plain = ""
    case bold = "1"
    case dim = "2"
    case green = "32"
    case yellow = "33"
    case red = "1;31"
    case cyan = "36"
  }

  init(_ cells: [Cell], _ children: [TreeRow] = []) {
    self.cells = cells
    self.children = children
  }
}

/// Writes trees for a terminal of some width.
package struct TreeWriter {
  private let width: Int
  private let isColored: Bool
  private static let gap = 2
  /// Names get so much of a line at least.
  private static let leastNames = 18

  package init(width: Int, isColored: Bool) {
    self.width = max(40, width)
    self.isColored = isColored
  }

  /// The rows as text, each ended by a line feed.
  func render(_ rows: [TreeRow]) -> String {
    var text = ""
    add(rows, below: "", isTop: true, to: &text)
    return text
  }

  /// A title over a tree.
  func title(_ text: String) -> String { paint(text, .bold) + "\n" }

  func paint(_ text: String, _ style: TreeRow.Style) -> String {
    isColored && style != .plain && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  private func add(_ rows: [TreeRow], below guide: String, isTop: Bool, to text: inout String) {
    let columns = columns(of: rows)
    for (index, row) in rows.enumerated() {
      let isLast = index == rows.count - 1
      let branch = isTop ? "" : isLast ? "└─ " : "├─ "
      text += paint(guide + branch, .dim) + line(row, columns, from: guide.count + branch.count) + "\n"
      add(row.children, below: guide + (isTop ? "" : isLast ? "   " : "│  "), isTop: false, to: &text)
    }
  }

  /// The widths of the columns of some rows; the last cell of a row needs none.
  private func columns(of rows: [TreeRow]) -> [Int] {
    var widths: [Int] = []
    for row in rows {
      for (index, cell) in row.cells.enumerated() {
        if index == widths.count { widths.append(0) }
        switch cell {
        case .text(let text, _), .number(let text), .place(let text): widths[index] = max(widths[index], text.count)
        case .names, .rest: break
        }
      }
    }
    return widths
  }

  private func line(_ row: TreeRow, _ columns: [Int], from start: Int) -> String {
    let fixed = row.cells.indices.reduce(0) { sum, index in
      switch row.cells[index] {
      case .text, .number: sum + columns[index] + Self.gap
      case .names, .rest, .place: sum
      }
    }
    var room = width - start - fixed
    let places = row.cells.indices.reduce(0) { sum, index in
      if case .place = row.cells[index] { sum + columns[index] + Self.gap } else { sum }
    }
    let hasElastic = row.cells.contains { if case .names = $0 { true } else if case .rest = $0 { true } else { false } }
    let showsPlaces = room - places >= (hasElastic ? Self.leastNames : 0)
    if showsPlaces { room -= places }
    var text = ""
    for (index, cell) in row.cells.enumerated() {
      let piece: (text: String, style: TreeRow.Style, padding: Int, isRight: Bool)
      switch cell {
      case .text(let words, let style): piece = (words, style, columns[index] - words.count, false)
      case .number(let words): piece = (words, .plain, columns[index] - words.count, true)
      case .names(let names):
        let words = names.text(upTo: max(Self.leastNames, room))
        piece = (words, .plain, room - words.count, false)
      case .rest(let words):
        let shown =
          words.count > max(Self.leastNames, room) ? words.prefix(max(Self.leastNames, room) - 1) + "…" : words[...]
        piece = (String(shown), .plain, room - shown.count, false)
      case .place(let words):
        guard showsPlaces else { continue }
        piece = (words, .dim, columns[index] - words.count, false)
      }
      let space = String(repeating: " ", count: max(0, piece.padding))
      let painted = paint(piece.text, piece.style)
      text += piece.isRight ? space + painted : painted + space
      text += String(repeating: " ", count: Self.gap)
    }
    while text.last == " " { text.removeLast() }
    return text
  }
}
