import Catalogue
import NetworkTypes
import Testing

/// What each plugin is, reads at run time and does for each verb.
struct PluginTests {
  @Test("The index has every plugin of the facts, in alphabetical order, under its own type")
  func index() throws {
    let facts = try Fact.plugins().at("plugins").members
    #expect(Catalogue.pluginTypes == facts.map(\.key).sorted())
    #expect(Catalogue.plugins.map(\.type) == Catalogue.pluginTypes)
    #expect(Catalogue.plugin("portmapper") == nil)
    for type in Catalogue.pluginTypes { #expect(Catalogue.plugin(type)?.type == type) }
  }

  @Test("Role, span, IPAM and place in the chain are those of the facts")
  func roles() throws {
    for (type, fact) in try Fact.plugins().at("plugins").members {
      let plugin = try #require(Catalogue.plugin(type))
      #expect(try plugin.role.rawValue == fact.text("role"), "\(type)")
      #expect(try plugin.span == Ranges.span(of: fact), "\(type)")
      #expect(!plugin.summary.isEmpty, "\(type)")
      #expect(try plugin.ipam == ipamUse(of: fact), "\(type)")
      let ipamSpan = try fact["ipamSince"].map { ReleaseSpan.since(try Ranges.version($0.text)) } ?? .always
      #expect(plugin.ipamSpan == ipamSpan, "\(type)")
      #expect(try fact.at("chained").bool == (plugin.role == .meta), "\(type)")
    }
    #expect(Catalogue.plugin("ipvlan")?.mayFollow == .since("0.7.0"))
    #expect(Catalogue.plugins.filter { $0.mayFollow != nil }.map(\.type) == ["ipvlan", "loopback"])
  }

  private func ipamUse(of fact: Fact) throws -> PluginFacts.IPAMUse {
    guard try fact.at("ipam").bool else { return .none }
    if try fact.at("ipamRequired").bool { return .required }
    return .optional(try fact["ipamOptionalSince"].map { .since(try Ranges.version($0.text)) } ?? .always)
  }

  @Test("Verbs, capabilities and arguments are those of the facts")
  func inputs() throws {
    for (type, fact) in try Fact.plugins().at("plugins").members {
      let plugin = try #require(Catalogue.plugin(type))
      #expect(
        try fact.members("verbs").map { "\($0.key) \(try $0.value.text)" }
          == plugin.verbs.map { "\($0.name) \($0.since)" }, "\(type)")
      #expect(try inputs("capabilities", of: fact) == plugin.capabilities.map(text), "\(type)")
      #expect(try inputs("argsCni", of: fact) == plugin.argsCNI.map(text), "\(type)")
      #expect(try inputs("cniArgs", of: fact) == plugin.cniArgs.map(text), "\(type)")
      for release in Catalogue.pluginReleases {
        for (verb, since) in try fact.members("verbs") {
          let isDue = try plugin.span.contains(release.version) && release.version >= Ranges.version(since.text)
          #expect(plugin.acts(on: verb, in: release.version) == isDue, "\(type) \(release.version) \(verb)")
        }
        for (capability, since) in try fact.members("capabilities") {
          let isDue = try release.version >= Ranges.version(since.text)
          #expect(
            plugin.reads(capability: capability, in: release.version) == isDue,
            "\(type) \(release.version) \(capability)")
        }
        #expect(plugin.acts(on: "ADD", in: release.version) == plugin.span.contains(release.version))
        #expect(!plugin.acts(on: "GC", in: release.version))
      }
    }
  }

  private func inputs(_ key: String, of fact: Fact) throws -> [String] {
    try fact.members(key).map { "\($0.key) \(ReleaseSpan.since(try Ranges.version($0.value.text)))" }
  }

  private func text(_ input: PluginFacts.Input) -> String { "\(input.name) \(input.span)" }

  @Test("The places of the MAC address stand in the order of the facts")
  func macSources() throws {
    let names: [String: PluginFacts.MACSource] = [
      "key mac": .key, "CNI_ARGS MAC": .cniArgs, "args.cni.mac": .argsCNI, "runtimeConfig.mac": .capability,
    ]
    for (type, fact) in try Fact.plugins().at("plugins").members {
      let expected = try (fact["macPrecedence"]?.text ?? "").split(separator: " < ").map { names[String($0)] }
      #expect(Catalogue.plugin(type)?.macSources.map(Optional.some) == expected, "\(type)")
    }
  }

  @Test("Keys that people only believe in are those of the facts, each with something to do instead")
  func notKeys() throws {
    for (type, fact) in try Fact.plugins().at("plugins").members {
      let plugin = try #require(Catalogue.plugin(type))
      for name in try fact["notKeys"]?.texts ?? [] { #expect(plugin.notKey(name) != nil, "\(type) \(name)") }
      for notKey in plugin.notKeys {
        #expect(!notKey.instead.isEmpty, "\(type) \(notKey.name)")
        #expect(plugin.key(notKey.name) == nil, "\(type) \(notKey.name)")
      }
      #expect(
        try fact.list("hiddenKeys").map { try $0.text("name") } == plugin.hiddenKeys.map(\.name), "\(type)")
      for (hidden, key) in zip(try fact.list("hiddenKeys"), plugin.hiddenKeys) {
        #expect(try key.span == Ranges.span(of: hidden))
      }
    }
  }

  @Test("What a verb says and does not do stands in the notes, with the texts that the facts quote")
  func verbNotes() throws {
    for (type, fact) in try Fact.plugins().at("plugins").members {
      let plugin = try #require(Catalogue.plugin(type))
      let notes = try fact["verbNotes"]?.texts ?? []
      let said = plugin.verbNotes.map { "\($0.what) \($0.error)" }.joined(separator: "\n")
      #expect(notes.isEmpty == plugin.verbNotes.isEmpty, "\(type)")
      for quote in notes.flatMap(Quotes.texts) {
        #expect(Quotes.text(quote, standsIn: said), "\(type): \(quote)")
      }
      // The facts of one plugin were all run, or all read.
      let isRead = notes.contains { $0.contains("(src)") }
      #expect(plugin.verbNotes.allSatisfy { ($0.evidence == .source) == isRead }, "\(type)")
      try expectReleases(of: plugin, in: notes)
    }
  }

  /// Every range in the sentences (`0.8.0-1.0.1`) is that of a note; a note begins and ends where a sentence, the verb
  /// or the plugin does.
  private func expectReleases(of plugin: PluginFacts, in sentences: [String]) throws {
    let words = sentences.flatMap { $0.split(whereSeparator: { " :;,()".contains($0) }).map(String.init) }
    let spans = plugin.verbNotes.map(\.span)
    for word in words {
      let bounds = word.split(separator: "-").compactMap { Version($0) }
      if bounds.count == 2 { #expect(spans.contains(.from(bounds[0], to: bounds[1])), "\(plugin.type): \(word)") }
    }
    let named = Set(words.flatMap { $0.split(separator: "-") }.compactMap { Version($0) })
    for note in plugin.verbNotes {
      let verbSince: Version = note.verb == "CHECK" ? "0.8.0" : "1.6.0"
      let since = try #require(note.span.since)
      #expect(named.contains(since) || since == max(verbSince, plugin.span.since ?? verbSince), "\(plugin.type)")
      if let until = note.span.until { #expect(named.contains(until) || until == plugin.span.until, "\(plugin.type)") }
      #expect(["CHECK", "STATUS", "GC"].contains(note.verb), "\(plugin.type): \(note.what)")
    }
  }

  @Test("Behaviour that moved has the releases of the facts")
  func changes() throws {
    for (type, fact) in try Fact.plugins().at("plugins").members {
      let plugin = try #require(Catalogue.plugin(type))
      let expected = try fact.list("changes").map { try Ranges.span(of: $0) }
      // What the facts tell in other words (ipPrecedence, a remark) may stand among the changes too.
      #expect(expected.allSatisfy { plugin.changes.map(\.span).contains($0) }, "\(type)")
      if !expected.isEmpty { #expect(plugin.changes.map(\.span) == expected, "\(type)") }
    }
  }
}
