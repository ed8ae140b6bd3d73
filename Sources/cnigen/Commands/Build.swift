import ArgumentParser
import Fleet

/// `cnigen build`: compiles a profile.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Compile a profile or a fleet into conflists and containerd configs.",
    discussion: """
      Everything is checked before a byte is written; if there is any error, nothing is. Findings go to standard \
      error. SHA256SUMS is written last, so `sha256sum -c SHA256SUMS` passes in a finished folder.
      """)

  @Argument(
    help: ArgumentHelp(
      "The profile or fleet, or - for standard input; cnigen.yaml if not given.", valueName: "profile"),
    completion: .file())
  var profile: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write to, or - for standard output; out if not given, - with tar and jsonl.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Option(
    name: .customLong("node"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "Nodes of a fleet to build for; a single one gets the folder itself.", valueName: "name"),
    completion: .nodes)
  var nodes: [String] = []

  @Option(
    name: .customLong("pool"), parsing: .upToNextOption,
    help: ArgumentHelp("Pools of a fleet to build for: all nodes in any of them.", valueName: "name"),
    completion: .pools)
  var pools: [String] = []

  @Option(
    help: ArgumentHelp("The form of what is made; tar and jsonl go to -o as one file.", valueName: "tree|tar|jsonl"))
  var emit = BuildRun.Form.tree

  @Flag(
    help: ArgumentHelp(
      "Write nothing; list what is missing, outdated, edited, stale or foreign in -o, and exit with 1 if anything is."))
  var check = false

  @Flag(
    help: ArgumentHelp(
      "Write nothing; print how a fleet's addresses are used, and which nodes have the same files."))
  var summary = false

  @Option(
    help: ArgumentHelp(
      "A folder for each node of a fleet, or each distinct file once with a map from node to file.",
      valueName: "nodes|variants"))
  var layout = BuildRun.Layout.nodes

  @OptionGroup(title: "Target")
  var target: TargetOptions

  @OptionGroup(title: "Findings")
  var report: ReportOptions

  private var task: BuildRun.Task {
    get throws {
      guard !(check && summary) else { throw ValidationError("--check and --summary are two different questions.") }
      guard !summary || (emit == .tree && output == nil) else {
        throw ValidationError("--summary writes nothing; leave out -o and --emit.")
      }
      return check ? .check : summary ? .summary : .write
    }
  }

  func run() throws {
    let profile = try profile ?? DefaultProfile.required()
    try BuildRun(
      profile: profile, output: output ?? (emit == .tree ? "out" : "-"),
      nodes: NodeSelection(names: nodes, pools: pools), form: emit, layout: layout,
      task: try task,
      target: target.stated, report: report.report
    )
    .run()
  }
}

extension BuildRun.Form: ExpressibleByArgument {}

extension BuildRun.Layout: ExpressibleByArgument {}
