import ArgumentParser
import ArtifactIO
import CNIModel
import Compilation
import Diagnostics
import Fleet
import ProfileLanguage
import Syntax

/// What `cnigen build` does once it knows what is wanted.
struct BuildRun {
  let profile: String
  var output = "out"
  /// The nodes of a fleet that are wanted.
  var nodes = NodeSelection()
  var form = Form.tree
  var target = TargetStatement()
  var report = Report()

  func run() throws {
    var input = Input()
    var bag = DiagnosticBag()
    let made = try compile(&input, &bag)
    report.show(bag, input)
    guard let made, !report.fails(bag) else {
      if !report.quiet, report.format == .text { Console.say("nothing was written") }
      throw ExitStatus.faultyInput
    }
    do {
      switch form {
      case .tree where output == "-": try print(made.artifacts)
      case .tree: tell(try OutputFolder.write(made.artifacts, to: output))
      case .tar: try emit(TarArchive.bytes(of: made.artifacts))
      case .jsonl: try emit(JSONLines.bytes(of: made.artifacts))
      }
      if let lock = made.lock { try OutputFile.write(lock.bytes, to: lock.path) }
    } catch let fault as FileFault {
      Console.say(fault.description)
      throw ExitStatus.unwritableOutput
    }
  }

  /// The forms of what is made.
  enum Form: String, CaseIterable {
    case tree
    /// One tar stream.
    case tar
    /// An object for each file, a line each.
    case jsonl
  }

  /// Writes a stream to the file that was named, or to standard output.
  private func emit(_ bytes: [UInt8]) throws {
    guard output != "-" else {
      guard Console.write(bytes, to: .output) else { throw ExitStatus.unwritableOutput }
      return
    }
    try OutputFile.write(bytes, to: output)
  }

  /// What is to be written.
  private struct Made {
    let artifacts: [Artifact]
    /// The lock of a fleet, which lies beside the fleet and not in the output folder.
    var lock: (path: String, bytes: [UInt8])?
  }

  private func compile(_ input: inout Input, _ bag: inout DiagnosticBag) throws -> Made? {
    guard let overrides = try target.read(from: &input, into: &bag) else { return nil }
    let (id, file) = try input.read(profile)
    guard let tree = YAMLReader.read(id, file.bytes, into: &bag) else { return nil }
    input.remember(tree, of: id)
    if tree["kind"]?.scalar?.text == "Fleet" {
      return compile(fleet: tree, OpenDocument(file, id), overrides, &input, &bag)
    }
    guard nodes.isEverything else {
      throw ValidationError("--node and --pool choose nodes of a fleet, and \(profile) is none.")
    }
    guard let profile = ProfileReader.read(tree, of: file, id, from: &input, into: &bag) else { return nil }
    return Made(
      artifacts: Compiler.compile(profile, overrides: overrides, into: &bag).flatMap { artifacts($0, in: []) })
  }

  /// Each node of a fleet has a folder of its own; one that is asked for alone has the output folder.
  private func compile(
    fleet tree: Node, _ file: OpenDocument, _ overrides: TargetOverrides, _ input: inout Input,
    _ bag: inout DiagnosticBag
  ) -> Made? {
    guard
      let build = FleetBuild.build(tree, of: file, nodes: nodes, overrides: overrides, from: &input, into: &bag)
    else { return nil }
    let isSingle = nodes.names.count == 1 && nodes.pools.isEmpty
    let artifacts = build.nodes.flatMap { node in
      node.targets.flatMap { self.artifacts($0, in: isSingle ? [] : [node.name]) }
    }
    // What one node makes of itself at its start is not the fleet's to remember.
    guard nodes.isEverything, let lock = build.lock else { return Made(artifacts: artifacts) }
    return Made(artifacts: artifacts, lock: (input.location(of: lock.path, namedIn: lock.document), lock.bytes))
  }

  /// Each target of several has a folder of its own.
  private func artifacts(_ compiled: CompiledTarget, in folder: [String]) -> [Artifact] {
    let path = compiled.target.name.isEmpty ? folder : folder + [compiled.target.name]
    return compiled.files.map { Artifact(path + [$0.name], $0.bytes) }
  }

  /// One document on standard output: the conflist or the template, where only one is made.
  private func print(_ artifacts: [Artifact]) throws {
    let documents = artifacts.filter { artifact in
      [".conflist", ".template"].contains(where: artifact.name.hasSuffix)
    }
    guard documents.count == 1, let document = documents.first else {
      throw ValidationError("-o - prints one conflist, and here are \(documents.count); give a folder.")
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
