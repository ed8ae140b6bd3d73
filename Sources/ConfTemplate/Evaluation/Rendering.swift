package import Diagnostics

/// What a template became, and which place of the template each byte of it came from.
package struct Rendering: Sendable {
  /// The text as containerd writes it into the file.
  package private(set) var bytes: [UInt8] = []
  private var segments: [Segment] = []

  package init() {}

  /// A stretch of the result.
  private struct Segment: Sendable {
    let start: Int
    /// Where it came from.
    let source: Range<Int>
    /// Whether it is the template's own text, byte for byte; otherwise an action made all of it.
    let isCopy: Bool
  }

  /// Adds text of the template.
  mutating func copy(_ source: Range<Int>, of template: [UInt8]) {
    segments.append(Segment(start: bytes.count, source: source, isCopy: true))
    bytes += template[source]
  }

  /// Adds what an action made.
  mutating func write(_ text: String, from action: Range<Int>) {
    guard !text.isEmpty else { return }
    segments.append(Segment(start: bytes.count, source: action, isCopy: false))
    bytes += text.utf8
  }

  /// The place of the template that a range of the result came from. A range that goes over several turns of a loop
  /// comes from all that it goes over.
  package func place(of range: SourceRange) -> SourceRange {
    guard let first = segment(holding: Int(range.start)) else {
      return SourceRange(file: range.file, start: 0, end: 0)
    }
    let isEmpty = range.end <= range.start
    let last = isEmpty ? first : segment(holding: Int(range.end) - 1) ?? first
    var start = position(Int(range.start), in: segments[first])
    var end = isEmpty ? start : position(Int(range.end) - 1, in: segments[last], isEnd: true)
    // Between the two a loop may have gone back in the template.
    if last > first {
      start = segments[(first + 1)...last].reduce(start) { min($0, $1.source.lowerBound) }
      end = segments[first..<last].reduce(end) { max($0, $1.source.upperBound) }
    }
    return SourceRange(file: range.file, start: UInt32(start), end: UInt32(end))
  }

  private func segment(holding offset: Int) -> Int? {
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].start <= offset { low = middle } else { high = middle }
    }
    return segments.isEmpty ? nil : low
  }

  private func position(_ offset: Int, in segment: Segment, isEnd: Bool = false) -> Int {
    guard segment.isCopy else { return isEnd ? segment.source.upperBound : segment.source.lowerBound }
    let position = min(segment.source.lowerBound + offset - segment.start, segment.source.upperBound)
    return isEnd ? min(position + 1, segment.source.upperBound) : position
  }
}
