import Glibc

/// Tells on a terminal how far a long work is; anywhere else nothing is said.
struct Progress {
  private let total: Int
  private let what: String
  private let isShown: Bool
  private let begin: Double
  private var last: Double

  /// - Parameter what: of what there is a total, `nodes` for example.
  init(of total: Int, _ what: String, quiet: Bool) {
    self.total = total
    self.what = what
    isShown = !quiet && isatty(Console.Stream.error.rawValue) == 1
    begin = isShown ? Self.now : 0
    last = begin
  }

  /// Shows a number, from half a second on and some times in a second.
  mutating func show(_ done: Int) {
    guard isShown else { return }
    let now = Self.now
    guard now - begin > 0.5, now - last > 0.1 else { return }
    last = now
    Console.write("\r\(done) of \(total) \(what)", to: .error)
  }

  /// Takes the line away.
  func clear() {
    if last > begin { Console.write("\r\u{1B}[K", to: .error) }
  }

  /// Seconds of a clock that nobody sets.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
