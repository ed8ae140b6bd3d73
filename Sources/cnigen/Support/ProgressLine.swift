import Glibc

/// A line on a terminal that says what is going on, and makes room for what comes of it.
struct ProgressLine {
  private let isShown: Bool

  /// - Parameter isShown: whether it is wanted at all; it is only ever shown on a terminal.
  init(isShown: Bool) { self.isShown = isShown && isatty(Console.Stream.error.rawValue) == 1 }

  func show(_ text: String) {
    if isShown { Console.write("\r\u{1B}[K\(text) …", to: .error) }
  }

  func clear() {
    if isShown { Console.write("\r\u{1B}[K", to: .error) }
  }
}
