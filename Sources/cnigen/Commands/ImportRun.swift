import ArgumentParser
import ArtifactIO
import Diagnostics
import ProfileLanguage
import Validation

/// What `cnigen import` does once it knows what is wanted.
struct ImportRun {
  let files: [String]
  let output: String
  let kind: InputKind?
  let target: TargetStatement
  let report: Report

  func run() throws {
    var input = Input()
    var bag = DiagnosticBag()
    guard let overrides = try target.read(from: &input, into: &bag), let check = FileCheck(overrides, into: &bag)
    else {
      report.show(bag, input)
      throw ExitStatus.faultyInput
    }
    var inputs = ImportInputs(check: check, kind: kind)
    for name in files { try inputs.add(name, &input, &bag) }
    var profile: [UInt8]?
    if !inputs.sources.isEmpty {
      profile = Importer.profile(from: inputs.sources, overrides: overrides, for: check.target, into: &bag)
    }
    report.show(bag, input)
    guard let profile else {
      Console.say("nothing was written")
      throw ExitStatus.faultyInput
    }
    try write(profile)
    if inputs.unreadable > 0 || (report.strict && report.fails(bag)) { throw ExitStatus.faultyInput }
  }

  private func write(_ profile: [UInt8]) throws {
    if output == "-" {
      try Console.print(profile)
      return
    }
    do {
      try OutputFile.create(profile, at: output)
    } catch {
      Console.say("\(error.description); nothing was changed, -o names another file")
      throw ExitStatus.unwritableOutput
    }
    if report.verbose { Console.say("wrote \(output)") }
  }
}
