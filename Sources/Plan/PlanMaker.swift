import Diagnostics
import Difference
import ProfileLanguage

/// Makes a plan of a difference.
struct PlanMaker {
  private let report: DifferenceReport
  private let old: Side
  private let new: Side
  private let options: PlanOptions
  private var oldNumbers: [String: Int] = [:]
  private var newNumbers: [String: Int] = [:]

  init(_ report: DifferenceReport, _ old: Side, _ new: Side, _ options: PlanOptions) {
    self.report = report
    self.old = old
    self.new = new
    self.options = options
    for (number, name) in old.names.enumerated() { oldNumbers[name] = number }
    for (number, name) in new.names.enumerated() { newNumbers[name] = number }
  }

  mutating func make(
    from documents: inout some DocumentSource, into bag: inout DiagnosticBag
  ) throws(PlanRefusal) -> WorkPlan? {
    if let odd = (old.names + new.names).first(where: { !Self.isPlain($0) }) { throw PlanRefusal.unplannable(odd) }
    var procedures: [Procedure] = []
    let delivery = FileDelivery(new)
    for group in report.groups where !group.files.isEmpty || group.effect > .none {
      guard let name = group.nodes.first,
        let before = old.state(of: oldNumbers[name] ?? 0, from: &documents, into: &bag),
        let after = new.state(of: newNumbers[name] ?? 0, from: &documents, into: &bag)
      else { return nil }
      let maker = ProcedureMaker(
        group: group, old: before, new: after, options: options, delivery: delivery,
        oldDelivery: FileDelivery(old, built: "before"))
      procedures.append(try maker.make(procedures.count))
    }
    return WorkPlan(
      oldTitle: report.oldTitle, newTitle: report.newTitle, procedures: procedures, waves: waves(procedures),
      options: options, delivery: delivery, comparedCount: report.comparedCount, unchangedCount: report.unchangedCount,
      added: report.added, removed: report.removed, sideChanges: report.sideChanges)
  }

  /// Whether a name means nothing else to a shell, to Ansible or to Markdown.
  private static func isPlain(_ name: String) -> Bool {
    name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
        true
      default: false
      }
    } && name.utf8.first != UInt8(ascii: "-")
  }

  private func waves(_ procedures: [Procedure]) -> [Wave] {
    guard new.names != [""] else { return [] }
    var procedureOf: [Int: Int] = [:]
    for (number, procedure) in procedures.enumerated() {
      for name in procedure.nodes { procedureOf[newNumbers[name] ?? 0] = number }
    }
    var totals: [String?: Int] = [:]
    var planned: [WavePlanner.PlannedNode] = []
    for (number, name) in new.names.enumerated() {
      let membership = new.membership(of: number)
      let pool = membership.pools.last
      totals[pool, default: 0] += 1
      guard let procedure = procedureOf[number] else { continue }
      planned.append(
        WavePlanner.PlannedNode(
          name: name, procedure: procedure, pool: pool, label: options.label.flatMap(membership.label),
          isControlPlane: isControlPlane(membership)))
    }
    return WavePlanner(options: options, order: new.pools).waves(of: planned, totals: totals)
  }

  /// What people call a pool of the control plane, in small letters.
  private static let controlPlanePools = ["control-plane", "controlplane", "control", "master", "masters"]

  /// By the pool that was named, else by the labels that kubeadm gives, and by the usual names of pools.
  private func isControlPlane(_ membership: NodeMembership) -> Bool {
    if let pool = options.controlPlane { return membership.pools.contains(pool) }
    return membership.pools.contains { Self.controlPlanePools.contains($0.lowercased()) }
      || membership.labels.contains {
        $0.key == "node-role.kubernetes.io/control-plane" || $0.key == "node-role.kubernetes.io/master"
      }
  }
}
