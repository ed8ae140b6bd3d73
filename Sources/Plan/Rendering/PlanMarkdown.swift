import Difference

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
    lines += ["# From \(code(plan.oldTitle)) to \(code(plan.newTitle))", ""]
    guard !plan.procedures.isEmpty else {
      lines.append("Nothing has to be done on any node that both have.")
      return
    }
    let changed = plan.comparedCount - plan.unchangedCount
    let drained = plan.procedures.filter(\.drains).reduce(0) { $0 + $1.nodes.count }
    if plan.waves.isEmpty {
      lines.append(
        "Every node with these files changes\(drained > 0 ? ", and is drained for it" : " while its pods run").")
    } else {
      lines.append(
        """
        \(changed) of \(plan.comparedCount) nodes change, in \(plan.waves.count) \
        \(plan.waves.count == 1 ? "wave" : "waves"); \(drained) of them are drained. \
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
      lines += procedure.reasons.map { "- \(escaped($0))" }
      lines += procedure.remarks.map { "- \(escaped($0))" }
      for (number, step) in procedure.steps.enumerated() {
        let place = step.place == .control ? "where kubectl is" : "on the node"
        lines += ["", "\(number + 1). **\(escaped(step.title))**, \(place): \(escaped(step.why)).", "", "   ```sh"]
        lines += step.commands.map { "   \($0)" }
        lines.append("   ```")
      }
    }
  }

  private func title(of procedure: Procedure) -> String {
    let what = procedure.drains ? "drained" : "while pods run"
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
      "| wave | pool | \(plan.options.label.map(escaped) ?? "label") | procedure | nodes |",
      "| --- | --- | --- | --- | --- |",
    ]
    for wave in plan.waves {
      for share in wave.parts {
        lines.append(
          """
          | \(wave.number) | \(escaped(wave.pool ?? ""))\(wave.isControlPlane ? " (control plane)" : "") \
          | \(escaped(wave.label ?? "")) | \(plan.procedures[share.procedure].id) \
          | \(NameFolding.fold(share.nodes).map(escaped).joined(separator: ", ")) |
          """)
      }
    }
  }

  private mutating func addRollback() {
    let writes = plan.procedures.flatMap(\.steps).filter { $0.action.word == "write-files" }
    let applies = writes.contains { $0.commands.first?.hasPrefix("cnigen apply") ?? false }
    let copies = writes.contains { !($0.commands.first?.hasPrefix("cnigen apply") ?? false) }
    lines += [
      "", "## When a node fails", "",
      "Begin no further wave. Leave the node cordoned, and put back what it had, in the reverse order\(applies ? ":" : ".")",
      "",
    ]
    if applies { lines += ["```sh", "cnigen rollback", "```", ""] }
    var words: [String] = []
    if applies {
      words.append(
        "`cnigen rollback` runs on the node and puts back the files that it had before the last `cnigen apply`.")
    }
    if copies { words.append("Files that were copied go back in the same way, from those of \(code(plan.oldTitle)).") }
    words.append(
      """
      Replaced binaries go back by the same commands with the old release. A drained node is stopped for it again, as in \
      its steps above. Nodes of earlier waves may stay as they are: nothing here has two nodes depend on each other.
      """)
    lines.append(words.joined(separator: " "))
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
      lines.append("- \(escaped(change.reason))\(change.help.map { ": \(escaped($0))" } ?? "")")
    }
  }

  private func listed(_ names: [String]) -> String {
    NameFolding.fold(names).map(escaped).joined(separator: ", ")
  }

  private func code(_ text: String) -> String { "`" + text.map { $0 == "`" ? "'" : String($0) }.joined() + "`" }

  /// Text of which nothing is taken for a mark.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_{}<>#|".contains(character) { result.append("\\") }
      result.append(character == "\n" ? " " : character)
    }
    return result
  }
}
