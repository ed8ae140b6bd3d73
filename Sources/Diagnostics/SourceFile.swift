/// A text that the user wrote, under the name by which he called it.
package struct SourceFile: Sendable {
  /// The name as the user gave it; `-` for standard input. Never made absolute, so that output is the same on
  /// every machine.
  package let name: String
  /// The bytes as read, a byte-order mark included.
  package let bytes: [UInt8]
  private var knownLines: LineTable?
  /// Of larger files, which are inventories, the lines are looked up when somebody has to show one of them.
  private static let indexedUpTo = 1 << 20

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    if bytes.count <= Self.indexedUpTo { knownLines = LineTable(bytes) }
  }

  /// Where its lines begin. Of a large file it takes long to find out; `indexed` does it once.
  package var lines: LineTable { knownLines ?? LineTable(bytes) }

  /// Whether its lines are at hand.
  var isIndexed: Bool { knownLines != nil }

  /// The file with its lines at hand, however large it is.
  package var indexed: SourceFile {
    var file = self
    file.knownLines = lines
    return file
  }

  /// The text of a line, counted from 1, without its end and without a byte-order mark.
  ///
  /// - Parameter limit: so many bytes of it at most.
  package func line(_ number: Int, upTo limit: Int = .max) -> String {
    String(decoding: bytes[lines.byteRange(ofLine: number, in: bytes)].prefix(limit), as: UTF8.self)
  }

  /// The text of a range, as the user wrote it.
  package func text(_ range: SourceRange) -> String {
    String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }

  /// Line and column of a byte offset, both counted from 1; the column counts characters (Unicode scalars).
  package func position(at offset: UInt32) -> (line: Int, column: Int) {
    let line = lines.line(containing: Int(offset))
    let start = lines.byteRange(ofLine: line, in: bytes).lowerBound
    guard Int(offset) > start else { return (line, 1) }
    let scalars = bytes[start..<min(Int(offset), bytes.count)].count { $0 & 0xC0 != 0x80 }
    return (line, scalars + 1)
  }
}
