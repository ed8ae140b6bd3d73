package import Diagnostics
package import Difference
package import ProfileLanguage

/// The order of work that brings nodes from one state to another.
package struct WorkPlan: Sendable {
  package let oldTitle: String
  package let newTitle: String
  package let procedures: [Procedure]
  /// Empty where nothing changes, or where files belong to no node in particular.
  package let waves: [Wave]
  package let options: PlanOptions
  let delivery: FileDelivery
  /// How many nodes both sides have, and how many of them nothing changes for.
  package let comparedCount: Int
  package let unchangedCount: Int
  /// Nodes of one side alone.
  package let added: [String]
  package let removed: [String]
  /// What nodes that come or go mean for the others.
  package let sideChanges: [NodeChange]

  /// The worst of all changes.
  package var effect: Effect { (procedures.map(\.effect) + sideChanges.map(\.effect)).max() ?? .none }

  /// Plans the work. `nil` where what a node has cannot be said, which is in the bag, as is a refusal.
  package static func make(
    _ report: DifferenceReport, from old: Side, to new: Side, _ options: PlanOptions,
    from documents: inout some DocumentSource, into bag: inout DiagnosticBag
  ) -> WorkPlan? {
    do throws(PlanRefusal) {
      var maker = PlanMaker(report, old, new, options)
      return try maker.make(from: &documents, into: &bag)
    } catch {
      bag.add(error.finding)
      return nil
    }
  }
}
