import CNIModel
import Diagnostics
import Difference

/// Puts the steps for a group of nodes together: the order of the Kubernetes documentation for an upgrade of CNI
/// plugins, as much of it as the changes need.
struct ProcedureMaker {
  let group: DifferenceReport.Group
  let old: NodeState
  let new: NodeState
  let options: PlanOptions
  let delivery: FileDelivery
  /// How files come back from the old side.
  let oldDelivery: FileDelivery

  private var search: OrderSearch { OrderSearch(old: old, new: new) }

  /// Whether pods have to leave the node, by the changes alone.
  var needsDrain: Bool { group.effect >= .drain }

  func make(_ number: Int) throws(PlanRefusal) -> Procedure {
    let parts = search.parts
    var remarks: [String] = []
    var order = (options.order ?? Part.usualOrder).filter(parts.contains)
    var drains = needsDrain
    if drains, options.forbidsDrain { throw PlanRefusal.drainNeeded(group) }
    if !drains, let obstacle = search.obstacle(in: order) {
      let working = search.working(preferred: order)
      if options.order != nil { throw PlanRefusal.impossibleOrder(group, obstacle, working: working) }
      if let working {
        remarks.append("not in the usual order: \(Self.sentence(obstacle))")
        order = working
      } else if options.forbidsDrain {
        throw PlanRefusal.impossibleOrder(group, obstacle, working: nil)
      } else {
        remarks.append("drained, since no order works while pods start: \(Self.sentence(obstacle))")
        drains = true
      }
    }
    if drains, parts.count > 1 {
      remarks.append("containerd is stopped in between, so no pod meets a half of the change")
    }
    let steps = drains ? drained(order) : running(order)
    return Procedure(
      id: Procedure.id(number), effect: group.effect, reasons: reasons, steps: steps,
      back: WayBack(old: old, new: new, steps: steps, delivery: oldDelivery, supervision: supervision)
        .undoings, drains: drains,
      remarks: remarks, nodes: group.nodes)
  }

  static func sentence(_ obstacle: OrderSearch.Obstacle) -> String {
    "with \(obstacle.state): \(obstacle.fault.message) [\(obstacle.fault.rule)]"
  }

  /// The worst reasons, each once.
  private var reasons: [String] {
    var told: [String] = []
    for change in group.changes where change.effect > .none {
      let values = [change.old, change.new].map { $0 ?? "none" }.joined(separator: " → ")
      let reason = change.reason.hasSuffix(".") ? String(change.reason.dropLast()) : change.reason
      let line = "\(change.path): \(values): \(reason)"
      if !told.contains(line) { told.append(line) }
    }
    return told
  }

  /// Whether something else than containerd's own upgrade makes pods leave: then also what a drain leaves on the node
  /// has to be detached by the old configuration.
  private var emptiesNode: Bool {
    group.changes.contains { $0.effect >= .drain && !$0.isContainerdRelease }
  }

  private func drained(_ order: [Part]) -> [Step] {
    preview(order) + supervision.emptying(completely: emptiesNode)
      + [NodeSteps.stopContainerd] + order.flatMap { replace($0, order, whileStopped: true) }
      + rendering(whileStopped: true) + cleaning + [supervision.start] + question + tidying(order, whileStopped: true)
      + [check, supervision.filling]
  }

  private func running(_ order: [Part]) -> [Step] {
    // A config of containerd is read at its start alone; that of a new release has it read anyway.
    let restarts = restarts && !order.contains(.containerd)
    // Files that are written first are looked at in the same step.
    var steps = order.first == .config ? [] : preview(order)
    steps += order.flatMap { replace($0, order, whileStopped: false) }
    if order.contains(.containerd) || restarts { steps.append(NodeSteps.restart) }
    steps += rendering(whileStopped: false)
    let isLoadedAnew = order.contains(.config) || order.contains(.containerd) || restarts
    return steps + (isLoadedAnew ? question : []) + tidying(order, whileStopped: false) + [check]
  }

  private var restarts: Bool { group.changes.contains { $0.effect == .restartContainerd } }

  private func replace(_ part: Part, _ order: [Part], whileStopped: Bool) -> [Step] {
    switch part {
    case .plugins:
      PluginReplacement.all(from: old, to: new).map {
        NodeSteps.replacePlugins($0, folder: NodePaths(state: new).pluginFolder)
      }
    case .config:
      placements.isEmpty
        ? []
        : [NodeSteps.writeFiles(writtenAtOnce(order, whileStopped), by: command(order), else: delivery)]
    case .containerd:
      [
        NodeSteps.replaceContainerd(
          from: old.target, to: new.target, stopsAgain: whileStopped && Self.comes(.config, after: .containerd, order))
      ]
    }
  }

  private var placements: [FilePlacement] { NodePaths.placements(from: old, to: new) }

  /// Files that have to stay until containerd was started anew: it reads its config then, and `cnigen apply` waits for
  /// that, whether it runs or not.
  private func late(_ order: [Part], _ whileStopped: Bool) -> [FilePlacement] {
    let isStarted = whileStopped || restarts || order.contains(.containerd)
    guard isStarted, !whileStopped || command(order) != nil else { return [] }
    return NodePaths.neededUntilStart(placements, to: new)
  }

  private func writtenAtOnce(_ order: [Part], _ whileStopped: Bool) -> [FilePlacement] {
    let late = late(order, whileStopped)
    return placements.filter { !late.contains($0) }
  }

  private func tidying(_ order: [Part], whileStopped: Bool) -> [Step] {
    let late = late(order, whileStopped)
    return late.isEmpty ? [] : [NodeSteps.removeFiles(late, by: command(order), else: delivery)]
  }

  /// What applies the files; `nil` where they are copied.
  private func command(_ order: [Part]) -> String? {
    delivery.apply(for: new, pluginsComeLater: Self.comes(.plugins, after: .config, order))
  }

  private func preview(_ order: [Part]) -> [Step] {
    guard !placements.isEmpty, let command = command(order) else { return [] }
    return [NodeSteps.preview(command)]
  }

  private static func comes(_ late: Part, after early: Part, _ order: [Part]) -> Bool {
    guard let first = order.firstIndex(of: early), let second = order.firstIndex(of: late) else { return false }
    return second > first
  }

  /// What was rendered from another template goes once the new files are there, and is made anew.
  private func rendering(whileStopped: Bool) -> [Step] {
    RenderedNetwork(from: old, to: new)
      .flatMap { supervision.render($0, whileStopped: whileStopped) }
      .map { [$0] } ?? []
  }

  private var supervision: Supervision { options.supervision }

  private var question: [Step] {
    supervision.usesCRI ? NetworkQuestion(new).map { [NodeSteps.askForNetworks($0)] } ?? [] : []
  }

  private var check: Step { supervision.check(in: NodePaths(state: new).networkFolder) }

  /// What no pod needs once all are gone, and what new pods would stumble over.
  private var cleaning: [Step] { Leftovers(changes: group.changes, old: old, new: new).steps }
}
