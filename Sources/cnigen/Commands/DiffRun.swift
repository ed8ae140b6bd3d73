import ArgumentParser
import Diagnostics
import Difference
import Fleet

/// What `cnigen diff` does once it knows what is wanted.
struct DiffRun {
  let old: String
  let new: String
  var nodes = NodeSelection()
  var form = Form.text
  var failOn: Effect?
  var target = TargetStatement()
  var report = Report()

  /// The forms of a difference.
  enum Form: String, CaseIterable {
    case text
    case json
    /// Markdown, for a comment on a pull request.
    case md
  }

  func run() throws {
    var input = Input()
    var bag = DiagnosticBag()
    let difference = try compare(&input, &bag)
    // Warnings of the sides are their own commands' to tell.
    var report = report
    if !report.verbose, !report.strict { report.quiet = true }
    report.show(bag, input)
    guard let difference, !report.fails(bag) else {
      if !self.report.quiet, report.format == .text { Console.say("nothing was compared") }
      throw ExitStatus.faultyInput
    }
    try write(difference, input)
    if let failOn {
      if difference.effect >= failOn, difference.effect > .none { throw ExitStatus.faultyInput }
    } else if difference.effect.exitStatus != 0 {
      throw ExitCode(difference.effect.exitStatus)
    }
  }

  private func compare(_ input: inout Input, _ bag: inout DiagnosticBag) throws -> DifferenceReport? {
    guard let overrides = try target.read(from: &input, into: &bag) else { return nil }
    let reading = SideReading(nodes: nodes, overrides: overrides)
    let before = try reading.read(old, from: &input, into: &bag)
    let after: Side?
    do {
      after = try reading.read(new, from: &input, into: &bag)
    } catch {
      // What is wrong with the first side comes first.
      guard bag.hasErrors else { throw error }
      return nil
    }
    guard let before, let after, !bag.hasErrors else { return nil }
    try reading.requireNodes(in: before, after)
    do throws(SideMismatch) {
      return try DifferenceReport.make(from: before, to: after, from: &input, into: &bag)
    } catch {
      throw ValidationError(error.description)
    }
  }

  private func write(_ difference: DifferenceReport, _ input: Input) throws {
    switch form {
    case .json: try Console.print(DifferenceJSON.render(difference, files: input.files))
    case .md: try Console.print(DifferenceMarkdown.render(difference, files: input.files))
    case .text:
      try Console.print(
        DifferenceText.render(
          difference, files: input.files, isColored: report.isColored(on: .output),
          detail: report.quiet ? .brief : report.verbose ? .full : .usual))
    }
  }
}
