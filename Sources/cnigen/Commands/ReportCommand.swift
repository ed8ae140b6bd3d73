import ArgumentParser
import Fleet

/// `cnigen report`: a fleet as a page that people can look at.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Make a page that shows a fleet: its address space as a map, nodes, capacity and findings.",
    discussion: """
      The page is one HTML file that loads nothing from anywhere: a map of the addresses that can be zoomed, pools, \
      targets and distinct files, findings with their lines, and a search by node, address, subnet, pool and label. The \
      same input makes the same bytes.

      Findings do not keep it from being made, since that is when people look at it; with errors the exit status is 1.
      """)

  @Argument(
    help: ArgumentHelp("The fleet, or - for standard input; cnigen.yaml if not given.", valueName: "fleet"),
    completion: .file())
  var fleet: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, or - for standard output; report.html if not given, - with svg, md and csv.",
      valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "A page, the map as a picture, a summary for a pull request, or a row for each node.",
      valueName: "html|svg|md|csv"))
  var emit = ReportRun.Form.html

  @Option(
    name: .customLong("link-base"),
    help: ArgumentHelp(
      "Where the files can be looked at, so that findings link to their lines: https://github.com/o/r/blob/main.",
      valueName: "url"))
  var linkBase: String?

  @OptionGroup(title: "Target")
  var target: TargetOptions

  @OptionGroup(title: "Findings")
  var report: ReportOptions

  func validate() throws {
    guard let linkBase, !linkBase.hasPrefix("https://"), !linkBase.hasPrefix("http://") else { return }
    throw ValidationError("--link-base begins with https:// or http://, and \(linkBase) does not.")
  }

  func run() throws {
    try ReportRun(
      fleet: fleet ?? DefaultProfile.required(), output: output ?? (emit == .html ? "report.html" : "-"), form: emit,
      linkBase: linkBase, target: target.stated, report: report.report
    )
    .run()
  }
}

extension ReportRun.Form: ExpressibleByArgument {}
