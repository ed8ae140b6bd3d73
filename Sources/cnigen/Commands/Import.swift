import ArgumentParser
import Validation

/// `cnigen import`: makes a profile of files that exist.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a profile of conflists, .conf files, folders of them and a containerd config.",
    discussion: """
      Building the profile gives the same files again. Where it does not, a comment in the profile and a warning on \
      standard error say what differs. What is wrong with the files is told as validate tells it, and is no reason to \
      write no profile: only a file that cannot be read is left out, and the exit status is then 1.

      All files together make one profile. A folder stands for the networks in it, and the containerd config \
      (*.toml), in the order of their names. --containerd and --plugins become the profile's target. A profile that is \
      there already is left alone.
      """)

  @Argument(
    help: ArgumentHelp("Files, folders of network configurations, or - for standard input.", valueName: "file"),
    completion: .file())
  var files: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The profile to write, or - for standard output.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var output = "-"

  @Option(help: ArgumentHelp("What the files are, whatever their names say.", valueName: "conflist|conf|containerd"))
  var kind: InputKind?

  @OptionGroup(title: "Target")
  var target: TargetOptions

  @OptionGroup(title: "Findings")
  var report: ReportOptions

  func validate() throws {
    guard kind.map({ [.conflist, .conf, .containerd].contains($0) }) ?? true else {
      throw ValidationError("--kind takes conflist, conf or containerd here")
    }
  }

  func run() throws {
    try ImportRun(files: files, output: output, kind: kind, target: target.stated, report: report.report).run()
  }
}
