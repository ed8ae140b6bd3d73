import Catalogue
import NetworkTypes
import Testing

/// The versions of the specification, the keys of a list and of a plugin's object, capabilities and codes.
struct SpecTests {
  @Test("Every version of the specification is that of the facts")
  func versions() throws {
    let facts = try Fact.spec().at("versions").list
    #expect(try facts.map { try $0.text("version") } == Catalogue.specVersions.map(\.version.description))
    for (fact, version) in zip(facts, Catalogue.specVersions) {
      #expect(try version.date == fact.text("date"), "\(version.version)")
      #expect(try version.verbs == fact.at("verbs").texts, "\(version.version)")
      #expect(try version.hasSingleConfiguration == fact.at("single_conf_specified").bool, "\(version.version)")
      #expect(try version.hasLists == fact.at("conflist_specified").bool, "\(version.version)")
      #expect(try version.libcniSince == Ranges.version(fact.text("libcni_since")), "\(version.version)")
      #expect(try fact.list("notes").isEmpty || !version.notes.isEmpty, "\(version.version)")
      #expect(!version.result.isEmpty)
      #expect(Catalogue.specVersion(version.version) == version)
    }
    #expect(try Catalogue.specVersions.last?.version.description == Fact.spec().at("newest_in_repo").text("spec"))
  }

  @Test("Every libcni's newest version is that of the facts")
  func currentVersions() throws {
    for (range, version) in try Fact.spec().at("version_current_by_libcni").members {
      let span = try Ranges.hyphened(range)
      for libcni in ["0.4.0"] + libcniReleases where span.contains(libcni) {
        #expect(try Catalogue.newestSpec(libcni: libcni)?.description == version.text, "libcni \(libcni)")
      }
    }
    #expect(Catalogue.newestSpec(libcni: "0.0.1") == nil)
  }

  @Test("The codes are those of the facts")
  func errorCodes() throws {
    let facts = try Fact.spec().at("error_codes").members
    #expect(facts.map(\.key) == ErrorCodes.all.map { "\($0.code)" })
    for (code, meaning) in facts {
      #expect(try ErrorCodes.meaning(of: #require(Int(code))) == meaning.text)
    }
    #expect(ErrorCodes.meaning(of: 42) == nil)
  }

  @Test("The keys at the top of a list are those of the facts")
  func conflistKeys() throws {
    let facts = try Fact.spec().at("conflist_keys").members.filter { $0.key != "other" }
    #expect(facts.map(\.key) == Catalogue.conflistKeys.map(\.name))
    for ((name, fact), key) in zip(facts, Catalogue.conflistKeys) {
      #expect(try Self.types[fact.text("type")] == key.type, "\(name)")
      #expect(try fact.text("spec_since").hasPrefix(key.specSince.description), "\(name)")
      #expect(try key.libcniSince == Ranges.version(fact.text("libcni_since")), "\(name)")
      let isRequired = try fact["required_by_libcni"]?.text ?? "false"
      #expect((key.requiredBy != nil) == (isRequired != "false"), "\(name)")
      if key.type == .bool { #expect(try key.absent == fact.text("default"), "\(name)") }
      for libcni in libcniReleases {
        #expect((key.forms(libcni: libcni) != nil) == (libcni >= key.libcniSince), "\(name) in \(libcni)")
      }
      for (range, forms) in try fact.members("accepts") {
        for libcni in libcniReleases where try Ranges.hyphened(range).contains(libcni) {
          #expect(try Self.forms(forms.text) == key.forms(libcni: libcni), "\(name) in \(libcni)")
        }
      }
    }
    #expect(Catalogue.conflistKey("plugins")?.requiredBy?.contains("1.2.3") == true)
    #expect(Catalogue.conflistKey("plugins")?.requiredBy?.contains("1.3.0") == false)
    #expect(Catalogue.conflistKey("Plugins") == nil)
    let others = try Fact.spec().at("conflist_keys", "other", "seen_in_the_wild").members
    #expect(others.map(\.key) == Catalogue.foreignConflistKeys.map(\.name))
  }

  private static let types: [String: ValueType] = [
    "string": .string, "list of string": .list(.string), "boolean": .bool, "object": .object,
    "non-empty list of objects": .list(.object), "map of string to boolean": .map(.bool),
    "list of {containerID,ifname}": .list(.object),
  ]

  private static func forms(_ text: String) -> [ConflistKey.Form]? {
    switch text {
    case "JSON boolean only": [.boolean]
    case "JSON boolean, or string true/false in any letter case": [.boolean, .booleanInText]
    default: nil
    }
  }

  @Test("The keys of a plugin's object that libcni looks at are those of the facts")
  func typedKeys() throws {
    let facts = try Fact.spec().at("plugin_keys", "typed_at_load").members
    #expect(facts.map(\.key) == PluginLevelKeys.typed.map(\.name))
    for ((name, fact), key) in zip(facts, PluginLevelKeys.typed) {
      #expect(try Self.types[fact.text("type")] == key.type, "\(name)")
      #expect(try key.since == Ranges.version(fact.text("since")), "\(name)")
      #expect(try key.requiredSince == fact["required_since"].map { try Ranges.version($0.text) }, "\(name)")
      #expect((fact["note"] != nil) == !key.note.isEmpty || name.hasPrefix("cni.dev"), "\(name)")
      #expect(PluginLevelKeys.typed(name) == key)
    }
  }

  @Test("The keys that the runtime writes are those of the facts")
  func injectedKeys() throws {
    let facts = try Fact.spec().at("plugin_keys", "injected_by_runtime").members
    #expect(Set(facts.map(\.key)) == Set(PluginLevelKeys.injected.map(\.name)))
    for (name, fact) in facts {
      let key = try #require(PluginLevelKeys.injected.first { $0.name == name })
      let verbs = fact["verbs"]?.allTexts ?? []
      for verb in ["ADD", "DEL", "CHECK", "GC", "STATUS"] {
        let isDue = verbs == ["all"] || verbs.contains { $0.hasPrefix(verb) }
        #expect(key.verbs.contains(verb) == isDue, "\(name) on \(verb)")
      }
      if let since = try fact["libcni_since"]?.text, since.hasPrefix("v") {
        #expect(try key.libcniSince == Ranges.version(String(since.prefix { $0 != " " })), "\(name)")
      }
      #expect(!key.ifPresent.isEmpty)
    }
    #expect(PluginLevelKeys.injected("cni.dev/anything")?.name == "cni.dev/*")
    #expect(PluginLevelKeys.injected("cni.dev/attachments")?.libcniSince == "1.2.3")
    #expect(PluginLevelKeys.injected("mtu") == nil)
  }

  @Test("The keys that the specification speaks of are those of the facts")
  func reservedKeys() throws {
    let facts = try Fact.spec().at("plugin_keys", "spec_reserved").members.filter { $0.key != "other" }
    #expect(facts.map(\.key) == PluginLevelKeys.reserved.map(\.name))
    for ((name, fact), key) in zip(facts, PluginLevelKeys.reserved) {
      #expect(try key.specSince == Ranges.version(fact.text("spec_since")), "\(name)")
      if let type = fact["type"] { #expect(try Self.types[type.text] == key.type, "\(name)") }
    }
  }

  @Test("Network names have the form of the facts")
  func networkNames() throws {
    let fact = try Fact.spec().at("conflist_keys", "name")
    #expect(try NetworkName.grammar == fact.text("grammar"))
    #expect(try NetworkName.maximumSafeBytes == fact.at("max_bytes_safe").int)
    #expect(NetworkName.maximumSafeBytes == 255 - 64 - 15 - 2)
    for name in ["a", "0", "cni0", "my-net", "a.b_c-d", "A9..", "9-"] {
      #expect(NetworkName.isWellFormed(name), "\(name)")
    }
    for name in ["", "-a", ".a", "_a", "my net", "a/b", "ä", "aä", "a\n", "a:b"] {
      #expect(!NetworkName.isWellFormed(name), "\(name)")
    }
  }
}
