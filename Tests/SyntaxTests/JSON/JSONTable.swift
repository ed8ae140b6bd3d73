import Syntax

/// JSON texts and what the reader is to make of them, a row a line:
///
///     text ⇒ ok
///     text ⇒ rule start-end, rule start-end
///     text ⇒ rule start-end ⇒ the tree, as minified JSON
///
/// The places are byte offsets, the end behind the last byte. Without a tree the reader has to stop. In texts `<HH>`
/// is the byte with this hexadecimal number and `<HH*n>` the same n times.
enum JSONTable {
  /// One row of a table.
  struct Row: Sendable {
    /// The text as the table has it.
    let source: String
    let text: [UInt8]
    /// In the order of their places.
    let faults: [Fault]
    /// The text of the tree that is due; `nil` where there is to be none.
    let tree: [UInt8]?
  }

  /// A finding that is due.
  struct Fault: Sendable, Equatable, CustomStringConvertible {
    let rule: String
    let start: Int
    let end: Int

    var description: String { "\(rule) \(start)-\(end)" }
  }

  /// A line that is no row.
  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  /// All rows of all tables.
  static func rows() throws -> [Row] {
    let tables = [
      structure, strings, escapes, numbers, words, duplicateKeys, space, broken, encodings, depth,
    ]
    return try tables.flatMap { table in
      try table.split(separator: "\n").filter { !$0.isEmpty }.map { try row(String($0)) }
    }
  }

  private static func row(_ line: String) throws -> Row {
    let columns = line.split(separator: " ⇒ ", omittingEmptySubsequences: false).map(String.init)
    guard columns.count == 2 || columns.count == 3 else { throw Malformed(description: line) }
    let text = try bytes(columns[0])
    if columns[1] == "ok", columns.count == 2 {
      return Row(source: columns[0], text: text, faults: [], tree: text)
    }
    let faults = try columns[1].split(separator: ", ").map { try fault($0) }
    return Row(source: columns[0], text: text, faults: faults, tree: columns.count == 3 ? try bytes(columns[2]) : nil)
  }

  private static func fault(_ text: Substring) throws -> Fault {
    let words = text.split(separator: " ")
    guard words.count == 2 else { throw Malformed(description: String(text)) }
    let ends = words[1].split(separator: "-").compactMap { Int($0) }
    guard ends.count == 2 else { throw Malformed(description: String(text)) }
    return Fault(rule: String(words[0]), start: ends[0], end: ends[1])
  }

  private static func bytes(_ source: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(source.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "<") else {
        bytes.append(byte)
        continue
      }
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { throw Malformed(description: source) }
      let parts = String(decoding: rest[..<end], as: UTF8.self).split(separator: "*")
      guard let value = UInt8(parts[0], radix: 16), let count = parts.count == 2 ? Int(parts[1]) : 1 else {
        throw Malformed(description: source)
      }
      bytes.append(contentsOf: repeatElement(value, count: count))
      rest = rest[(end + 1)...]
    }
    return bytes
  }
}
