import Diagnostics

/// The rows of a CSV text (RFC 4180): cells apart by commas, in double quotes where they hold commas, quotes or line
/// ends. Every cell knows its place.
struct CSVRows {
  private let bytes: [UInt8]
  private var position: Int

  /// A cell: its text without quotes, and the bytes that it takes up.
  struct Cell: Sendable {
    let text: String
    let bytes: Range<Int>
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

  /// The cells of the next row that holds anything; empty at the end.
  mutating func next() throws(Fault) -> [Cell] {
    while position < bytes.count {
      let cells = try row()
      if cells.count > 1 || cells.first.map({ !$0.bytes.isEmpty }) ?? false { return cells }
    }
    return []
  }

  private mutating func row() throws(Fault) -> [Cell] {
    var cells: [Cell] = []
    while true {
      cells.append(try cell())
      guard position < bytes.count else { return cells }
      switch bytes[position] {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "\r") where position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "\n"):
        position += 2
        return cells
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        position += 1
        return cells
      default:
        throw Fault(message: "a comma is missing behind the closing quote", bytes: position..<(position + 1))
      }
    }
  }

  private mutating func cell() throws(Fault) -> Cell {
    let start = position
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
      return Cell(text: String(decoding: bytes[start..<position], as: UTF8.self), bytes: start..<position)
    }
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") {
        position += 1
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
          return Cell(text: String(decoding: text, as: UTF8.self), bytes: start..<position)
        }
      }
      text.append(bytes[position])
      position += 1
    }
    throw Fault(message: "the quote that begins here is never closed", bytes: start..<(start + 1))
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
