/// Recognises the plainest calls without the argument parser.
///
/// The parser finds out by reflection, at every start, what a command takes: 13 of the 23 million instructions that a
/// whole `cnigen build` had. Init systems and fleets call cnigen in one form thousands of times, and pre-commit hands
/// over all files of a repository in one call, for which the parser's time grows with the square of their number. So
/// these forms go straight to work. Whatever is not exactly of such a form, a wrong call above all, is the parser's; a
/// test holds the two against each other.
enum PlainCall {
  /// A call that needs no parser.
  enum Work {
    case build(BuildRun)
    case validate(ValidateRun)

    func run() throws {
      switch self {
      case .build(let run): try run.run()
      case .validate(let run): try run.run()
      }
    }
  }

  /// The work that `build PROFILE`, with `-o DIR` at the most, or `validate FILE…` asks for, both with `-q` and `-v`
  /// at the most.
  static func work(_ arguments: some Sequence<String>) -> Work? {
    var rest = Array(arguments)[...]
    switch rest.popFirst() {
    case "build": return build(&rest).map(Work.build)
    case "validate": return validate(rest).map(Work.validate)
    default: return nil
    }
  }

  private static func build(_ rest: inout ArraySlice<String>) -> BuildRun? {
    var profile: String?
    var output: String?
    var report = Report()
    while let argument = rest.popFirst() {
      if argument == "-o" || argument == "--output" {
        guard output == nil, let folder = rest.popFirst(), isPlain(folder) else { return nil }
        output = folder
      } else if !report.take(argument) {
        guard profile == nil, isPlain(argument) else { return nil }
        profile = argument
      }
    }
    return profile.map { BuildRun(profile: $0, output: output ?? "out", report: report) }
  }

  private static func validate(_ arguments: ArraySlice<String>) -> ValidateRun? {
    var files: [String] = []
    var report = Report()
    for argument in arguments where !report.take(argument) {
      guard isPlain(argument) else { return nil }
      files.append(argument)
    }
    return files.isEmpty ? nil : ValidateRun(files: files, report: report)
  }

  /// Whether a word can be nothing but a value.
  private static func isPlain(_ word: String) -> Bool { !word.isEmpty && !word.hasPrefix("-") }
}

extension Report {
  /// Takes a flag of the two that plain calls have; `false` for any other word.
  fileprivate mutating func take(_ argument: String) -> Bool {
    switch argument {
    case "-q", "--quiet": quiet = true
    case "-v", "--verbose": verbose = true
    default: return false
    }
    return true
  }
}
