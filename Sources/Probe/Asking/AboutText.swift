import NetworkTypes
import Programs

/// What a plugin says of itself when it is started without a command: `CNI bridge plugin v1.6.2`.
struct AboutText: Sendable, Equatable {
  let release: Version
  /// The line that names it.
  let line: String

  /// Nothing but a search path: without `CNI_COMMAND` plugins print what they are.
  static func question(_ path: String) -> Invocation { Invocation(path, limits: Question.limits) }

  /// Finds the release; `nil` where the program names none. Most write to standard error, and some end with an error
  /// all the same.
  init?(_ outcome: Outcome) {
    let lines = [outcome.errors, outcome.output].flatMap { bytes in
      String(decoding: bytes.prefix(4096), as: UTF8.self).split(whereSeparator: \.isNewline).prefix(10)
    }
    for line in lines where line.hasPrefix("CNI ") && !line.hasPrefix("CNI protocol") {
      let words = line.split(separator: " ")
      if let release = words.lazy.compactMap({ ReleaseText.read($0) }).first {
        self.release = release
        self.line = Question.shown(line)
        return
      }
    }
    return nil
  }
}
