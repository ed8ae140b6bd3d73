package import Diagnostics
import Emission

/// A difference for programs: one object.
package enum DifferenceJSON {
  /// So many names of a group's nodes are given; the count tells how many there are.
  private static let namesShown = 10

  package static func render(_ report: DifferenceReport, files: SourceFiles) -> [UInt8] {
    JSONWriter.document(
      .object([
        .init("old", .string(report.oldTitle)),
        .init("new", .string(report.newTitle)),
        .init("effect", .string(report.effect.word)),
        .init("exitStatus", .integer(Int(report.effect.exitStatus))),
        .init("compared", .integer(report.comparedCount)),
        .init("unchanged", .integer(report.unchangedCount)),
        .init("added", nodes(report.added)),
        .init("removed", nodes(report.removed)),
        .init("changes", .array(report.sideChanges.map { change($0, files) })),
        .init("groups", .array(report.groups.map { group($0, files) })),
      ]))
  }

  private static func group(_ group: DifferenceReport.Group, _ files: SourceFiles) -> JSON {
    .object([
      .init("nodes", nodes(group.nodes == [""] ? [] : group.nodes)),
      .init("effect", .string(group.effect.word)),
      .init("changes", .array(group.changes.map { change($0, files) })),
      .init(
        "files",
        .array(
          group.files.map {
            .object([.init("path", .string($0.path)), .init("change", .string($0.kind.rawValue))])
          })),
    ])
  }

  private static func nodes(_ names: [String]) -> JSON {
    .object([
      .init("count", .integer(names.count)),
      .init("first", .array(names.prefix(namesShown).map { .string($0) })),
    ])
  }

  private static func change(_ change: NodeChange, _ files: SourceFiles) -> JSON {
    let text = { (text: String?) in text.map { JSON.string($0) } ?? .null }
    return .object([
      .init("kind", .string(change.kind)),
      .init("effect", .string(change.effect.word)),
      .init("network", text(change.network)),
      .init("path", .string(change.path)),
      .init("word", text(change.word)),
      .init("old", text(change.old)),
      .init("new", text(change.new)),
      .init("oldPlace", place(change.oldPlace, files)),
      .init("newPlace", place(change.newPlace, files)),
      .init("reason", .string(change.reason)),
      .init("help", text(change.help)),
    ])
  }

  private static func place(_ range: SourceRange?, _ files: SourceFiles) -> JSON {
    guard let range else { return .null }
    let file = files[range.file]
    let position = file.position(at: range.start)
    return .object([
      .init("file", .string(file.name)), .init("line", .integer(position.line)),
      .init("column", .integer(position.column)),
    ])
  }
}
