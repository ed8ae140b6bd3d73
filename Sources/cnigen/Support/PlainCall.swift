/// Recognises the plainest calls without the argument parser.
///
/// The parser finds out by reflection, at every start, what a command takes: 13 of the 23 million instructions that a
/// whole `cnigen build` had. Init systems and fleets call cnigen in one form thousands of times, so that form goes
/// straight to work. Whatever is not exactly of that form, a wrong call above all, is the parser's; a test holds the
/// two against each other.
enum PlainCall {
  /// The build that `build PROFILE`, with `-o DIR`, `-q` and `-v` at the most, asks for.
  static func build(_ arguments: some Sequence<String>) -> BuildRun? {
    var rest = Array(arguments)[...]
    guard rest.popFirst() == "build" else { return nil }
    var profile: String?
    var output: String?
    var report = Report()
    while let argument = rest.popFirst() {
      switch argument {
      case "-o", "--output":
        guard output == nil, let folder = rest.popFirst(), isPlain(folder) else { return nil }
        output = folder
      case "-q", "--quiet": report.quiet = true
      case "-v", "--verbose": report.verbose = true
      default:
        guard profile == nil, isPlain(argument) else { return nil }
        profile = argument
      }
    }
    return profile.map { BuildRun(profile: $0, output: output ?? "out", report: report) }
  }

  /// Whether a word can be nothing but a value.
  private static func isPlain(_ word: String) -> Bool { !word.isEmpty && !word.hasPrefix("-") }
}
