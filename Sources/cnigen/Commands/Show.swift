import ArgumentParser
import Report

/// `cnigen show`: the address plan of a fleet, or one node, at a terminal.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract:
      "Show a fleet at a terminal: who has which subnets; or one node, and where each of its values comes from.",
    discussion: """
      Without a node: every block of addresses with who has what of it, the pools, what nodes are compiled for, and which \
      of them have the same files. With a node: its pools, labels and subnets, and its files line by line; with --origin \
      beside each line the place that set it, in the profile, the template, a pool, the node's own row, the lock, or a \
      block. A profile is shown as a node is.

      Exit status: 0 shown; 1 the fleet has errors, and what can be shown is shown all the same; 66 an input cannot be \
      read.
      """)

  @Argument(
    help: ArgumentHelp("A fleet, or a profile; cnigen.yaml if not given.", valueName: "file"), completion: .file())
  var file: String?

  @Argument(
    help: ArgumentHelp("A node of the fleet, or an address or subnet of one.", valueName: "node"), completion: .nodes)
  var node: String?

  @Flag(help: "Put beside each line of a file the place that set it.")
  var origin = false

  @Flag(help: "A line for each node, however many there are.")
  var all = false

  @Option(help: ArgumentHelp("The form.", valueName: "text|json"))
  var emit = ShowRun.Form.text

  @OptionGroup(title: "Target")
  var target: TargetOptions

  @OptionGroup(title: "Findings")
  var report: ReportOptions

  func run() throws {
    try ShowRun(
      path: file ?? DefaultProfile.required(), node: node, showsOrigins: origin, showsAll: all, form: emit,
      target: target.stated, report: report.report
    )
    .run()
  }
}

extension ShowRun.Form: ExpressibleByArgument {}
