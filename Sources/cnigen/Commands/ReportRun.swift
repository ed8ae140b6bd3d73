import ArgumentParser
import ArtifactIO
import Diagnostics
import Fleet
import ProfileLanguage
import Report
import Syntax

/// What `cnigen report` does once it knows what is wanted.
struct ReportRun {
  let fleet: String
  let output: String
  var form = Form.html
  var linkBase: String?
  var target = TargetStatement()
  var report = cnigen.Report()

  /// The forms of a report.
  enum Form: String, CaseIterable {
    case html
    /// The address map as a picture.
    case svg
    /// Markdown, for a comment on a pull request.
    case md
    /// A row for each node.
    case csv
  }

  func run() throws {
    var input = Input()
    var bag = DiagnosticBag()
    let survey = try take(&input, &bag)
    report.show(bag, input)
    guard let survey else {
      if !report.quiet, report.format == .text { Console.say("nothing was written") }
      throw ExitStatus.faultyInput
    }
    let made = FleetReport(survey, findings: bag, files: input.files, linkBase: linkBase)
    try write(bytes(made))
    if report.fails(bag) { throw ExitStatus.faultyInput }
  }

  private func take(_ input: inout Input, _ bag: inout DiagnosticBag) throws -> FleetSurvey? {
    guard let overrides = try target.read(from: &input, into: &bag) else { return nil }
    let (id, file) = try input.read(fleet)
    guard let document = ReadDocument.read(id, file.bytes, isWhole: report.format == .json, into: &bag) else {
      return nil
    }
    input.remember(document.tree, of: id)
    guard document.tree["kind"]?.scalar?.text == "Fleet" else {
      throw ValidationError("report is about fleets, and \(fleet) is none; cnigen show tells about a profile.")
    }
    return FleetSurvey.take(
      document.tree, of: OpenDocument(file, id, plainNodes: document.plainNodes), overrides: overrides, from: &input,
      into: &bag)
  }

  private func bytes(_ made: FleetReport) -> [UInt8] {
    switch form {
    case .html: ReportPage.render(made)
    case .svg: ReportSVG.render(made)
    case .md: ReportMarkdown.render(made)
    case .csv: ReportCSV.render(made)
    }
  }

  private func write(_ bytes: [UInt8]) throws {
    if output == "-" {
      try Console.print(bytes)
      return
    }
    do {
      try OutputFile.write(bytes, to: output)
      if report.verbose { Console.say("wrote \(output)") }
    } catch {
      Console.say(error.description)
      throw ExitStatus.unwritableOutput
    }
  }
}
