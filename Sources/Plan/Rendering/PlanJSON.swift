import Difference
import Emission

/// A plan for programs; docs/plan.md tells its fields.
package enum PlanJSON {
  package static func render(_ plan: WorkPlan) -> [UInt8] { JSONWriter.document(json(plan)) }

  private static func json(_ plan: WorkPlan) -> JSON {
    .object([
      .init("old", .string(plan.oldTitle)), .init("new", .string(plan.newTitle)),
      .init("effect", .string(plan.effect.word)),
      .init("maxUnavailable", .string("\(plan.options.maxUnavailable)")),
      .init(
        "nodes",
        .object([
          .init("compared", .integer(plan.comparedCount)), .init("unchanged", .integer(plan.unchangedCount)),
          .init("added", strings(plan.added)), .init("removed", strings(plan.removed)),
        ])),
      .init("procedures", .array(plan.procedures.map(procedure))),
      .init("waves", .array(plan.waves.map { wave($0, plan) })),
    ])
  }

  private static func procedure(_ procedure: Procedure) -> JSON {
    .object([
      .init("id", .string(procedure.id)), .init("effect", .string(procedure.effect.word)),
      .init("drains", .bool(procedure.drains)), .init("nodes", .integer(procedure.nodes.count)),
      .init("reasons", strings(procedure.reasons)), .init("remarks", strings(procedure.remarks)),
      .init("steps", .array(procedure.steps.map { .object(step($0)) })),
      .init(
        "back",
        .array(
          procedure.back.map { undoing in
            .object(step(undoing.step) + [.init("undoes", undoing.undoes.map { .integer($0) } ?? .null)])
          })),
    ])
  }

  private static func step(_ step: Step) -> [JSON.Member] {
    var members: [JSON.Member] = [
      .init("action", .string(step.action.word)), .init("title", .string(step.title)),
      .init("place", .string(step.place.rawValue)), .init("commands", strings(step.commands)),
      .init("why", .string(step.why)),
    ]
    switch step.action {
    case .replacePlugins(let replacement, let folder):
      members += [.init("release", .string("\(replacement.release)")), .init("folder", .string(folder))]
      if !replacement.only.isEmpty { members.append(.init("plugins", strings(replacement.only))) }
      if !replacement.except.isEmpty { members.append(.init("except", strings(replacement.except))) }
    case .replaceContainerd(_, let release, _): members.append(.init("release", .string(release)))
    case .deleteBridge(let bridge, _): members.append(.init("bridge", .string(bridge)))
    case .render(let rendered, _): if let path = rendered.removed { members.append(.init("removed", .string(path))) }
    case .removeLeases(let folder): members.append(.init("folder", .string(folder)))
    case .askForNetworks(let question): members.append(.init("networks", strings(question.names)))
    case .writeFiles(let files, _), .removeFiles(let files):
      members.append(
        .init(
          "files",
          .array(
            files.map { file in
              .object([
                .init("name", .string(file.name)), .init("path", .string(file.path)),
                .init("removed", .bool(file.isRemoved)),
              ])
            })))
    case .preview, .rollBack, .drain, .stopKubelet, .stopPods, .stopContainerd, .startServices, .restartContainerd,
      .stopContainers, .startContainers, .check, .uncordon:
      break
    }
    return members
  }

  private static func wave(_ wave: Wave, _ plan: WorkPlan) -> JSON {
    .object([
      .init("number", .integer(wave.number)), .init("pool", wave.pool.map { .string($0) } ?? .null),
      .init("label", wave.label.map { .string($0) } ?? .null), .init("controlPlane", .bool(wave.isControlPlane)),
      .init(
        "nodes",
        .array(
          wave.parts.flatMap { share in
            share.nodes.map { name in
              .object([
                .init("name", .string(name)), .init("procedure", .string(plan.procedures[share.procedure].id)),
              ])
            }
          })),
    ])
  }

  private static func strings(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }
}
