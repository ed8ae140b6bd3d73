/// Looking for text in text, byte by byte.
///
/// The standard library does this with the engine of its regular expressions, which nothing else here needs and which
/// weighs 1.2 MB in a static binary.
extension StringProtocol {
  /// Where a text stands first; `nil` where it does not, or is empty.
  package func firstRange(ofText text: String) -> Range<Index>? { range(of: Array(text.utf8), from: startIndex) }

  /// Whether a text stands anywhere in it. An empty one stands everywhere.
  package func contains(text: String) -> Bool { text.isEmpty || firstRange(ofText: text) != nil }

  /// A copy with another text in every place of one. An empty one has no places.
  package func replacing(text: String, with other: String) -> String {
    pieces(between: text).joined(separator: other)
  }

  /// What stands between the places of a text, empty pieces among them. An empty one has no places.
  package func split(atText text: String) -> [SubSequence] { pieces(between: text) }

  private func pieces(between text: String) -> [SubSequence] {
    let wanted = Array(text.utf8)
    var pieces: [SubSequence] = []
    var rest = startIndex
    while let found = range(of: wanted, from: rest) {
      pieces.append(self[rest..<found.lowerBound])
      rest = found.upperBound
    }
    pieces.append(self[rest...])
    return pieces
  }

  private func range(of wanted: [UInt8], from start: Index) -> Range<Index>? {
    guard let first = wanted.first else { return nil }
    let bytes = utf8
    var candidate = start
    while let begin = bytes[candidate...].firstIndex(of: first) {
      var end = begin
      var matched = 0
      while matched < wanted.count, end < bytes.endIndex, bytes[end] == wanted[matched] {
        bytes.formIndex(after: &end)
        matched += 1
      }
      if matched == wanted.count { return begin..<end }
      candidate = bytes.index(after: begin)
    }
    return nil
  }
}
