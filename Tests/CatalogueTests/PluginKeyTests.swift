import Catalogue
import NetworkTypes
import Syntax
import Testing

/// Every key of every plugin, against the facts and in every release.
struct PluginKeyTests {
  @Test("Every plugin has the keys of the facts, in their order")
  func keys() throws {
    for (type, fact) in try Fact.plugins().at("plugins").members {
      let plugin = try #require(Catalogue.plugin(type))
      try expect(plugin.keys, match: fact.list("keys"), in: type)
    }
  }

  @Test("The keys that every plugin has are those of the facts")
  func commonKeys() throws {
    try expect(CommonKeys.all, match: Fact.plugins().at("common", "keys").list, in: "common")
    #expect(CommonKeys.dnsFields.map(\.name) == ["nameservers", "domain", "search", "options"])
    #expect(CommonKeys.key("dns")?.fields.count == 4)
  }

  @Test("The fields of routes are those of the facts, with what is only echoed")
  func routeFields() throws {
    let facts = try Fact.plugins().at("common", "routeFields").list
    try expect(CommonKeys.routeFields, match: facts, in: "routes")
    for (fact, field) in zip(facts, CommonKeys.routeFields) {
      #expect(try field.applied == fact.at("applied").bool, "\(field.name)")
    }
  }

  @Test("Plain words and CNI's names cannot be taken for one another")
  func words() {
    for plugin in Catalogue.plugins { expectDistinctWords(plugin.keys, in: plugin.type) }
    expectDistinctWords(CommonKeys.routeFields, in: "routes")
  }

  private func expectDistinctWords(_ keys: [KeyFacts], in place: String) {
    #expect(Set(keys.map(\.word)).count == keys.count, "\(place): a word stands twice")
    for key in keys where key.word != key.name {
      #expect(!keys.contains { $0.name == key.word }, "\(place): \(key.word) is a word and another key's name")
    }
    for key in keys { expectDistinctWords(key.fields, in: "\(place).\(key.name)") }
  }

  private func expect(_ keys: [KeyFacts], match facts: [Fact], in place: String) throws {
    #expect(try keys.map(\.name) == facts.map { try $0.text("name") }, "\(place)")
    for (key, fact) in zip(keys, facts) { try expect(key, matches: fact, in: "\(place).\(key.name)") }
  }

  private func expect(_ key: KeyFacts, matches fact: Fact, in place: String) throws {
    let span = try Ranges.span(of: fact)
    #expect(key.span == span, "\(place)")
    for release in Catalogue.pluginReleases {
      #expect(key.span.contains(release.version) == span.contains(release.version), "\(place) in \(release.version)")
    }
    #expect(!key.summary.isEmpty, "\(place)")
    #expect(try Self.types(for: fact.text("type")).contains(key.type), "\(place): \(key.type)")
    #expect(try key.required == fact["required"]?.bool ?? false, "\(place)")
    try expectDefault(key, fact, in: place)
    try expectLimits(key, fact, in: place)
    try expectChanges(key, fact, in: place)
    if let fields = fact["fields"] { try expect(key.fields, match: fields.list, in: place) }
    if try fact.text("type").hasSuffix("route>") {
      #expect(key.fields.map(\.name) == CommonKeys.routeFields.map(\.name), "\(place)")
    }
  }

  private func expectDefault(_ key: KeyFacts, _ fact: Fact, in place: String) throws {
    guard let value = fact["default"], let scalar = value.node.scalar, !scalar.isNull, !scalar.text.isEmpty else {
      // These two have a rule in place of a default.
      if ["routes.gw", "sbr.table"].contains(place) {
        #expect(!key.absent.isEmpty && key.absentJSON == nil, "\(place): \(key.absent)")
      } else {
        #expect(key.absent.isEmpty, "\(place): \(key.absent)")
      }
      return
    }
    if scalar.text.contains(" ") {
      #expect(!key.absent.isEmpty && key.absentJSON == nil, "\(place): \(key.absent)")
    } else if scalar.isPlain, Int(scalar.text) != nil || ["true", "false"].contains(scalar.text) {
      #expect(key.absentJSON == scalar.text, "\(place): \(key.absent)")
    } else {
      #expect(key.absentJSON == "\"\(scalar.text)\"", "\(place): \(key.absent)")
    }
  }

  private func expectLimits(_ key: KeyFacts, _ fact: Fact, in place: String) throws {
    let isText = try fact.text("type") == "string"
    #expect(try key.minimum == fact["min"]?.int, "\(place)")
    #expect(try key.maximum == (isText ? nil : fact["max"]?.int), "\(place)")
    if isText, let maximum = fact["max"] { #expect(try key.maximumBytes == maximum.int, "\(place)") }
    #expect(try key.values.map(\.text) == fact["enum"]?.texts ?? [], "\(place)")
    if let constraint = try fact["constraint"]?.text {
      #expect(!key.constraint.isEmpty || key.maximumBytes != nil, "\(place): \(constraint)")
      if constraint.contains("15 bytes") { #expect(key.maximumBytes == 15, "\(place)") }
      if constraint.contains("28 characters") { #expect(key.maximumBytes == 28, "\(place)") }
    }
  }

  private func expectChanges(_ key: KeyFacts, _ fact: Fact, in place: String) throws {
    let expected = try fact.list("changes")
    // The facts tell of a common key's history in its description.
    guard !place.hasPrefix("common.") else { return }
    #expect(try key.changes.map(\.span) == expected.map { try Ranges.span(of: $0) }, "\(place)")
    for (change, fact) in zip(key.changes, expected) {
      let note = try fact.text("note")
      if note.hasPrefix("required") { #expect(change.required == true, "\(place)") }
      if note.hasPrefix("type int") { #expect(change.type == .integer, "\(place)") }
      if note.hasPrefix("default was ") {
        #expect(try #require(change.absent) == note.dropFirst("default was ".count), "\(place)")
      }
    }
  }

  /// The shapes that a type of the facts may have in the catalogue, which tells more of them apart.
  private static func types(for type: String) -> [ValueType] {
    switch type {
    case "bool": [.bool]
    case "int": [.integer]
    case "uint32": [.unsigned(bits: 32)]
    case "uint64": [.unsigned(bits: 64)]
    case "string": [.string, .interface, .mac, .path]
    case "cidr": [.cidr]
    case "ip": [.address]
    case "string (CIDR)": [.addressWithPrefix]
    case "object": [.object]
    case "list<string>": [.list(.string), .list(.cidr)]
    case "list<object>", "list<route>": [.list(.object)]
    case "list<list<object>>": [.list(.list(.object))]
    case "map<string,bool>": [.map(.bool)]
    case "map<string,string>": [.map(.string)]
    default: []
    }
  }
}
