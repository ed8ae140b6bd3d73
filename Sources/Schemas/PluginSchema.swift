import Catalogue
import Emission
import NetworkTypes
import ProfileLanguage

/// Schemas of plugins, by intent and with CNI's own keys.
extension SchemaMaker {
  /// A plugin by intent. `true` stands for all defaults, which not every plugin has.
  mutating func intent(_ intent: Intent) -> Schema {
    part(intent.rawValue) { maker in
      let keys = Catalogue.plugin(intent.pluginType)?.keys ?? []
      let needsKeys = !maker.isPatch && keys.contains(where: maker.isRequired)
      let object = maker.object(keys, .words, with: [JSON.Member("capabilities", maker.capabilityNames.json)])
      return .anyOf([needsKeys ? .constant(.bool(false)) : .type("boolean"), object])
    }
  }

  private var capabilityNames: Schema {
    var maker = self
    return maker.opened(Schema.type("array").adding("items", .type(texts))).noting([
      JSON.Member("title", .string("capabilities")),
      JSON.Member("description", .string("What the runtime may hand over beyond what the intent implies.")),
      JSON.Member("examples", .array(Catalogue.capabilities.map { .array([.string($0.name)]) })),
    ])
  }

  /// An element of a chain, judged by its `type`. Plugins that nobody knows pass.
  mutating func rawPlugin() -> Schema {
    part("plugin") { maker in
      let known = Catalogue.plugins.filter(maker.ships)
      let branches = known.map { facts in (facts.type, maker.plugin(facts)) }
      let types = Schema.type(maker.texts).adding("minLength", .integer(1))
      let base = Schema.type("object")
        .adding("properties", .object([JSON.Member("type", maker.typed(types, known, Catalogue.plugins).json)]))
        .adding("required", .array([.string("type")]))
      return base.adding("allOf", .array([maker.commonKeys().json] + maker.choices(branches)))
        .noting([JSON.Member("title", .string("a plugin of the chain"))])
    }
  }

  /// An `ipam` object, judged by its `type`.
  mutating func rawIPAM() -> Schema {
    part("ipam") { maker in
      let known = Catalogue.plugins.filter { $0.role == .ipam }.filter(maker.ships)
      let branches = known.map { facts in (facts.type, maker.manager(facts)) }
      let types = Schema.type(maker.texts).adding("minLength", .integer(1))
      let others = Catalogue.plugins.filter { $0.role != .ipam }
      let type = maker.typed(types, known, Catalogue.plugins.filter { $0.role == .ipam } + others)
      let base = Schema.type(maker.jsonTypes(["object"], .names))
        .adding("properties", .object([JSON.Member("type", type.json)]))
        .adding("anyOf", .array([Schema().adding("maxProperties", .integer(0)).json, Schema.having(["type"]).json]))
      return base.adding("allOf", .array(maker.choices(branches)))
        .noting([JSON.Member("title", .string("an address manager"))])
    }
  }

  private func ships(_ facts: PluginFacts) -> Bool { release.map { facts.span.contains($0) } ?? true }

  /// `type`, with the types that are known as examples. Reference plugins that stand in the wrong place, or that the
  /// release does not ship yet, are refused.
  private func typed(_ schema: Schema, _ known: [PluginFacts], _ candidates: [PluginFacts]) -> Schema {
    let isIPAM = known.allSatisfy { $0.role == .ipam }
    let refused = candidates.filter { facts in
      if isIPAM, facts.role != .ipam { return true }
      return release.map { facts.span.isAhead(of: $0) } ?? false
    }
    let notes = [
      JSON.Member("title", .string("type")),
      JSON.Member("description", .string("The plugin: the file name of its binary.")),
      JSON.Member("examples", .array(known.map { .string($0.type) })),
    ]
    guard !refused.isEmpty else { return schema.noting(notes) }
    return schema.adding("not", .enumeration(refused.map { .string($0.type) })).noting(notes)
  }

  private func choices(_ branches: [(type: String, schema: Schema)]) -> [JSON] {
    branches.map { branch in
      let condition = Schema()
        .adding("properties", .object([JSON.Member("type", Schema.constant(.string(branch.type)).json)]))
        .adding("required", .array([.string("type")]))
      return Schema().adding("if", condition).adding("then", branch.schema).json
    }
  }

  /// What libcni and the specification demand of every plugin, known or not.
  private mutating func commonKeys() -> Schema {
    part("any-plugin") { maker in
      var properties: [JSON.Member] = []
      for key in CommonKeys.all where Self.checkedByRuntime.contains(key.name) {
        let value =
          switch key.name {
          case "ipam": maker.looseIPAM
          case "dns": maker.looseDNS(key)
          default: maker.value(of: key, .names)
          }
        properties.append(JSON.Member(key.name, value.json))
      }
      return Schema().adding("properties", .object(properties)).adding(
        "patternProperties", .object([maker.reserved("prevResult", "runtimeConfig")]))
    }
  }

  /// The keys whose type libcni looks at when it loads a list.
  private static let checkedByRuntime = ["cniVersion", "name", "capabilities", "ipam", "dns"]

  private var looseIPAM: Schema {
    let type = Schema.type(texts + ["null"])
    return Schema.type("object", "null").adding("properties", .object([JSON.Member("type", type.json)]))
  }

  private mutating func looseDNS(_ key: KeyFacts) -> Schema {
    let properties = key.fields.map { JSON.Member($0.name, value(of: $0, .names).json) }
    return Schema.type("object", "null").adding("properties", .object(properties))
  }

  /// Keys that the runtime alone writes; `null` counts as absent. Plugins of others may document `args`.
  private func reserved(_ names: String...) -> JSON.Member {
    JSON.Member("^(?:\(names.joined(separator: "|")))$|^cni\\.dev/", Schema.type("null").json)
  }

  /// A reference plugin with CNI's own keys.
  private mutating func plugin(_ facts: PluginFacts) -> Schema {
    part("plugin-\(facts.type)") { maker in
      let common = CommonKeys.all.filter { !["ipam", "args", "prevResult", "runtimeConfig"].contains($0.name) }
      let ipam = JSON.Member("ipam", maker.ipam(of: facts).json)
      let hidden = facts.hiddenKeys.map { key in
        JSON.Member("^\(key.name)$", Schema.enumeration([.bool(false), .null]).json)
      }
      let schema = maker.object(
        facts.keys + common, .names, optional: ["name"], with: [ipam],
        patterns: [maker.reserved("args", "prevResult", "runtimeConfig")] + hidden
      ).noting([JSON.Member("title", .string(facts.type)), JSON.Member("description", .string("It \(facts.summary)."))])
      guard maker.demandsIPAM(facts) else { return schema }
      return schema.adding("allOf", .array([Schema.having(["ipam"]).json]))
    }
  }

  private mutating func ipam(of facts: PluginFacts) -> Schema {
    let runs = facts.ipam != .none && (release.map { facts.ipamSpan.contains($0) } ?? true)
    guard runs else { return looseIPAM }
    guard demandsIPAM(facts) else { return rawIPAM() }
    let object = Schema.type("object").adding("minProperties", .integer(1))
    return Schema().adding("allOf", .array([rawIPAM().json, object.json]))
  }

  /// Whether a plugin never works without `ipam`; one that may stand behind another takes that one's addresses.
  private func demandsIPAM(_ facts: PluginFacts) -> Bool {
    guard facts.mayFollow == nil else { return false }
    switch facts.ipam {
    case .none: return false
    case .required: return release.map { facts.ipamSpan.contains($0) } ?? true
    case .optional(let span): return release.map { facts.ipamSpan.contains($0) && !span.contains($0) } ?? false
    }
  }

  /// The `ipam` object of a reference plugin.
  private mutating func manager(_ facts: PluginFacts) -> Schema {
    part("ipam-\(facts.type)") { maker in
      let type = JSON.Member("type", Schema.constant(.string(facts.type)).json)
      return maker.object(facts.keys, .names, with: [type])
        .noting([
          JSON.Member("title", .string(facts.type)), JSON.Member("description", .string("It \(facts.summary).")),
        ])
    }
  }
}
