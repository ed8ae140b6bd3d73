/// Names of nodes as people say them: `edge-[001-100]` in place of a hundred.
package struct FoldedNames: Sendable {
  /// The names and ranges of names, in their order.
  package private(set) var runs: [Run] = []

  /// A name, or a range of some, in the form that a fleet takes in `nodes:`.
  package struct Run: Sendable, Equatable {
    package fileprivate(set) var text: String
    package fileprivate(set) var count: Int
  }

  /// What is known of the last run while it may still grow: names with the same text before and after a number.
  private struct Growing {
    let before: ArraySlice<UInt8>
    let after: ArraySlice<UInt8>
    let first: ArraySlice<UInt8>
    var last: ArraySlice<UInt8>
  }

  /// Folds names whose numbers follow each other, in the order that they have.
  package init(_ names: some Sequence<ArraySlice<UInt8>>) {
    runs = Self.fold(names.map { (Array($0)[...], 1) })
    // Rows of nodes become ranges of rows: r1-n[01-20] to r4-n[01-20] are r[1-4]-n[01-20].
    if runs.count > 1 { runs = Self.fold(runs.map { (Array($0.text.utf8)[...], $0.count) }) }
  }

  /// Folds names in the order that they have.
  package init(of names: [String]) { self.init(names.lazy.map { Array($0.utf8)[...] }) }

  /// How many names there are.
  package var count: Int { runs.reduce(0) { $0 + $1.count } }

  /// The names in so many characters, and how many more there are.
  package func text(upTo width: Int) -> String {
    var shown = ""
    var rest = count
    for run in runs {
      let piece = shown.isEmpty ? run.text : ", \(run.text)"
      let more = rest - run.count > 0 ? " and \(rest - run.count) more" : ""
      guard shown.isEmpty || shown.count + piece.count + more.count <= width else { break }
      shown += piece
      rest -= run.count
    }
    return rest > 0 ? "\(shown) and \(rest) more" : shown
  }

  private static func fold(_ names: [(name: ArraySlice<UInt8>, count: Int)]) -> [Run] {
    var runs: [Run] = []
    var growing: Growing?
    var size = 0
    func finish(_ last: ArraySlice<UInt8>) {
      guard let grown = growing else { return runs.append(Run(text: text(last), count: size)) }
      runs.append(
        Run(
          text: "\(text(grown.before))[\(text(grown.first))-\(text(grown.last))]\(text(grown.after))", count: size))
    }
    var previous: ArraySlice<UInt8>?
    for (name, count) in names {
      if let before = previous {
        if let step = step(from: before, to: name), growing.map({ isNext(step, of: $0) }) ?? true,
          count == size / length(growing)
        {
          growing = growing ?? Growing(before: step.before, after: step.after, first: step.from, last: step.from)
          growing?.last = step.to
          size += count
        } else {
          finish(before)
          growing = nil
          size = count
        }
      } else {
        size = count
      }
      previous = name
    }
    if let previous { finish(previous) }
    return runs
  }

  /// How many names or ranges a run has taken in.
  private static func length(_ run: Growing?) -> Int {
    run.map { (number($0.last) ?? 0) - (number($0.first) ?? 0) + 1 } ?? 1
  }

  private static func isNext(_ step: Step, of run: Growing) -> Bool {
    step.before == run.before && step.after == run.after && step.from == run.last
  }

  /// Two names that differ in one number.
  private struct Step {
    let before: ArraySlice<UInt8>
    let after: ArraySlice<UInt8>
    let from: ArraySlice<UInt8>
    let to: ArraySlice<UInt8>
  }

  /// What leads from a name to the next one, where they differ in one number alone, and that by one.
  private static func step(from one: ArraySlice<UInt8>, to other: ArraySlice<UInt8>) -> Step? {
    var start = zip(one, other).prefix { $0 == $1 }.count
    while start > 0, isDigit(one[one.startIndex + start - 1]) { start -= 1 }
    let before = one.prefix(start)
    let from = one.dropFirst(start).prefix(while: isDigit)
    let to = other.dropFirst(start).prefix(while: isDigit)
    let after = one.dropFirst(start + from.count)
    guard after == other.dropFirst(start + to.count), let a = number(from), let b = number(to), b == a + 1,
      from.count == to.count || (from.first != UInt8(ascii: "0") && to.first != UInt8(ascii: "0")),
      // A number of a range is not one of a name.
      before.count(where: { $0 == UInt8(ascii: "[") }) == before.count(where: { $0 == UInt8(ascii: "]") })
    else { return nil }
    return Step(before: before, after: after, from: from, to: to)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 9 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
