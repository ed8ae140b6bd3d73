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
  var layout = Layout.nodes
  var task = Task.write
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
      switch made {
      case .node(let artifacts) where task == .check: try FolderChecking(self).check(ArtifactFolders(artifacts))
      case .fleet(let build) where task == .check:
        let lock = lock(of: build, input)
        switch layout {
        case .nodes: try FolderChecking(self).check(FleetFolders(build), lock: lock)
        case .variants: try FolderChecking(self).check(VariantFolders(FleetFolders(build)), lock: lock)
        }
      case .fleet(let build) where task == .summary: try SummaryText.show(FleetSummary(build))
      case .node(let artifacts): try write(artifacts)
      case .fleet(let build): try FleetWriting(build, self).write(lock: lock(of: build, input))
      }
    } catch let fault as FileFault {
      Console.say(fault.description)
      throw ExitStatus.unwritableOutput
    }
  }

  /// What is done with the files.
  enum Task {
    case write
    /// The output folder is compared, and nothing written.
    case check
    /// What they come to is told, and nothing written.
    case summary
  }

  /// How the files of a fleet are laid out.
  enum Layout: String, CaseIterable {
    /// A folder for each node.
    case nodes
    /// A folder for each distinct file, and a map.
    case variants
  }

  /// The forms of what is made.
  enum Form: String, CaseIterable {
    case tree
    /// One tar stream.
    case tar
    /// An object for each file, a line each.
    case jsonl
  }

  /// What is to be written.
  private enum Made {
    /// The files of one node, or of a node for each of some targets.
    case node([Artifact])
    case fleet(FleetBuild)
  }

  private func compile(_ input: inout Input, _ bag: inout DiagnosticBag) throws -> Made? {
    guard let overrides = try target.read(from: &input, into: &bag) else { return nil }
    let (id, file) = try input.read(profile)
    let wantsPointers = report.format == .json
    guard let document = ReadDocument.read(id, file.bytes, isWhole: wantsPointers, into: &bag) else { return nil }
    let tree = document.tree
    input.remember(tree, of: id)
    if tree["kind"]?.scalar?.text == "Fleet" {
      let build = FleetBuild.build(
        tree, of: OpenDocument(file, id, plainNodes: document.plainNodes), nodes: nodes, overrides: overrides,
        from: &input, into: &bag)
      return build.map { isSingle && task != .summary && layout == .nodes ? .node(artifacts($0)) : .fleet($0) }
    }
    guard task != .summary, layout == .nodes else {
      throw ValidationError("--summary and --layout are about fleets, and \(profile) is none.")
    }
    guard nodes.isEverything else {
      throw ValidationError("--node and --pool choose nodes of a fleet, and \(profile) is none.")
    }
    guard let profile = ProfileReader.read(tree, of: file, id, from: &input, into: &bag) else { return nil }
    return .node(
      Compiler.compile(profile, overrides: overrides, into: &bag).flatMap { compiled in
        // Each target of several has a folder of its own.
        let folder = compiled.target.name.isEmpty ? [] : [compiled.target.name]
        return compiled.files.map { Artifact(folder + [$0.name], $0.bytes) }
      })
  }

  /// Each node of a fleet has a folder of its own; one that is asked for alone has the output folder.
  var isSingle: Bool { nodes.names.count == 1 && nodes.pools.isEmpty }

  /// The files of a fleet's only node.
  private func artifacts(_ build: FleetBuild) -> [Artifact] {
    (0..<build.count).flatMap { node in
      let values = build.values(of: node)
      return build.forms[build.form(of: node)].files.map { Artifact($0.path, $0.form.filled(with: values)) }
    }
  }

  /// The lock of a fleet, which lies beside the fleet and not in the output folder. What some nodes make of themselves
  /// at their start is not the fleet's to remember.
  private func lock(of build: FleetBuild, _ input: Input) -> (path: String, bytes: [UInt8])? {
    guard nodes.isEverything, let lock = build.lock else { return nil }
    return (input.location(of: lock.path, namedIn: lock.document), lock.bytes)
  }

  private func write(_ artifacts: [Artifact]) throws {
    switch form {
    case .tree where output == "-": try print(artifacts)
    case .tree: tell(try OutputFolder.write(artifacts, to: output))
    case .tar, .jsonl: try FleetWriting.emit(ArtifactFolders(artifacts), self)
    }
  }

  /// One document on standard output: the conflist or the template, where only one is made.
  private func print(_ artifacts: [Artifact]) throws {
    let documents = artifacts.filter { artifact in
      [".conflist", ".template"].contains(where: artifact.name.hasSuffix)
    }
    guard documents.count == 1, let document = documents.first else {
      throw ValidationError("-o - prints one conflist, and here are \(documents.count); give a folder.")
    }
    try Console.print(document.bytes)
  }

  private func tell(_ outcome: OutputFolder.Outcome) {
    if !report.quiet {
      for name in outcome.overwritten {
        Console.say("\(output)/\(name) was not as the last build left it, and is what the profile says again")
      }
    }
    guard report.verbose else { return }
    for name in outcome.written { Console.say("wrote \(output)/\(name)") }
    for name in outcome.unchanged { Console.say("unchanged \(output)/\(name)") }
    for name in outcome.removed { Console.say("removed \(output)/\(name), which the profile no longer makes") }
  }
}
