import Apply
import ArtifactIO
import CNIModel
import Diagnostics
import Probe
import ProfileLanguage

/// What `cnigen rollback` does.
struct RollbackRun {
  var root = "/"
  var force = false
  var report = Report()

  func run() throws {
    let node = NodeRoot(root)
    guard FileReading.isFolder(node.place(of: AppliedState.folder)) else {
      Console.say("nothing was applied to this node, so there is nothing to go back to")
      throw ExitStatus.faultyInput
    }
    var state = try AppliedNode.open(on: node)
    if let number = try AppliedNode.unfinished(state) { return try undo(number, &state, node) }
    guard let now = try AppliedNode.set(state.current, of: state),
      let before = try AppliedNode.set(state.previous, of: state)
    else {
      Console.say("there is nothing before what was applied to this node")
      throw ExitStatus.faultyInput
    }
    try checkFiles(now, before, node)
    let target = state.previous
    let done = try write { () throws(FileFault) in
      try state.begin(target)
      let done = try SetSwitch(from: now, to: before, place: node.place(ofFile:)).carryOut()
      try state.finish(target)
      return done
    }
    say(done)
  }

  /// Back to where an interrupted apply came from.
  private func undo(_ number: Int, _ state: inout AppliedState, _ node: NodeRoot) throws {
    let half = try AppliedNode.set(number, of: state)
    let before = try AppliedNode.set(state.current, of: state)
    let done = try write { () throws(FileFault) in
      let done = try SetSwitch(from: half, to: before ?? AppliedSet([]), place: node.place(ofFile:)).carryOut()
      try state.finish(state.current)
      return done
    }
    if !report.quiet { Console.say("undid an apply that was interrupted") }
    say(done)
  }

  private func checkFiles(_ now: AppliedSet, _ before: AppliedSet, _ node: NodeRoot) throws {
    var bag = DiagnosticBag()
    guard let target = TargetResolution.standIn(TargetOverrides(), into: &bag) else { return }
    ApplyCheck(from: now, to: before, for: target, place: node.place(ofFile:)).checkFiles(force: force, into: &bag)
    report.show(bag, Input())
    guard report.fails(bag) else { return }
    if !report.quiet, report.format == .text { Console.say("nothing was changed") }
    throw ExitStatus.faultyInput
  }

  private func say(_ done: SetSwitch.Outcome) {
    guard !report.quiet else { return }
    for path in done.written { Console.say("put back \(path)") }
    for path in done.removed { Console.say("removed \(path)") }
    if (done.written + done.removed).contains(where: { $0.hasSuffix(".toml") }) {
      Console.say("containerd reads its config at its start alone; when it suits you: systemctl restart containerd")
    }
  }

  private func write(_ body: () throws(FileFault) -> SetSwitch.Outcome) throws -> SetSwitch.Outcome {
    do throws(FileFault) {
      return try body()
    } catch {
      Console.say(error.description)
      throw ExitStatus.unwritableOutput
    }
  }
}
