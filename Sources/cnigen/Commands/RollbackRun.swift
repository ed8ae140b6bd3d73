import ArtifactIO
import Diagnostics
import Probe

/// What `cnigen rollback` does.
struct RollbackRun {
  var root = "/"
  var force = false
  var report = Report()

  func run() throws {
    let place = NodeRoot(root)
    guard FileReading.isFolder(place.place(of: AppliedState.folder)) else {
      Console.say("nothing was applied to this node, so there is nothing to go back to")
      throw ExitStatus.faultyInput
    }
    var state = try AppliedNode.open(on: place)
    let standing = try AppliedNode.standing(state)
    guard let before = try before(standing, state) else {
      Console.say("there is nothing before what was applied to this node")
      throw ExitStatus.faultyInput
    }
    var input = Input()
    // What is wrong with containerd's config is no reason to keep what was applied.
    var told = DiagnosticBag()
    guard let node = NodeInput.probe(place, &input, &told) else { throw ExitStatus.faultyInput }
    let change = NodeChange(from: standing, to: before, on: node, isReturn: true)
    try check(change)
    let done = change.outlook
    try carryOut(change, &state)
    guard !report.quiet else { return }
    if standing.begun != nil { Console.say("undid an apply that was interrupted") }
    for path in done.written { Console.say("put back \(path)") }
    for path in done.removed { Console.say("removed \(path)") }
    change.advice(after: done).forEach(Console.say)
  }

  /// Where it leads: what was there before an interrupted run, or else before the last one.
  private func before(_ standing: AppliedStanding, _ state: borrowing AppliedState) throws -> AppliedSet? {
    if let begun = standing.begun { return begun.origin?.lasting ?? AppliedSet([]) }
    return try AppliedNode.set(state.previous, of: state)?.lasting
  }

  private func check(_ change: NodeChange) throws {
    var bag = DiagnosticBag()
    try change.check(force: force, into: &bag)
    report.show(bag, Input())
    guard report.fails(bag) else { return }
    if !report.quiet, report.format == .text { Console.say("nothing was changed") }
    throw ExitStatus.faultyInput
  }

  private func carryOut(_ change: NodeChange, _ state: inout AppliedState) throws {
    let isUndo = change.standing.begun != nil
    let isKept = try !isUndo && AppliedNode.set(state.previous, of: state) == change.set
    if isUndo, change.left.isEmpty, change.edited == nil {
      return try AppliedNode.writing(else: BrokenOffChange.unsettled) { () throws(FileFault) in
        try change.undo(&state)
      }
    }
    let (number, origin) = try AppliedNode.writing(else: "; nothing was changed") { () throws(FileFault) in
      let origin =
        if let edited = change.edited {
          try state.keep(edited, isPrivate: true)
        } else {
          isUndo ? state.previous : state.current
        }
      let number = isKept ? state.previous : try state.keep(change.set)
      try state.begin(number, from: origin)
      return (number, origin)
    }
    try AppliedNode.changing { () throws(BrokenOffChange) in
      try change.carryOut(&state)
      try change.finish(number, after: origin, &state)
    }
  }
}
