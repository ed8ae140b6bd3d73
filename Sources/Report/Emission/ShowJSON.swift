package import Diagnostics
import CNIModel
import Emission
package import Fleet
import NetworkTypes
import ProfileLanguage

/// What `show` shows, for programs.
package enum ShowJSON {
  /// A fleet: blocks with what they are used for, pools, targets, and a row for each node.
  package static func document(_ survey: FleetSurvey, files: SourceFiles) -> [UInt8] {
    let places = Places(files)
    let pools = survey.pools.map { pool in
      JSON.object([
        .init("name", pool.name.map { .string($0.value) } ?? .null), .init("place", places.json(pool.range)),
      ])
    }
    let targets = survey.targets.map { group in
      JSON.object([
        .init("releases", .string(Words.releases(of: group.form.targets))), .init("nodes", .integer(group.nodes.count)),
      ])
    }
    return JSONWriter.document(
      .object([
        .init("name", .string(survey.name)),
        .init("blocks", .array(AddressMap.all(of: survey).map { block($0, survey, places) })),
        .init("pools", .array(pools)), .init("targets", .array(targets)),
        .init("nodes", .array(survey.inNaturalOrder.map { .object(head($0, survey, places)) })),
      ]))
  }

  /// A node and its files.
  package static func document(
    _ node: Int, of survey: FleetSurvey, _ targets: [ShownTarget], files: SourceFiles
  ) -> [UInt8] {
    let places = Places(files)
    let shown = targets.map { target($0, places) { survey.origin(of: $0).words } }
    return JSONWriter.document(.object(head(node, survey, places) + [.init("targets", .array(shown))]))
  }

  /// The files of a profile.
  package static func document(
    _ targets: [ShownTarget], files: SourceFiles, origin: (SourceRange) -> String
  ) -> [UInt8] {
    let places = Places(files)
    return JSONWriter.document(.object([.init("targets", .array(targets.map { target($0, places, origin) }))]))
  }

  /// Writes places as `file:line`.
  private struct Places {
    let files: SourceFiles

    init(_ files: SourceFiles) { self.files = files }

    func text(_ range: SourceRange) -> String {
      let file = files[range.file]
      return "\(file.name):\(file.position(at: range.start).line)"
    }

    func json(_ range: SourceRange?) -> JSON { range.map { .string(text($0)) } ?? .null }
  }

  private static func head(_ node: Int, _ survey: FleetSurvey, _ places: Places) -> [JSON.Member] {
    [
      .init("name", .string(survey.name(of: node))),
      .init("place", places.json(survey.place(of: node))),
      .init("pools", .array(survey.pools(of: node).map { .string(survey.pools[$0].name?.value ?? "") })),
      .init("labels", .object(survey.labels(of: node).map { JSON.Member($0.key, .string($0.value)) })),
      .init("subnets", .array(survey.subnets(of: node).map { .string("\($0)") })),
    ]
  }

  private static func block(_ map: AddressMap, _ survey: FleetSurvey, _ places: Places) -> JSON {
    .object([
      .init("network", .string("\(map.subnets.network)")), .init("prefix", .integer(map.subnets.prefix)),
      .init("place", places.json(map.place)), .init("subnets", .integer(map.subnets.count)),
      .init("used", .integer(map.use.used)), .init("heldBack", .integer(map.use.heldBack)),
      .init("free", .integer(map.use.free)),
    ])
  }

  private static func target(_ shown: ShownTarget, _ places: Places, _ origin: (SourceRange) -> String) -> JSON {
    .object([
      .init("name", .string(shown.target.name)), .init("releases", .string(Words.releases(of: shown.target))),
      .init(
        "files",
        .array(
          shown.files.map { file in
            .object([
              .init("name", .string(file.name)), .init("size", .integer(file.size)),
              .init(
                "lines",
                .array(
                  file.lines.map { line in
                    .object([
                      .init("text", .string(line.text)), .init("place", places.json(line.place)),
                      .init("origin", line.place.map { .string(origin($0)) } ?? .null),
                    ])
                  })),
            ])
          })),
    ])
  }
}
