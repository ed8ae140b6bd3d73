import Diagnostics

/// Counts findings of one kind, so that ten thousand are not told one by one.
struct Reports {
  private let limit: Int
  private var count = 0

  init(limit: Int) { self.limit = limit }

  /// Whether one more is to be told by itself.
  mutating func takes() -> Bool {
    count += 1
    return count <= limit
  }

  /// Tells how many there are that were not told.
  func finish(_ rule: String, _ what: String, _ bag: inout DiagnosticBag) {
    guard count > limit else { return }
    bag.error(rule, "\(count - limit) more \(what)", at: nil, help: "mend the first \(limit), then look again")
  }
}
