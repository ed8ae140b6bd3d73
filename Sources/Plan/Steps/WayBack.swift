import CNIModel
import Difference

/// How a node on which a procedure failed gets back what it had: the steps of the procedure undone in the reverse order,
/// each only where it was begun.
struct WayBack {
  let old: NodeState
  let new: NodeState
  /// The procedure's steps.
  let steps: [Step]
  /// How files come from the old side.
  let delivery: FileDelivery
  var supervision = Supervision.kubernetes

  /// A step back.
  struct Undoing: Sendable, Equatable {
    let step: Step
    /// The number, from 1, of the step of the procedure that it undoes: it is needed only where that was begun; `nil`
    /// for what is done in any case.
    let undoes: Int?
  }

  var undoings: [Undoing] {
    let isDrained = steps.contains { $0.action == .stopContainerd }
    return (isDrained ? stopping : []) + steps.indices.reversed().flatMap(undo) + (isDrained ? starting : checking)
  }

  /// What was started or let back by then is stopped once more.
  private var stopping: [Undoing] {
    let begun = { (action: Step.Action) in steps.firstIndex { $0.action == action }.map { $0 + 1 } }
    let filled = steps.firstIndex(where: Supervision.isFilling).map { $0 + 1 }
    let emptying = supervision.emptying(completely: begun(.stopPods) != nil)
    var undoings = emptying.enumerated().map { number, step in
      Undoing(step: step, undoes: number == 0 ? filled : begun(.startServices))
    }
    undoings.append(Undoing(step: NodeSteps.stopContainerd, undoes: begun(.startServices)))
    // What new pods have made in the meantime.
    let leftovers = Leftovers(changes: NodeComparison.changes(from: new, to: old), old: new, new: old)
    return undoings + leftovers.steps.map { Undoing(step: $0, undoes: begun(.startServices)) }
  }

  private var starting: [Undoing] {
    rendering(whileStopped: true)
      + ([supervision.start] + question + [check, supervision.filling]).map { Undoing(step: $0, undoes: nil) }
  }

  /// What was rendered from the new template goes once the old files are back.
  private func rendering(whileStopped: Bool) -> [Undoing] {
    let step = RenderedNetwork(from: new, to: old).flatMap { supervision.render($0, whileStopped: whileStopped) }
    let done = steps.firstIndex { $0.action.word == "render" }
    return step.map { [Undoing(step: $0, undoes: done.map { $0 + 1 })] } ?? []
  }

  private var checking: [Undoing] {
    let restart = steps.firstIndex { $0.action == .restartContainerd }
    let tidying = late.isEmpty ? [] : [NodeSteps.removeFiles(late, by: nil, else: delivery)]
    return (restart.map { [Undoing(step: NodeSteps.restart, undoes: $0 + 1)] } ?? [])
      + rendering(whileStopped: false) + question.map { Undoing(step: $0, undoes: nil) }
      + tidying.map { Undoing(step: $0, undoes: restart.map { $0 + 1 }) } + [Undoing(step: check, undoes: nil)]
  }

  private var placements: [FilePlacement] { NodePaths.placements(from: new, to: old) }

  /// Copied files that a containerd which runs needs until its next start.
  private var late: [FilePlacement] {
    let isCopied = steps.contains { if case .writeFiles(_, isApplied: false) = $0.action { true } else { false } }
    let restarts = steps.contains { $0.action == .restartContainerd }
    return isCopied && restarts ? NodePaths.neededUntilStart(placements, to: old) : []
  }

  private var check: Step { supervision.check(in: NodePaths(state: old).networkFolder) }

  private var question: [Step] {
    let asks = steps.contains { $0.action.word == "ask-for-networks" }
    return asks ? NetworkQuestion(old).map { [NodeSteps.askForNetworks($0)] } ?? [] : []
  }

  private func undo(_ index: Int) -> [Undoing] {
    let back: [Step]
    switch steps[index].action {
    case .replacePlugins:
      // All of them at the place of the first: which release has what is to be replaced is another matter on the way back.
      guard steps[..<index].allSatisfy({ $0.action.word != "replace-plugins" }) else { return [] }
      back = PluginReplacement.all(from: new, to: old).map {
        NodeSteps.replacePlugins($0, folder: NodePaths(state: old).pluginFolder)
      }
    case .writeFiles(_, let isApplied):
      let written = placements.filter { !late.contains($0) }
      back = [isApplied ? NodeSteps.rollBack : NodeSteps.writeFiles(written, by: nil, else: delivery)]
    case .replaceContainerd:
      // A package may start it, and files that are put back after it are to be there before that.
      let comesFirst = steps[..<index].contains { $0.action.word == "write-files" }
      let isStopped = steps.contains { $0.action == .stopContainerd }
      back = [NodeSteps.replaceContainerd(from: new.target, to: old.target, stopsAgain: comesFirst && isStopped)]
    default: back = []
    }
    return back.map { Undoing(step: $0, undoes: index + 1) }
  }
}
