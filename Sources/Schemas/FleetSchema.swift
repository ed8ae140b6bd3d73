import Catalogue
import Emission
import ProfileLanguage

/// The schema of fleets: what pools and nodes lay over the profile is as known as the profile itself.
extension SchemaMaker {
  /// A fleet. Where the profile stands in it, the values of pools and nodes are judged by what takes them.
  mutating func fleet() -> Schema {
    var conditions: [Schema] = []
    for name in TemplateLibrary.names {
      guard let template = TemplateLibrary.named(name)?.template else { continue }
      let values = part("with-\(name)") { $0.values(for: template) }
      let use = Schema.having(["template"]).adding("properties", .single("template", .constant(.string(name))))
      conditions.append(judging(values, where: use))
    }
    for intent in Intent.allCases where intent.isInterface {
      guard let facts = Catalogue.plugin(intent.pluginType) else { continue }
      let values = part("with-\(intent.rawValue)") { $0.values(for: intent, facts) }
      let network = Schema.having([intent.rawValue]).adding(
        "properties", .single(intent.rawValue, Schema().adding("not", .enumeration([.bool(false), .null]))))
      let use = Schema.having(["network"]).adding("properties", .single("network", network))
        .adding("not", Schema.having(["template"]))
      // A pool with a network of its own may have another interface.
      conditions.append(judging(values, where: use, unless: "network"))
    }
    return section(Sections.fleet).addingConditions(conditions)
  }

  /// Judges the values of pools and nodes where the profile in the fleet is of some form.
  private func judging(_ values: Schema, where profile: Schema, unless other: String? = nil) -> Schema {
    let with = Schema().adding("properties", .single("with", values))
    let item = other.map {
      Schema().adding("if", Schema().adding("not", Schema.having([$0]))).adding("then", with)
    }
    let list = Schema().adding("items", item ?? with)
    return Schema()
      .adding(
        "if",
        Schema.having(["profile"]).adding(
          "properties", .single("profile", Schema.type("object").addingAll(of: profile)))
      )
      .adding("then", Schema().adding("properties", .object(["nodes", "pools"].map { JSON.Member($0, list.json) })))
  }

  /// Values for the keys of an interface.
  private mutating func values(for interface: Intent, _ facts: PluginFacts) -> Schema {
    takesPlaceholders = true
    isPatch = true
    defer {
      takesPlaceholders = false
      isPatch = false
    }
    let properties = facts.keys.map { key in
      let notes = KeyWords.notes(on: key, .words, draft: draft, release: release)
      return JSON.Member(key.valueName(in: interface), opened(value(of: key, .words)).noting(notes).json)
    }
    return Schema.type("object").adding("properties", .object(properties))
  }

  /// What is laid over something of a shape.
  mutating func overlay(_ shape: Shape) -> Schema {
    let before = (isPatch, takesPlaceholders)
    (isPatch, takesPlaceholders) = (true, true)
    defer { (isPatch, takesPlaceholders) = before }
    return value(of: shape)
  }

  /// The sections of a profile in a fleet, whose head the fleet has.
  mutating func inlineProfile() -> Schema {
    let before = (takesPlaceholders, getsSubnets)
    (takesPlaceholders, getsSubnets) = (true, true)
    defer { (takesPlaceholders, getsSubnets) = before }
    return part("profile") { maker in
      let whole = Sections.profile
      let demands = whole.demands.filter { demand in if case .key = demand { false } else { true } }
      return maker.profile(Section(name: whole.name, fields: whole.fields, demands: demands))
    }
  }
}

extension JSON {
  /// An object with one member.
  fileprivate static func single(_ name: String, _ schema: Schema) -> JSON {
    .object([JSON.Member(name, schema.json)])
  }
}

extension Schema {
  /// With the keywords of another schema, which has none of this one's.
  fileprivate func addingAll(of other: Schema) -> Schema { Schema(members + other.members) }
}
