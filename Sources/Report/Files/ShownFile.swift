package import Diagnostics

/// A file of a node, line by line, and for each line the place that set it.
package struct ShownFile: Sendable {
  package let name: String
  package let size: Int
  package let lines: [Line]

  /// A line of the file.
  package struct Line: Sendable {
    package let text: String
    /// The place of the user's files that caused the line; `nil` for one that no value stands on, or that cnigen writes
    /// whatever is asked for.
    package let place: SourceRange?
  }

  /// - Parameters:
  ///   - bytes: the file.
  ///   - places: the place for the line of each byte offset, as far as there are some.
  init(_ name: String, _ bytes: [UInt8], _ places: [(offset: Int, place: SourceRange)] = []) {
    self.name = name
    size = bytes.count
    let table = LineTable(bytes)
    var placeOfLine = [SourceRange?](repeating: nil, count: table.count + 1)
    for (offset, place) in places {
      let line = table.line(containing: offset)
      if placeOfLine[line] == nil { placeOfLine[line] = place }
    }
    // A text that ends with a line feed has an empty last line.
    let count = bytes.last == UInt8(ascii: "\n") ? table.count - 1 : table.count
    lines = (0..<count).map { number in
      Line(
        text: String(decoding: bytes[table.byteRange(ofLine: number + 1, in: bytes)], as: UTF8.self),
        place: placeOfLine[number + 1])
    }
  }
}
