import Catalogue
import NetworkTypes
import Testing

/// The keys of containerd's CNI table.
struct ContainerdKeyTests {
  @Test("Every key has the type, default and releases of the facts")
  func keys() throws {
    let facts = try Fact.containerd().at("cri_cni_keys").list
    #expect(try facts.map { try $0.text("key") } == Containerd.cniKeys.map(\.name))
    for (fact, key) in zip(facts, Containerd.cniKeys) {
      #expect(try key.span == .since(Ranges.version(fact.text("since"))), "\(key.name)")
      #expect(try key.values == fact["values"]?.texts ?? [], "\(key.name)")
      #expect(try Self.types(for: fact.text("type")).contains(key.type), "\(key.name)")
      #expect((fact["deprecated"] != nil) == (key.deprecation != nil), "\(key.name)")
      #expect((fact["default_windows"] != nil) == !key.windowsDefault.isEmpty, "\(key.name)")
      if let warning = try fact["warning"]?.text { #expect(key.deprecation?.warning == warning) }
      for release in containerdReleases {
        #expect(try key.absent(in: release.version) == expectedDefault(of: fact, in: release.version), "\(key.name)")
        for (schema, text) in try fact.at("schemas").members {
          let isRead = try Self.isRead(text.text, in: release.version)
          #expect(
            try key.isRead(in: release, schema: #require(Int(schema)))
              == (isRead && key.span.contains(release.version) && release.schemas.contains(#require(Int(schema)))),
            "\(key.name) in schema \(schema) of \(release.version)")
        }
      }
    }
  }

  private func expectedDefault(of fact: Fact, in release: Version) throws -> String? {
    guard try release >= Ranges.version(fact.text("since")) else { return nil }
    let value = try fact["default_linux"] ?? fact.at("default")
    if let list = try? value.texts { return "[\(list.map { "\"\($0)\"" }.joined(separator: ", "))]" }
    let text = try value.text
    if try fact.text("key") == "bin_dir" { return release < "2.1.0" ? "\"\(text.prefix(12))\"" : "\"\"" }
    return try ["int", "bool"].contains(fact.text("type")) ? text : "\"\(text)\""
  }

  private static func types(for type: String) -> [ValueType] {
    switch type {
    case "string": [.string, .path]
    case "array_of_string": [.list(.path)]
    case "int": [.integer]
    case "bool": [.bool]
    default: []
    }
  }

  /// What a cell of the facts says of a release: `yes`, `no …`, `deprecated`, `2.1+`, `yes on 2.0; deprecated …`.
  private static func isRead(_ text: String, in release: Version) throws -> Bool {
    if text.hasPrefix("yes") || text.hasPrefix("deprecated") { return true }
    if text.hasPrefix("no") { return false }
    return try ReleaseSpan.since(Ranges.version(String(text.prefix { $0 != "+" }))).contains(release)
  }

  @Test("Every release reads the keys that the facts list for it")
  func keysByRelease() throws {
    let facts = try Fact.containerd().at("cri_cni_keys_by_release").members
    for release in containerdReleases.map(\.version) {
      let fact = try #require(
        try facts.first { try Ranges.span($0.key.replacing("-beta", with: "")).contains(release) }, "\(release)")
      #expect(try Set(Containerd.cniKeys(in: release).map(\.name)) == Set(fact.value.texts), "\(release)")
    }
    #expect(Containerd.cniKey("bin_dirr") == nil)
  }

  @Test("Keys of a runtime class are those of the facts")
  func runtimeClass() throws {
    let fact = try Fact.containerd().at("runtime_class_keys")
    let keys = try fact.at("keys").list
    #expect(try Containerd.RuntimeClass.span == .since(Ranges.version(fact.text("since"))))
    #expect(try keys.map { try $0.text("key") } == Containerd.RuntimeClass.keys.map(\.name))
    for (fact, key) in zip(keys, Containerd.RuntimeClass.keys) {
      #expect(try Self.types(for: fact.text("type")).contains(key.type))
      #expect(key.absent(in: "1.5.18") == nil)
      #expect(try key.absent(in: "1.6.0") == (fact.text("type") == "int" ? fact.text("default") : "\"\""))
      #expect(!key.note.isEmpty)
    }
    #expect(try Containerd.RuntimeClass.table(of: "NAME", schema: 2) == fact.text("schema2_table"))
    #expect(try Containerd.RuntimeClass.table(of: "NAME", schema: 3) == fact.text("schema3_table"))
    #expect(Containerd.RuntimeClass.table(of: "NAME", schema: 1) == nil)
    #expect(try Containerd.RuntimeClass.notCovered.count == fact.at("not_covered").list.count)
  }

  @Test("bin_dir beside bin_dirs does what the facts say, in every release")
  func bothBinDirs() throws {
    let facts = try Fact.containerd().at("bin_dir_and_bin_dirs").list
    let clash = try facts[1].text("error")
    for release in containerdReleases {
      for schema in release.schemas {
        let one = Containerd.bothBinDirs(in: release.version, schema: schema, binDirsIsDefault: true)
        let two = Containerd.bothBinDirs(in: release.version, schema: schema, binDirsIsDefault: false)
        #expect(one.winner == .binDir)
        let isClash = release.version >= "2.1.0" && schema >= 3
        #expect(two.winner == (isClash ? .neither : .binDir), "\(release.version), schema \(schema)")
        #expect((two.message == clash) == isClash)
        #expect(two.message.isEmpty == (release.version < "2.0.0" || release.version >= "2.1.0" && schema < 3))
      }
    }
    let neither = Containerd.bothBinDirs(in: "2.3.4", schema: 3, binDirsIsDefault: false)
    #expect(neither.effect.contains("rpc error: code = Unimplemented desc = unknown service runtime.v1.RuntimeService"))
    #expect(Containerd.bothBinDirs(in: "2.3.4", schema: 3, binDirsIsDefault: true).message.contains("deprecated"))
  }
}
