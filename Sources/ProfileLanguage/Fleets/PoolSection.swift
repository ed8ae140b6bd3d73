import CNIModel
import Diagnostics
import Syntax

/// An entry of `pools:`.
enum PoolSection {
  static let table = FieldTable<FleetSpec.Pool>(
    name: "the pool",
    fields: [
      Field("name", "the pool's name", .text) { member, pool, bag in pool.name = Scalars.text(member, &bag) },
      Field("match", "which nodes are in it", .section(Section(MatchSection.table))) { member, pool, bag in
        pool.match = MatchSection.read(member.value, &bag)
      },
    ] + OverlayFields.fields { pool, read in read(&pool.overlay) }, demands: [.key("name"), .key("match")])

  static func readList(_ nodes: [Node], _ bag: inout DiagnosticBag) -> [FleetSpec.Pool] {
    var seen: [Located<String>] = []
    return nodes.map { node in
      var pool = FleetSpec.Pool(range: node.range)
      table.read(node, into: &pool, &bag)
      guard node.mapping != nil else { return pool }
      if node["name"] == nil {
        bag.error("missing-key", "this pool has no name", at: node.range, help: "write {name: gpu, match: …}")
      }
      if node["match"] == nil {
        bag.error(
          "missing-key", "the pool \(pool.name?.value ?? "") does not say which nodes are in it",
          at: pool.name?.range ?? node.range,
          help: "add match: {names: [\"gpu-*\"]}, match: {labels: {rack: r7}}, or match: {names: [\"*\"]} for all")
      }
      if let name = pool.name {
        if let first = seen.first(where: { $0.value == name.value }) {
          bag.error(
            "duplicate-name", "two pools are named \(name.value)", at: name.range,
            notes: [Diagnostic.Note("the first one is here", at: first.range)], help: "give each a name of its own")
        }
        seen.append(name)
      }
      return pool
    }
  }
}

/// `match:` of a pool.
enum MatchSection {
  static let table = FieldTable<FleetSpec.Match>(
    name: "match",
    fields: [
      Field("names", "patterns of names, of which one must fit: gpu-*", .list(.text, atLeast: 1)) {
        member, match, bag in
        match.names = (Scalars.texts(member, &bag) ?? []).compactMap { pattern($0, &bag) }
      },
      Field("labels", "labels that a node must have, all of them", .map(.text)) { member, match, bag in
        match.labels = FleetValues.labels(member, &bag)
      },
    ], demands: [.anyOf(["names", "labels"])])

  static func read(_ node: Node, _ bag: inout DiagnosticBag) -> FleetSpec.Match {
    var match = FleetSpec.Match(range: node.range)
    table.read(node, into: &match, &bag)
    // A key that is misspelt has been told.
    let members = node.mapping ?? []
    let isWhole = node.mapping != nil && members.allSatisfy { $0.key == "names" || $0.key == "labels" }
    if isWhole, members.allSatisfy({ $0.value.sequence?.isEmpty ?? $0.value.mapping?.isEmpty ?? false }) {
      bag.error(
        "missing-key", "match names nothing, so no node could be in the pool", at: node.range,
        help: "write {names: [\"gpu-*\"]}, {labels: {rack: r7}}, or {names: [\"*\"]} for all")
    }
    return match
  }

  private static func pattern(_ text: Located<String>, _ bag: inout DiagnosticBag) -> Located<NamePattern>? {
    if let pattern = NamePattern(text.value) { return Located(pattern, at: text.range) }
    bag.error(
      "invalid-node-pattern", "no name of a node can fit \(text.value)", at: text.range,
      help: "names have small letters, digits, dashes and dots; * stands for any of them, ? for one")
    return nil
  }
}
