/// A table with a line of headings and cells separated by tabs, without quoting.
package struct TSV: Sendable {
  /// A line that has more or fewer cells than there are headings, or a heading that is missing.
  package struct Malformed: Error, CustomStringConvertible {
    package let description: String
  }

  /// A line of the table.
  package struct Row: Sendable {
    fileprivate let headings: [String: Int]
    fileprivate let cells: [String]

    /// The cell under a heading.
    package func cell(_ heading: String) throws -> String {
      guard let column = headings[heading] else { throw Malformed(description: "no column \(heading)") }
      return cells[column]
    }
  }

  package let rows: [Row]

  /// Reads a table; a `#` before the first heading is dropped.
  package init(_ text: String) throws {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    guard let first = lines.first else { throw Malformed(description: "the table is empty") }
    let names = first.drop { $0 == "#" }.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    let headings = Dictionary(zip(names, names.indices)) { first, _ in first }
    rows = try lines.dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == names.count else {
        throw Malformed(description: "\(cells.count) cells under \(names.count) headings: \(line)")
      }
      return Row(headings: headings, cells: cells)
    }
  }
}
