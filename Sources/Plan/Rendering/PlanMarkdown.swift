import Diagnostics
import Difference
import Fleet

/// A plan for people.
package struct PlanMarkdown {
  private let plan: WorkPlan
  private var lines: [String] = []

  private init(_ plan: WorkPlan) { self.plan = plan }

  /// The whole document.
  package static func render(_ plan: WorkPlan) -> String {
    var text = PlanMarkdown(plan)
    text.addSummary()
    if !plan.procedures.isEmpty {
      text.addPreparation()
      text.addProcedures()
      text.addWaves()
      text.addRollback()
    }
    text.addComingAndGoing()
    return text.lines.joined(separator: "\n") + "\n"
  }

  private mutating func addSummary() {
    lines += ["# From \(MarkdownText.code(plan.oldTitle)) to \(MarkdownText.code(plan.newTitle))", ""]
    guard !plan.procedures.isEmpty else {
      lines.append("Nothing has to be done on any node that both have.")
      return
    }
    let changed = plan.comparedCount - plan.unchangedCount
    let drained = plan.procedures.filter(\.drains).reduce(0) { $0 + $1.nodes.count }
    if plan.waves.isEmpty {
      lines.append(
        "Every node with these files changes\(drained > 0 ? ", and is \(words.emptied) for it" : " while its \(words.contents) run")."
      )
    } else {
      lines.append(
        """
        \(changed) of \(plan.comparedCount) nodes change, in \(plan.waves.count) \
        \(plan.waves.count == 1 ? "wave" : "waves"); \(drained) of them are \(words.emptied). \
        At most \(plan.options.maxUnavailable) of a pool are worked on at once, of the control plane one.
        """)
    }
    lines.append("The gravest of the changes, where somebody only wrote the files: \(plan.effect.meaning).")
  }

  private mutating func addPreparation() {
    lines += ["", "## Before you begin", ""]
    if let preparation = plan.delivery.preparation { lines += [preparation, ""] }
    lines += [
      "On the machine with the sources, and again when everything is done:", "", "```sh",
      "cnigen diff \(ShellWord.quoted(plan.oldTitle)) \(ShellWord.quoted(plan.newTitle))",
    ]
    if let document = plan.delivery.document { lines.append("cnigen validate \(ShellWord.quoted(document))") }
    lines += ["```", "", "Below, `$NODE` is the name of the node at hand."]
  }

  private mutating func addProcedures() {
    for procedure in plan.procedures {
      lines += ["", "## \(title(of: procedure))", ""]
      lines += procedure.reasons.map { "- \(MarkdownText.escaped($0))" }
      lines += procedure.remarks.map { "- \(MarkdownText.escaped($0))" }
      for (number, step) in procedure.steps.enumerated() { add(step, number: number + 1) }
    }
  }

  /// - Parameter condition: when it is to be done, in a few words.
  private mutating func add(_ step: Step, number: Int, only condition: String? = nil) {
    let place = step.place == .control ? "where kubectl is" : "on the node"
    let head = "\(number). **\(MarkdownText.escaped(step.title))**, \(place)\(condition.map { ", \($0)" } ?? "")"
    lines += ["", "\(head): \(MarkdownText.escaped(step.why))."]
    guard !step.commands.isEmpty else { return }
    lines += ["", "   ```sh"]
    lines += step.commands.map { "   \($0)" }
    lines.append("   ```")
  }

  private var words: (emptied: String, contents: String) {
    plan.options.hasKubernetes ? ("drained", "pods") : ("emptied", "containers")
  }

  private func title(of procedure: Procedure) -> String {
    let what = procedure.drains ? words.emptied : "while \(words.contents) run"
    if procedure.nodes == [""] { return "\(procedure.id): \(what)" }
    let count = procedure.nodes.count
    return "\(procedure.id): \(count) \(count == 1 ? "node" : "nodes"), \(what)"
  }

  private mutating func addWaves() {
    lines += ["", "## Waves", ""]
    guard !plan.waves.isEmpty else {
      lines.append(
        "Node after node, at most \(plan.options.maxUnavailable) of a pool at once; the control plane one by one.")
      return
    }
    lines += [
      "A wave begins when every node of the one before it has passed its check.", "",
      "| wave | pool | \(plan.options.label.map(MarkdownText.escaped) ?? "label") | procedure | nodes |",
      "| --- | --- | --- | --- | --- |",
    ]
    for wave in plan.waves {
      for share in wave.parts {
        lines.append(
          """
          | \(wave.number) | \(MarkdownText.escaped(wave.pool ?? ""))\(wave.isControlPlane ? " (control plane)" : "") \
          | \(MarkdownText.escaped(wave.label ?? "")) | \(plan.procedures[share.procedure].id) \
          | \(FoldedNames(of: share.nodes).runs.map { MarkdownText.escaped($0.text) }.joined(separator: ", ")) |
          """)
      }
    }
  }

  private mutating func addRollback() {
    let isOne = plan.procedures.count == 1
    lines += [
      "", "## When a node fails", "",
      """
      Begin no further \(plan.waves.isEmpty ? "node" : "wave"). What goes back is the node that failed, by the steps \
      \(isOne ? "below" : "of its procedure below"); \(standing)
      """,
    ]
    for procedure in plan.procedures {
      lines += ["", "### Back from \(procedure.id)", ""]
      lines.append(
        procedure.drains
          ? "\(plan.options.hasKubernetes ? "The node stays cordoned" : "No container is started yet"). Steps that undo something are for a node on which that was begun."
          : "The \(words.contents) go on running. Steps that undo something are for a node on which that was begun.")
      for (number, undoing) in procedure.back.enumerated() {
        add(undoing.step, number: number + 1, only: undoing.undoes.map { "where step \($0) was begun" })
      }
    }
  }

  /// Where the other nodes stand.
  private var standing: String {
    guard plan.waves.count > 1 else {
      return """
        nodes that are done may stay as they are: nothing here has two nodes depend on each other. To give the whole \
        change up, go back node by node in the same way.
        """
    }
    return """
      other nodes of its wave that are done, and those of the waves before it, may stay as they are: nothing here has \
      two nodes depend on each other. Those of the waves after it have what they had. To give the whole change up, go \
      back wave by wave, the last that was begun first, each node by the steps of its procedure.
      """
  }

  private mutating func addComingAndGoing() {
    guard !plan.added.isEmpty || !plan.removed.isEmpty || !plan.sideChanges.isEmpty else { return }
    lines += ["", "## Nodes that come and go", ""]
    if !plan.added.isEmpty {
      lines.append("- new: \(listed(plan.added)): their files are to be there before their first pod")
    }
    if !plan.removed.isEmpty {
      lines.append("- gone: \(listed(plan.removed)): drain them before anybody else gets their subnets")
    }
    for change in plan.sideChanges where change.effect > .none {
      lines.append(
        "- \(MarkdownText.escaped(change.reason))\(change.help.map { ": \(MarkdownText.escaped($0))" } ?? "")")
    }
  }

  private func listed(_ names: [String]) -> String {
    FoldedNames(of: names).runs.map { MarkdownText.escaped($0.text) }.joined(separator: ", ")
  }
}
