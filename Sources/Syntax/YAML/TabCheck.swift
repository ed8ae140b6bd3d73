import Diagnostics

/// Finds tabs between values. YAML forbids them as indentation and people cannot see them; libyaml lets some pass.
enum TabCheck {
  /// Reports the first tab of each line that stands neither inside a value nor in a comment.
  ///
  /// - Parameter scalars: the extents of all values, in the order of the text.
  static func check(_ file: FileID, _ bytes: [UInt8], scalars: [Range<Int>], into bag: inout DiagnosticBag) {
    guard ByteSearch.holds(0x09, in: bytes) else { return }
    let ordered = scalars.sorted { $0.lowerBound < $1.lowerBound }
    var next = 0
    var inComment = false
    var reported = false
    var offset = 0
    while offset < bytes.count {
      while next < ordered.count, ordered[next].upperBound <= offset { next += 1 }
      if next < ordered.count, ordered[next].contains(offset) {
        if bytes[ordered[next]].contains(0x0A) { reported = false }
        offset = ordered[next].upperBound
        inComment = false
        continue
      }
      switch bytes[offset] {
      case 0x0A, 0x0D:
        inComment = false
        reported = false
      case UInt8(ascii: "#"): inComment = true
      case 0x09 where !inComment && !reported:
        reported = true
        report(SourceRange(file: file, start: UInt32(offset), end: UInt32(offset + 1)), into: &bag)
      default: break
      }
      offset += 1
    }
  }

  /// Reports a tab.
  static func report(_ place: SourceRange, into bag: inout DiagnosticBag) {
    bag.error("yaml-tab", "a tab stands here; YAML is indented with spaces only", at: place, help: "use spaces")
  }
}
