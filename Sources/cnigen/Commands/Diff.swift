import ArgumentParser
import Difference
import Fleet

/// `cnigen diff`: what changes between two sides, and what that means on a node.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell what changes between two profiles, fleets, builds or folders, and what that means on a node.",
    discussion: """
      Each side is a profile, a fleet, a folder or tar that a build has made, a folder of networks as it lies on a node \
      (/etc/cni/net.d), a conflist, or one of these as it was in git: git:REVISION:PATH, as in \
      git:HEAD~1:profiles/edge.yaml. Meaning is compared, not text: key order, defaults written out and another schema \
      of containerd's config are no change. Every change comes with its place and with what happens to pods that run \
      while it is made.

      Exit status: 0 nothing changes, or nothing that has an effect; else that of the worst change: \(Self.statuses). \
      With --fail-on it is 1 where any change is of that class or a worse one, and 0 elsewhere. 1 also where a side has \
      errors, 64 wrong usage, 66 a side cannot be read.
      """)

  @Argument(help: ArgumentHelp("How it is, or was.", valueName: "old"), completion: .file())
  var old: String

  @Argument(help: ArgumentHelp("How it is to be.", valueName: "new"), completion: .file())
  var new: String

  @Option(
    name: .customLong("node"), parsing: .upToNextOption,
    help: ArgumentHelp("Nodes to compare, of sides that have several.", valueName: "name"), completion: .nodes)
  var nodes: [String] = []

  @Option(
    name: .customLong("pool"), parsing: .upToNextOption,
    help: ArgumentHelp("Pools of fleets to compare: all nodes in any of them.", valueName: "name"),
    completion: .pools)
  var pools: [String] = []

  @Option(help: ArgumentHelp("The form of the difference.", valueName: "text|json|md"))
  var emit = DiffRun.Form.text

  @Option(
    help: ArgumentHelp(
      "Exit with 1 where any change is of this class or a worse one, else with 0.", valueName: "class"))
  var failOn: Effect?

  @OptionGroup(title: "Target of sides that state none")
  var target: TargetOptions

  @OptionGroup(title: "Findings")
  var report: ReportOptions

  private static let statuses = Effect.allCases.dropFirst().map { "\($0.exitStatus) \($0.word)" }
    .joined(separator: ", ")

  func run() throws {
    try DiffRun(
      old: old, new: new, nodes: NodeSelection(names: nodes, pools: pools), form: emit, failOn: failOn,
      target: target.stated, report: report.report
    )
    .run()
  }
}

extension DiffRun.Form: ExpressibleByArgument {}

extension Effect: ExpressibleByArgument {
  /// The class of a word.
  public init?(argument: String) { self.init(word: argument) }

  /// The words of all classes.
  public static var allValueStrings: [String] { Effect.allCases.map(\.word) }
}
