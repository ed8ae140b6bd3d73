import Catalogue
import NetworkTypes
import Testing

/// The schemas of containerd's config file.
struct ConfigSchemaTests {
  @Test("Every schema is as the facts say, in every release")
  func schemas() throws {
    let facts = try Fact.containerd().at("config_schemas").list
    #expect(try facts.map { try $0.at("schema").int } == Catalogue.configSchemas.map(\.number))
    for (fact, schema) in zip(facts, Catalogue.configSchemas) {
      #expect(try schema.minimumContainerd.description == fact.text("min_containerd"))
      #expect(try schema.table == fact.text("cni_table"))
      #expect(try schema.heading == fact.text("cni_table_toml"))
      let versionLine = try fact.text("version_line")
      #expect(schema.versionLine.isEmpty ? versionLine.hasPrefix("absent") : versionLine.hasPrefix(schema.versionLine))
      let works = try fact.at("works_on").texts.map(Ranges.span)
      let broken = try fact["broken_on"].map { [try Ranges.span($0.text("range"))] } ?? []
      for release in containerdReleases {
        #expect((schema.outcome(in: release) == .works) == works.contain(release.version), "\(release.version)")
        #expect(release.schemas.contains(schema.number) == works.contain(release.version), "\(release.version)")
        if broken.contain(release.version) { #expect(schema.outcome(in: release) == .ignored) }
      }
      #expect(Catalogue.configSchema(schema.number) == schema)
      #expect(!schema.note.isEmpty)
    }
    #expect(Catalogue.configSchema(5) == nil)
  }

  @Test("Real daemons did with minimal configs what the catalogue says")
  func minimalConfigs() throws {
    for fact in try Fact.containerd().at("minimal_configs").list {
      let schema = try #require(Catalogue.configSchema(try fact.at("schema").int))
      let lines = try fact.at("lines").texts
      #expect(lines.contains(schema.heading))
      #expect(schema.versionLine.isEmpty || lines.first == schema.versionLine)
      let key = lines.contains { $0.contains("bin_dirs") } ? "bin_dirs" : "bin_dir"
      for (version, result) in try fact.at("run").members {
        let release = try #require(Catalogue.containerdRelease(try Ranges.version(version)), "\(version)")
        let outcome = schema.outcome(in: release)
        let isRead = try #require(Containerd.cniKey(key)).isRead(in: release, schema: schema.number)
        switch try result.text {
        case "ok": #expect(outcome == .works && isRead, "schema \(schema.number), \(key), \(version)")
        case "ignored": #expect(outcome == .ignored || !isRead, "schema \(schema.number), \(key), \(version)")
        default: #expect(outcome == .refused, "schema \(schema.number), \(key), \(version)")
        }
      }
    }
  }

  @Test("The newest schema of a release is the one it writes itself")
  func newest() {
    for release in containerdReleases {
      #expect(Catalogue.newestSchema(in: release)?.number == release.nativeSchema, "\(release.version)")
    }
  }

  @Test("Faults of config files have the releases, texts and exit statuses of the facts")
  func faults() throws {
    let facts = try Fact.containerd().at("config_schema_errors").list
    #expect(facts.count == Containerd.configFaults.count)
    for (fact, fault) in zip(facts, Containerd.configFaults) {
      let name = try fact.text("given")
      let spans = try Ranges.containerd(fact.text("release"))
      for release in containerdReleases.map(\.version) {
        #expect(fault.releases.contain(release) == spans.contain(release), "\(name) in \(release)")
      }
      if let error = try fact["error"]?.text {
        #expect(fault.error == error, "\(name)")
      } else if try !fact.text("effect").hasPrefix("same warning") {
        #expect(fault.error.isEmpty, "\(name)")
      }
      #expect(try fault.exit == fact.at("exit").int, "\(name)")
      #expect(try (fault.evidence == .source) == (fact.text("verified") == "src"), "\(name)")
      #expect(!fault.given.isEmpty && !(fault.error.isEmpty && fault.effect.isEmpty), "\(name)")
    }
    let warnings = Containerd.configFaults.filter { $0.given.hasPrefix("a grpc.v1.cri.cni table") && !$0.error.isEmpty }
    #expect(warnings.count == 2 && warnings[0].error == warnings[1].error)
  }
}
