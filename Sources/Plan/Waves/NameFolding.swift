/// Many names as people write them: `edge-[001-100]`.
package enum NameFolding {
  /// Names in their order, runs of one pattern folded.
  package static func fold(_ names: [String]) -> [String] {
    var folded: [String] = []
    var run: (first: Parts, last: Parts)?
    for name in names {
      let parts = Parts(name)
      if let begun = run, let parts, parts.follows(begun.last) {
        run = (begun.first, parts)
        continue
      }
      if let run { folded.append(text(of: run.first, to: run.last)) }
      run = parts.map { ($0, $0) }
      if parts == nil { folded.append(name) }
    }
    if let run { folded.append(text(of: run.first, to: run.last)) }
    return folded
  }

  /// A name with a number in it.
  private struct Parts {
    let prefix: Substring
    let digits: Substring
    let suffix: Substring
    let number: Int

    /// The last number of a name; `nil` where it has none, or a huge one.
    init?(_ name: String) {
      let isDigit = { (character: Character) in character.isASCII && character.isNumber }
      guard let last = name.lastIndex(where: isDigit) else { return nil }
      let end = name.index(after: last)
      let start = name[..<end].lastIndex { !isDigit($0) }.map(name.index(after:)) ?? name.startIndex
      guard let number = Int(name[start..<end]) else { return nil }
      prefix = name[..<start]
      digits = name[start..<end]
      suffix = name[end...]
      self.number = number
    }

    /// Whether it is the next one after another, written alike.
    func follows(_ other: Parts) -> Bool {
      prefix == other.prefix && suffix == other.suffix && number == other.number + 1
        && (digits.count == other.digits.count || other.digits.first != "0" && digits.first != "0")
    }
  }

  private static func text(of first: Parts, to last: Parts) -> String {
    if first.number == last.number { return "\(first.prefix)\(first.digits)\(first.suffix)" }
    if first.number + 1 == last.number {
      return "\(first.prefix)\(first.digits)\(first.suffix), \(last.prefix)\(last.digits)\(last.suffix)"
    }
    return "\(first.prefix)[\(first.digits)-\(last.digits)]\(first.suffix)"
  }
}
