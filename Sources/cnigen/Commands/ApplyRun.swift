import Apply
import ArgumentParser
import ArtifactIO
import Diagnostics
import Glibc
import Probe
import Trial
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
    let place = NodeRoot(root)
    guard !triesFirst || place.isThisMachine else {
      throw ValidationError(
        "--try attaches containers with the plugins of this machine, and --root \(root) has its own; "
          + "try it on the node: cnigen try.")
    }
    guard FileReading.isFolder(root) else {
      Console.say("--root: there is no folder \(root)")
      throw ExitStatus.unreadableInput
    }
    var input = Input()
    var bag = DiagnosticBag()
    let before = try AppliedNode.look(on: place).everything
    let wanted = try NodeInput.probe(place, &input, &bag).flatMap {
      try WantedSet.build(path, node: node, on: $0, replacing: before, target, &input, &bag)
    }
    guard let wanted, !report.fails(bag) else {
      report.show(bag, input)
      throw refusal
    }
    if check {
      let change = NodeChange(from: try AppliedNode.look(on: place), to: wanted.set, on: wanted.node)
      _ = try judge(change, wanted, &input, &bag)
      return try tell(change)
    }
    var state = try AppliedNode.open(on: place)
    let change = NodeChange(from: try AppliedNode.standing(state), to: wanted.set, on: wanted.node)
    let outlooks = try judge(change, wanted, &input, &bag)
    if triesFirst { try tryFirst(wanted) }
    try carryOut(change, wanted, outlooks, &state, &input)
  }

  private var refusal: any Error {
    if !report.quiet, report.format == .text { Console.say("nothing was applied") }
    return ExitStatus.faultyInput
  }

  /// Shows everything that was found; errors end it.
  ///
  /// - Returns: what containerd will make of the folder of networks.
  private func judge(
    _ change: NodeChange, _ wanted: WantedSet, _ input: inout Input, _ bag: inout DiagnosticBag
  ) throws -> [NetworkOutlook] {
    try change.check(force: force, into: &bag)
    wanted.checkDropIn(into: &bag)
    let outlooks = try wanted.outlooks(of: change.set, replacing: change.old, &input)
    for outlook in outlooks where !bag.hasErrors { outlook.check(into: &bag) }
    report.show(bag, input)
    if report.fails(bag) { throw refusal }
    return outlooks
  }

  private func tell(_ change: NodeChange) throws {
    let outlook = change.outlook
    var lines: [String] = []
    if let begun = change.standing.begun {
      if let process = begun.process, process != getpid(), kill(process, 0) == 0 || errno == EPERM {
        lines.append("another cnigen is applying files to this node (process \(process))")
      } else {
        lines.append(
          begun.target == change.set
            ? "would finish an apply that was interrupted" : "would take the place of an apply that was interrupted")
      }
    }
    lines += outlook.written.map { "would write \($0)" } + outlook.removed.map { "would remove \($0)" }
    lines += change.left.map { "would leave \($0.path) until containerd has been restarted" }
    try Console.print(lines.map { $0 + "\n" }.joined())
    if !lines.isEmpty { throw ExitStatus.faultyInput }
  }

  /// Tries it in a process of its own: what tries does not see this machine's files any more.
  private func tryFirst(_ wanted: WantedSet) throws {
    var statement = target
    statement.measured = wanted.node.measured
    // What containerd is to look into, else what it looks into now.
    let folders = wanted.binDirs.isEmpty ? wanted.node.binDirs : []
    let trial = TryRun(
      path: path, node: node ?? fleetNode(wanted), binDirs: folders, target: statement, report: report, isChecked: true)
    let status: Int32
    do throws(TrialFault) {
      status = try TrialProcess.run {
        do { try trial.run() } catch let status as ExitCode { return status.rawValue } catch {
          ApplyCommand.exit(withError: error)
        }
        return 0
      }
    } catch {
      Console.say(error.description)
      throw ExitStatus.unavailable
    }
    guard status != 0 else { return }
    if !report.quiet { Console.say("nothing was applied") }
    throw ExitCode(status)
  }

  /// The node's own name, where the document is a fleet.
  private func fleetNode(_ wanted: WantedSet) -> String? {
    var input = Input()
    var told = DiagnosticBag()
    guard let (id, file) = try? input.read(path) else { return nil }
    return Classifier.classify(file, id, as: nil, into: &told)?.kind == .fleet ? wanted.node.node.name : nil
  }

  private func carryOut(
    _ change: NodeChange, _ wanted: WantedSet, _ outlooks: [NetworkOutlook], _ state: inout AppliedState,
    _ input: inout Input
  ) throws {
    let outlook = change.outlook
    let begun = change.standing.begun
    guard !outlook.isEmpty || change.standing.current != change.set || begun != nil else {
      guard !report.quiet else { return }
      Console.say("\(wanted.node.node.name) has these files already")
      return change.advice(after: outlook).forEach(Console.say)
    }
    let (number, origin) = try begin(change, &state)
    try AppliedNode.changing { () throws(BrokenOffChange) in try change.carryOut(&state) }
    guard isInForce(change, wanted, outlooks, &input) else {
      try AppliedNode.writing(else: BrokenOffChange.unsettled) { () throws(FileFault) in try change.undo(&state) }
      Console.say("containerd would not take what was written to \(wanted.folder); everything is as it was before")
      throw ExitStatus.faultyInput
    }
    let before = change.isCleanUp ? state.previous : origin
    try AppliedNode.changing { () throws(BrokenOffChange) in try change.finish(number, after: before, &state) }
    guard !report.quiet else { return }
    if let begun {
      Console.say(
        begun.target == change.set
          ? "finished an apply that was interrupted before" : "took the place of an apply that was interrupted before")
    }
    for path in outlook.written { Console.say("wrote \(path)") }
    for path in outlook.removed { Console.say("removed \(path)") }
    change.advice(after: outlook).forEach(Console.say)
  }

  /// Keeps what is to come and what is there, and notes that it is begun.
  ///
  /// - Returns: the numbers of the two.
  private func begin(_ change: NodeChange, _ state: inout AppliedState) throws -> (number: Int, origin: Int) {
    let begun = change.standing.begun
    return try AppliedNode.writing(else: "; nothing was changed") { () throws(FileFault) in
      // What --force replaces can be had back, too.
      let origin =
        if let edited = change.edited {
          try state.keep(edited, isPrivate: true)
        } else {
          begun == nil ? state.current : state.origin ?? state.current
        }
      let number: Int
      if let target = state.target, begun?.target == change.set {
        number = target
      } else if change.standing.current == change.set {
        number = state.current
      } else {
        number = try state.keep(change.set)
      }
      try state.begin(number, from: origin)
      return (number, origin)
    }
  }

  /// Reads everything back, as containerd's own loader does it.
  private func isInForce(
    _ change: NodeChange, _ wanted: WantedSet, _ outlooks: [NetworkOutlook], _ input: inout Input
  ) -> Bool {
    for file in change.set.files {
      guard SetSwitch.contents(change.root.place(ofFile: file.path)) == file.bytes else { return false }
    }
    guard !outlooks.isEmpty else { return true }
    guard let entries = try? wanted.entries(&input) else { return false }
    return outlooks.allSatisfy { outlook in
      var told = DiagnosticBag()
      let found = FolderCheck.check(
        entries, path: outlook.folder, for: wanted.target, maximumNetworks: outlook.maximumNetworks, into: &told)
      return outlook.isTrue(of: found)
    }
  }
}
