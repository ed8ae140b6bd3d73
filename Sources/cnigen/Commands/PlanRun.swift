import ArgumentParser
import ArtifactIO
import Diagnostics
import Difference
import Fleet
import Plan

/// What `cnigen plan` does once it knows what is wanted.
struct PlanRun {
  let old: String
  let new: String
  var nodes = NodeSelection()
  var options = PlanOptions()
  var form = Form.md
  var output = "-"
  var target = TargetStatement()
  var report = Report()

  /// The forms of a plan.
  enum Form: String, CaseIterable {
    /// Markdown, for people.
    case md
    case json
    /// A playbook.
    case ansible
  }

  func run() throws {
    var input = Input()
    var bag = DiagnosticBag()
    let plan = try plan(&input, &bag)
    if form == .ansible, let refusal = plan.flatMap(PlanAnsible.refusal) { bag.add(refusal) }
    // Warnings of the sides are their own commands' to tell.
    var report = report
    if !report.verbose, !report.strict { report.quiet = true }
    report.show(bag, input)
    guard let plan, !report.fails(bag) else {
      if !self.report.quiet, report.format == .text { Console.say("nothing was planned") }
      throw ExitStatus.faultyInput
    }
    try write(bytes(of: plan))
  }

  private func plan(_ input: inout Input, _ bag: inout DiagnosticBag) throws -> WorkPlan? {
    guard let overrides = try target.read(from: &input, into: &bag) else { return nil }
    let reading = SideReading(nodes: nodes, overrides: overrides)
    let before = try reading.read(old, from: &input, into: &bag)
    let after = try reading.read(new, from: &input, into: &bag)
    guard let before, let after, !bag.hasErrors else { return nil }
    try reading.requireNodes(in: before, after)
    if let mistake = options.mistake(on: after) { throw ValidationError(mistake) }
    if FileReading.nature(of: "\(new)/nodes/map.tsv") == .file {
      throw ValidationError(
        "\(new) is a build of layout variants, of which no node has a folder to copy; plan with the fleet itself.")
    }
    do throws(SideMismatch) {
      let difference = try DifferenceReport.make(from: before, to: after, from: &input, into: &bag)
      return difference.flatMap { WorkPlan.make($0, from: before, to: after, options, from: &input, into: &bag) }
    } catch {
      throw ValidationError(error.description)
    }
  }

  private func bytes(of plan: WorkPlan) -> [UInt8] {
    switch form {
    case .md: Array(PlanMarkdown.render(plan).utf8)
    case .json: PlanJSON.render(plan)
    case .ansible: PlanAnsible.render(plan)
    }
  }

  private func write(_ bytes: [UInt8]) throws {
    guard output != "-" else {
      try Console.print(bytes)
      return
    }
    do {
      try OutputFile.write(bytes, to: output)
    } catch {
      Console.say(error.description)
      throw ExitStatus.unwritableOutput
    }
  }
}
