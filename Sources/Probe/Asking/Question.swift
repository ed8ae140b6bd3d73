import Glibc
import Programs

/// What all questions to foreign programs have in common.
enum Question {
  /// No honest answer takes longer or is larger.
  static let limits = Invocation.Limits(time: .seconds(2), output: 1 << 20)

  /// How a program ended that was to answer, where that is no answer.
  static func fault(_ outcome: Outcome) -> String? {
    switch outcome.end {
    case .exited:
      outcome.leftOutputOpen
        ? "it ended and left a process behind that holds its output open; a runtime would wait for that one" : nil
    case .signalled(let number): "it crashed: signal \(number) (\(String(cString: strsignal(number))))"
    case .timedOut: "no answer within \(limits.time.components.seconds) s"
    case .flooded: "it wrote more than \(limits.output >> 20) MiB"
    case .interrupted: "it was interrupted"
    case .notStarted(let fault): "it cannot be run: \(fault)"
    }
  }

  /// A text of a foreign program as it may stand in a line of ours.
  static func shown(_ text: some StringProtocol, upTo limit: Int = 100) -> String {
    let line = text.unicodeScalars.prefix(4 * limit).map { scalar -> Character in
      // Nothing that could move a cursor, hide what stands before, or end the line.
      scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
        || scalar.properties.isWhitespace ? " " : Character(scalar)
    }
    let words = String(line).split(separator: " ").joined(separator: " ")
    return words.count > limit ? "\(words.prefix(limit))…" : words
  }
}
