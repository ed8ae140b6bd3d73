import ArgumentParser
import Diagnostics
import Glibc

/// The command line. The root is synchronous: an asynchronous one costs every short command its start-up.
@main
struct Cnigen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cnigen",
    abstract: "Compile and check CNI configuration.",
    discussion: """
      One declarative profile becomes the conflist and the containerd config of a node, checked against what the \
      target's plugins and containerd can really do before anything is written.

      Exit status: 0 done; 1 the input has errors (or, with --strict, warnings); 64 wrong usage; 66 an input cannot \
      be read; 70 an internal fault; 73 an output cannot be written. try also has 69, where the kernel or the machine \
      lacks what a network needs, and 77, where the user may make no namespaces; diff has 10 to 15, which cnigen diff --help \
      lists.
      """,
    version: Release.version,
    subcommands: [
      Build.self, Validate.self, Try.self, Init.self, Import.self, Templates.self, Explain.self, Schema.self,
      ProbeCommand.self, Diff.self, PlanCommand.self, ApplyCommand.self, Rollback.self, Show.self, ReportCommand.self,
    ])

  static func main() {
    // A file that may grow no further is told as one, as a full disk is.
    signal(SIGXFSZ, SIG_IGN)
    if let mistake = unreadableArgument { exit(withError: mistake) }
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let work = PlainCall.work(arguments) { run(arguments) { try work.run() } }
    if let mistake = unknownCommand(arguments) { exit(withError: mistake) }
    do {
      var command = try parseAsRoot(arguments)
      run(arguments) { try command.run() }
    } catch {
      exit(withError: error)
    }
  }

  /// Runs a command that was understood, to the end of the process. A call that turns out to be wrong leads to the help
  /// of its command.
  private static func run(_ arguments: [String], _ work: () throws -> Void) -> Never {
    do {
      try work()
      exit()
    } catch let mistake as ValidationError {
      let command = arguments.first.map { "cnigen \($0)" } ?? "cnigen"
      Console.write(
        "Error: \(ShownText.visible(mistake.message))\n  See '\(command) --help' for more information.\n", to: .error)
      exit(withError: ExitCode.validationFailure)
    } catch {
      exit(withError: error)
    }
  }

  /// What is said of an argument whose bytes are no text: with others in their place it would name another file.
  private static var unreadableArgument: ValidationError? {
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = CommandLine.unsafeArgv[index], String(validatingCString: argument) == nil else { continue }
      return ValidationError("The argument '\(ShownText.visible(String(cString: argument)))' is not UTF-8.")
    }
    return nil
  }

  /// What is said of a word that should be a command. The parser would call it an unexpected argument, or show the help
  /// of everything.
  private static func unknownCommand(_ arguments: [String]) -> ValidationError? {
    let word = arguments.first == "help" ? arguments.dropFirst().first : arguments.first
    guard let word, !word.isEmpty, !word.hasPrefix("-") else { return nil }
    let names = configuration.subcommands.map { $0.configuration.commandName ?? "\($0)".lowercased() } + ["help"]
    guard !names.contains(word) else { return nil }
    let meant = Spelling.nearest(to: word, among: names).map { " Did you mean '\($0)'?" } ?? ""
    return ValidationError("There is no command '\(ShownText.visible(word))'.\(meant)")
  }
}
