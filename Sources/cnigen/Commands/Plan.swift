import ArgumentParser
import Difference
import Fleet
import Plan

/// `cnigen plan`: the order of work from one state of the nodes to another.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan the work that brings the nodes from one state to another, wave by wave.",
    discussion: """
      Each side is what `cnigen diff` takes. Every node gets the steps that its own changes need, in the order of the \
      Kubernetes documentation: drain, stop, plugins, files, containerd, start, check, uncordon. A state on the way that \
      does not work, such as a new configuration with old plugins, is found before anybody is in it: another order is \
      taken, or the node is drained.

      Exit status: 0 there is a plan; 1 a side has errors, or what was asked for is impossible; 64 wrong usage; 66 a \
      side cannot be read; 73 the file cannot be written.
      """)

  @Argument(help: ArgumentHelp("How it is.", valueName: "old"), completion: .file())
  var old: String

  @Argument(help: ArgumentHelp("How it is to be.", valueName: "new"), completion: .file())
  var new: String

  @Option(
    help: ArgumentHelp(
      "How many nodes of a pool may be out of work at once; a part is rounded down, and at least 1.",
      valueName: "count|percent"))
  var maxUnavailable = MaxUnavailable.percent(10)

  @Option(help: ArgumentHelp("A label, such as rack: a wave has nodes of one value only.", valueName: "label"))
  var by: String?

  @Option(help: ArgumentHelp("Begin each pool with a wave of so many nodes.", valueName: "count"))
  var canary = 0

  @Option(
    help: ArgumentHelp(
      "The pool of the control plane, whose nodes come one by one; without it those with its role's label.",
      valueName: "pool"))
  var controlPlane: String?

  @Option(help: ArgumentHelp("When the control plane comes.", valueName: "first|last"))
  var controlPlaneOrder = ControlPlaneOrder.last

  @Option(
    help: ArgumentHelp(
      "The order on a node, in place of one that works: plugins, config and containerd, with commas.",
      valueName: "parts"))
  var order: PartOrder?

  @Flag(help: "Refuse a plan that makes pods leave their nodes.")
  var noDrain = false

  @Flag(
    help: """
      The nodes run containerd without Kubernetes: the plan says when containers stop and start, and asks nobody with \
      kubectl.
      """)
  var standalone = false

  @Option(
    name: .customLong("node"), parsing: .upToNextOption,
    help: ArgumentHelp("Nodes to plan for, of sides that have several.", valueName: "name"), completion: .nodes)
  var nodes: [String] = []

  @Option(
    name: .customLong("pool"), parsing: .upToNextOption,
    help: ArgumentHelp("Pools to plan for: all nodes in any of them.", valueName: "name"), completion: .pools)
  var pools: [String] = []

  @Option(
    help: ArgumentHelp("The form: Markdown for people, JSON, or a playbook of Ansible.", valueName: "md|json|ansible"))
  var emit = PlanRun.Form.md

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"))
  var output = "-"

  @OptionGroup(title: "Target of sides that state none")
  var target: TargetOptions

  @OptionGroup(title: "Findings")
  var report: ReportOptions

  /// When the control plane comes.
  enum ControlPlaneOrder: String, CaseIterable, ExpressibleByArgument {
    case first
    case last
  }

  /// All parts of a node in some order.
  struct PartOrder: ExpressibleByArgument {
    let parts: [Part]

    init?(argument: String) {
      let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map { Part(rawValue: String($0)) }
      guard parts.count == Part.allCases.count, Set(parts.compactMap(\.self)).count == parts.count else { return nil }
      self.parts = parts.compactMap(\.self)
    }
  }

  func validate() throws {
    guard canary >= 0 else { throw ValidationError("--canary is a number of nodes, not \(canary).") }
  }

  func run() throws {
    var options = PlanOptions()
    options.maxUnavailable = maxUnavailable
    options.label = by
    options.canary = canary
    options.controlPlane = controlPlane
    options.controlPlaneIsFirst = controlPlaneOrder == .first
    options.order = order?.parts
    options.forbidsDrain = noDrain
    options.hasKubernetes = !standalone
    try PlanRun(
      old: old, new: new, nodes: NodeSelection(names: nodes, pools: pools), options: options, form: emit,
      output: output, target: target.stated, report: report.report
    )
    .run()
  }
}

extension PlanRun.Form: ExpressibleByArgument {}

extension MaxUnavailable: ExpressibleByArgument {
  /// A number of nodes or a percentage.
  public init?(argument: String) { self.init(argument) }
}
