import Apply
import ArgumentParser
import ArtifactIO
import CNIModel
import Compilation
import ContainerdConfig
import Diagnostics
import Probe
import ProfileLanguage
import Validation

/// What `cnigen apply` does once it knows what is wanted.
struct ApplyRun {
  let path: String
  var node: String?
  var root = "/"
  var triesFirst = false
  var check = false
  var force = false
  var target = TargetStatement()
  var report = Report()

  func run() throws {
    guard FileReading.isFolder(root) else {
      Console.say("--root: there is no folder \(root)")
      throw ExitStatus.unreadableInput
    }
    var input = Input()
    var bag = DiagnosticBag()
    let wanted = try wanted(&input, &bag)
    guard let wanted, !report.fails(bag) else {
      report.show(bag, input)
      throw refusal
    }
    if check, !FileReading.isFolder(wanted.node.root.place(of: AppliedState.folder)) {
      try judge(wanted, from: nil, &input, &bag)
      return try tell(wanted, from: nil)
    }
    var state = try AppliedNode.open(on: wanted.node.root)
    if !check { try finishInterrupted(&state, wanted.node.root) }
    let old = try AppliedNode.set(state.current, of: state)
    try judge(wanted, from: old, &input, &bag)
    if check { return try tell(wanted, from: old) }
    if triesFirst { try tryFirst(wanted) }
    try carryOut(wanted, from: old, &state, &input)
  }

  /// What the node is to get.
  struct Wanted {
    let node: NodeInput
    let set: AppliedSet
    let target: Target
    /// The folder of networks, and how many files of it containerd takes from its next start on.
    let folder: String
    let maximumNetworks: Int
  }

  private func wanted(_ input: inout Input, _ bag: inout DiagnosticBag) throws -> Wanted? {
    let root = NodeRoot(root)
    guard let node = NodeInput.probe(root, &input, &bag) else { return nil }
    var statement = target
    if statement.capabilities == nil { statement.measured = node.measured }
    guard let overrides = try statement.read(from: &input, into: &bag) else { return nil }
    if overrides.containerd == nil, overrides.capabilities?.containerd == nil {
      bag.add(
        Diagnostic(
          rule: "node-without-containerd", severity: .error,
          message: "no containerd was found on \(node.node.name), so nothing can be checked against it", at: nil,
          help: "say which one it is to have: --containerd VERSION"))
      return nil
    }
    guard let profile = try node.profile(path, node: self.node, overrides, &input, &bag), !bag.hasErrors else {
      return nil
    }
    let compiled = Compiler.compile(profile, overrides: overrides, into: &bag)
    guard !bag.hasErrors, let first = compiled.first else { return nil }
    guard compiled.count == 1 else {
      bag.add(
        Diagnostic(
          rule: "apply-of-several-targets", severity: .error,
          message: "\(path) has \(compiled.count) targets, and a node is on one of them", at: nil,
          help: "name it: target in place of targets"))
      return nil
    }
    let settings = profile.containerd
    let folder = settings[.confDir]?.value.string ?? node.networkFolder
    return Wanted(
      node: node, set: NodeFilesOfBuild.set(first, settings, networkFolder: node.networkFolder),
      target: first.target, folder: folder,
      maximumNetworks: settings[.maxConfNum]?.value.integer ?? node.maximumNetworks)
  }

  private var refusal: any Error {
    if !report.quiet, report.format == .text { Console.say("nothing was applied") }
    return ExitStatus.faultyInput
  }

  /// Shows everything that was found; errors end it.
  private func judge(_ wanted: Wanted, from old: AppliedSet?, _ input: inout Input, _ bag: inout DiagnosticBag) throws {
    let root = wanted.node.root
    let check = ApplyCheck(from: old, to: wanted.set, for: wanted.target, place: root.place(ofFile:))
    check.checkFiles(force: force, into: &bag)
    let entries = try entries(of: wanted, &input)
    for maximum in Set([wanted.maximumNetworks, wanted.node.maximumNetworks]).sorted() where !bag.hasErrors {
      var files = input
      check.checkFolder(wanted.folder, entries, maximumNetworks: maximum, adding: { files.add($0) }, into: &bag)
      input = files
    }
    report.show(bag, input)
    if report.fails(bag) { throw refusal }
  }

  private func entries(of wanted: Wanted, _ input: inout Input) throws -> [FolderEntry] {
    let folder = wanted.node.root.place(of: wanted.folder)
    guard FileReading.isFolder(folder) else { return [] }
    do {
      return try FolderReading.entries(of: folder, &input)
    } catch {
      Console.say(error.description)
      throw ExitStatus.unreadableInput
    }
  }

  private func tell(_ wanted: Wanted, from old: AppliedSet?) throws {
    let outlook = SetSwitch(from: old, to: wanted.set, place: wanted.node.root.place(ofFile:)).outlook()
    let lines = outlook.written.map { "would write \($0)\n" } + outlook.removed.map { "would remove \($0)\n" }
    Console.write(lines.joined(), to: .output)
    if !lines.isEmpty { throw ExitStatus.faultyInput }
  }

  private func finishInterrupted(_ state: inout AppliedState, _ root: NodeRoot) throws {
    guard let number = try AppliedNode.unfinished(state), let set = try AppliedNode.set(number, of: state) else {
      return
    }
    let old = try AppliedNode.set(state.current, of: state)
    try write { () throws(FileFault) in
      _ = try SetSwitch(from: old, to: set, place: root.place(ofFile:)).carryOut()
      try state.finish(number)
    }
    if !report.quiet { Console.say("finished an apply that was interrupted before") }
  }

  private func tryFirst(_ wanted: Wanted) throws {
    var statement = target
    statement.measured = wanted.node.measured
    try TryRun(path: path, node: node ?? fleetNode(wanted), target: statement, report: report).run()
  }

  /// The node's own name, where the document is a fleet.
  private func fleetNode(_ wanted: Wanted) -> String? {
    var input = Input()
    var told = DiagnosticBag()
    guard let (id, file) = try? input.read(path) else { return nil }
    return Classifier.classify(file, id, as: nil, into: &told)?.kind == .fleet ? wanted.node.node.name : nil
  }

  private func carryOut(
    _ wanted: Wanted, from old: AppliedSet?, _ state: inout AppliedState, _ input: inout Input
  ) throws {
    let root = wanted.node.root
    let work = SetSwitch(from: old, to: wanted.set, place: root.place(ofFile:))
    let outlook = work.outlook()
    guard !outlook.written.isEmpty || !outlook.removed.isEmpty || old != wanted.set else {
      if !report.quiet { Console.say("\(wanted.node.node.name) has these files already") }
      return
    }
    // What --force replaces can be had back, too.
    let present = snapshot(old, wanted.set, root)
    try write { () throws(FileFault) in
      if let present, present != old { try state.finish(try state.keep(present)) }
      let number = try state.keep(wanted.set)
      try state.begin(number)
      do throws(FileFault) {
        _ = try work.carryOut()
      } catch {
        _ = try SetSwitch(from: wanted.set, to: present ?? AppliedSet([]), place: root.place(ofFile:)).carryOut()
        try state.finish(state.current)
        throw error
      }
    }
    guard isInForce(wanted, &input) else {
      try write { () throws(FileFault) in
        _ = try SetSwitch(from: wanted.set, to: present ?? AppliedSet([]), place: root.place(ofFile:)).carryOut()
        try state.finish(state.current)
      }
      Console.say("containerd would not take what was written to \(wanted.folder); everything is as it was before")
      throw ExitStatus.faultyInput
    }
    guard let number = try AppliedNode.unfinished(state) else { return }
    try write { () throws(FileFault) in try state.finish(number) }
    say(outlook, wanted)
  }

  /// What of the files lies on the node at this moment; `nil` where none does.
  private func snapshot(_ old: AppliedSet?, _ new: AppliedSet, _ root: NodeRoot) -> AppliedSet? {
    let paths = (old?.files ?? []).map(\.path) + new.files.map(\.path).filter { old?[$0] == nil }
    let files = paths.compactMap { path in
      SetSwitch.contents(root.place(ofFile: path)).map { AppliedSet.File(path: path, bytes: $0) }
    }
    return files.isEmpty ? nil : AppliedSet(files)
  }

  /// Reads everything back, as containerd's own loader does it.
  private func isInForce(_ wanted: Wanted, _ input: inout Input) -> Bool {
    for file in wanted.set.files {
      guard SetSwitch.contents(wanted.node.root.place(ofFile: file.path)) == file.bytes else { return false }
    }
    let names = wanted.set.files.compactMap { ApplyCheck.name(of: $0.path, in: wanted.folder) }
    guard !names.isEmpty else { return true }
    guard let entries = try? entries(of: wanted, &input) else { return false }
    var told = DiagnosticBag()
    let found = FolderCheck.check(
      entries, path: wanted.folder, for: wanted.target, maximumNetworks: wanted.maximumNetworks, into: &told)
    return found.failure == nil && found.opened.first.map(names.contains) ?? false
  }

  private func say(_ done: SetSwitch.Outcome, _ wanted: Wanted) {
    guard !report.quiet else { return }
    for path in done.written { Console.say("wrote \(path)") }
    for path in done.removed { Console.say("removed \(path)") }
    let isConfig = { (path: String) in path.hasSuffix(".toml") || path.hasSuffix(".template") }
    if (done.written + done.removed).contains(where: isConfig) {
      Console.say("containerd reads its config at its start alone; when it suits you: systemctl restart containerd")
    }
  }

  private func write(_ body: () throws(FileFault) -> Void) throws {
    do throws(FileFault) {
      try body()
    } catch {
      Console.say(error.description)
      throw ExitStatus.unwritableOutput
    }
  }
}
