import ArgumentParser
import Validation

/// `cnigen validate`: checks files of any kind.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check profiles, conflists, containerd configs and folders of them; for pre-commit and CI.",
    discussion: """
      What a file is follows from its name and content. containerd configs of one call are checked as containerd reads \
      them together, and against the profile and the folder of networks given with them. Nothing is written, no other \
      program is run. The findings are the data of this command and go to standard output.
      """)

  @Argument(
    help: ArgumentHelp(
      "Files, folders of networks or of containerd configs, or - for standard input.", valueName: "file"),
    completion: .file())
  var files: [String]

  @Option(help: ArgumentHelp("What the files are, whatever their names say.", valueName: Self.kinds))
  var kind: InputKind?

  @Option(help: ArgumentHelp("How many files of a folder containerd takes; 0 for all.", valueName: "n"))
  var maxConfNum = 1

  @OptionGroup(title: "Target")
  var target: TargetOptions

  @OptionGroup(title: "Findings")
  var report: ReportOptions

  private static let kinds = InputKind.allCases.map(\.rawValue).joined(separator: "|")

  func validate() throws {
    guard maxConfNum >= 0 else { throw ValidationError("--max-conf-num is a number of files, not \(maxConfNum).") }
  }

  func run() throws {
    try ValidateRun(
      files: files, kind: kind, target: target.stated, maximumNetworks: maxConfNum, report: report.report
    )
    .run()
  }
}

extension InputKind: ExpressibleByArgument {}
