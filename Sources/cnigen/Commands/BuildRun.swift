import ArgumentParser
import ArtifactIO
import CNIModel
import Compilation
import Diagnostics
import ProfileLanguage
import Syntax

/// What `cnigen build` does once it knows what is wanted.
struct BuildRun {
  let profile: String
  var output = "out"
  var target = TargetStatement()
  var report = Report()

  func run() throws {
    var input = Input()
    var bag = DiagnosticBag()
    let compiled = try compile(&input, &bag)
    report.show(bag, input)
    guard !report.fails(bag) else {
      if !report.quiet, report.format == .text { Console.say("nothing was written") }
      throw ExitStatus.faultyInput
    }
    let artifacts = artifacts(compiled)
    if output == "-" { return try print(artifacts) }
    do {
      tell(try OutputFolder.write(artifacts, to: output))
    } catch {
      Console.say(error.description)
      throw ExitStatus.unwritableOutput
    }
  }

  private func compile(_ input: inout Input, _ bag: inout DiagnosticBag) throws -> [CompiledTarget] {
    guard let overrides = try target.read(from: &input, into: &bag) else { return [] }
    let (id, file) = try input.read(profile)
    guard let tree = YAMLReader.read(id, file.bytes, into: &bag) else { return [] }
    input.remember(tree, of: id)
    guard let profile = ProfileReader.read(tree, of: file, id, from: &input, into: &bag) else { return [] }
    return Compiler.compile(profile, overrides: overrides, into: &bag)
  }

  /// Each target of several has a folder of its own.
  private func artifacts(_ compiled: [CompiledTarget]) -> [Artifact] {
    compiled.flatMap { compiled in
      compiled.files.map { file in
        Artifact(compiled.target.name.isEmpty ? [file.name] : [compiled.target.name, file.name], file.bytes)
      }
    }
  }

  /// One document on standard output: the conflist or the template, where the profile makes only one.
  private func print(_ artifacts: [Artifact]) throws {
    let documents = artifacts.filter { artifact in
      [".conflist", ".template"].contains(where: artifact.name.hasSuffix)
    }
    guard documents.count == 1, let document = documents.first else {
      throw ValidationError("-o - prints one conflist, and this profile makes \(documents.count); give a folder.")
    }
    guard Console.write(document.bytes, to: .output) else { throw ExitStatus.unwritableOutput }
  }

  private func tell(_ outcome: OutputFolder.Outcome) {
    guard report.verbose else { return }
    for name in outcome.written { Console.say("wrote \(output)/\(name)") }
    for name in outcome.unchanged { Console.say("unchanged \(output)/\(name)") }
    for name in outcome.removed { Console.say("removed \(output)/\(name), which the profile no longer makes") }
  }
}
