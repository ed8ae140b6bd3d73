import Diagnostics

/// The rows of a CSV text (RFC 4180): cells apart by commas, in double quotes where they hold commas, quotes or line
/// ends. Every cell knows its place.
struct CSVRows {
  let bytes: [UInt8]
  private var position: Int

  /// A cell.
  struct Cell: Sendable {
    /// All bytes that it takes up, quotes included.
    let bytes: Range<Int>
    /// What stands in it.
    let content: Range<Int>
    /// Whether some quotes of the content are doubled.
    let isEscaped: Bool
  }

  /// A text that is no CSV.
  struct Fault: Error {
    let message: String
    let bytes: Range<Int>
  }

  /// - Parameter start: where the text begins, behind a byte-order mark.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    position = start
  }

  /// Puts the cells of the next row that holds anything into a list; none at the end.
  mutating func next(into cells: inout [Cell]) throws(Fault) {
    while position < bytes.count {
      cells.removeAll(keepingCapacity: true)
      try readRow(into: &cells)
      if cells.count > 1 || cells.first.map({ !$0.bytes.isEmpty }) ?? false { return }
    }
    cells.removeAll(keepingCapacity: true)
  }

  /// The bytes of a cell's text.
  func content(of cell: Cell) -> ArraySlice<UInt8> {
    guard cell.isEscaped else { return bytes[cell.content] }
    var content: [UInt8] = []
    var isSecond = false
    for byte in bytes[cell.content] {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if byte != UInt8(ascii: "\"") || isSecond { content.append(byte) }
    }
    return content[...]
  }

  /// A cell's text.
  func text(of cell: Cell) -> String { String(decoding: content(of: cell), as: UTF8.self) }

  private mutating func readRow(into cells: inout [Cell]) throws(Fault) {
    while true {
      cells.append(try readCell())
      guard position < bytes.count else { return }
      switch bytes[position] {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "\r") where position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "\n"):
        position += 2
        return
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        position += 1
        return
      default:
        throw Fault(message: "a comma is missing behind the closing quote", bytes: position..<(position + 1))
      }
    }
  }

  private mutating func readCell() throws(Fault) -> Cell {
    let start = position
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
      return Cell(bytes: start..<position, content: start..<position, isEscaped: false)
    }
    position += 1
    var isEscaped = false
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") {
        position += 1
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
          return Cell(bytes: start..<position, content: (start + 1)..<(position - 1), isEscaped: isEscaped)
        }
        isEscaped = true
      }
      position += 1
    }
    throw Fault(message: "the quote that begins here is never closed", bytes: start..<(start + 1))
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
