/// A line as a terminal may show it, and where in it a place is to be marked.
///
/// Of a long line only the part around the place: a file that some program wrote may be one line of a megabyte with a
/// thousand findings in it. So nothing here looks at more of the line than it shows.
package struct LineExcerpt: Sendable {
  /// The text: tabs as one space, so that the marks stand right, and no escape sequences.
  package let text: String
  /// How many characters of it stand before the marked ones.
  package let padding: Int
  /// How many characters are marked; at least 1.
  package let marks: Int

  /// So many characters of a line are shown at most.
  private static let width = 200

  /// - Parameter range: the place to mark, which begins in the line; without one the beginning of the line is shown.
  package init(of file: SourceFile, line number: Int, marking range: SourceRange? = nil) {
    let bytes = file.bytes
    let line = file.lines.byteRange(ofLine: number, in: bytes)
    let place = min(max(range.map { Int($0.start) } ?? line.lowerBound, line.lowerBound), line.upperBound)
    var start = line.lowerBound
    if Self.end(in: bytes, from: start, within: line, after: Self.width) < line.upperBound {
      start = Self.start(in: bytes, before: place, within: line, by: Self.width / 2)
    }
    let end = Self.end(in: bytes, from: start, within: line, after: Self.width)
    let opening = start > line.lowerBound ? "…" : ""
    text = opening + Self.visible(bytes[start..<end]) + (end < line.upperBound ? "…" : "")
    padding = opening.unicodeScalars.count + Self.characters(bytes[start..<max(start, min(place, end))])
    let stop = min(range.map { Int($0.end) } ?? place, end)
    marks = max(1, stop > place ? Self.characters(bytes[place..<stop]) : 0)
  }

  /// The place that lies so many characters behind another one, or the end of the line.
  private static func end(in bytes: [UInt8], from start: Int, within line: Range<Int>, after count: Int) -> Int {
    var index = start
    var left = count
    while index < line.upperBound, left > 0 || isContinuation(bytes[index]) {
      if !isContinuation(bytes[index]) { left -= 1 }
      index += 1
    }
    return index
  }

  /// The place that lies so many characters before another one, or the beginning of the line.
  private static func start(in bytes: [UInt8], before place: Int, within line: Range<Int>, by count: Int) -> Int {
    var index = place
    var left = count
    while index > line.lowerBound, left > 0 {
      index -= 1
      if !isContinuation(bytes[index]) { left -= 1 }
    }
    return index
  }

  private static func characters(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { !isContinuation($0) } }

  /// Whether a byte goes on with a character of UTF-8 that began before it.
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  private static func visible(_ bytes: ArraySlice<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      scalars.append(scalar == "\t" ? " " : isControl ? "\u{FFFD}" : scalar)
    }
    return String(scalars)
  }
}
