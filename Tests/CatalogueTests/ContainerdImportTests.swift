import Catalogue
import NetworkTypes
import Testing

/// How containerd finds and merges further config files.
struct ContainerdImportTests {
  @Test("The printed default is that of the facts")
  func printedDefault() throws {
    let facts = try Fact.containerd().at("imports")
    #expect(try Containerd.Imports.key == facts.text("key"))
    for fact in try facts.at("default").list {
      let spans = try Ranges.containerd(fact.text("release"))
      for release in containerdReleases.map(\.version) where spans.contain(release) {
        let printed = release >= Containerd.Imports.printedSince ? [Containerd.Imports.printedDefault] : []
        #expect(try printed == fact.at("value").texts, "\(release)")
      }
    }
  }

  @Test("A path that is not there is met as the facts say, in every release")
  func missingPaths() throws {
    let errors = try Fact.containerd().at("imports", "missing_file_error")
    for release in containerdReleases.map(\.version) {
      let expected: Containerd.Imports.Missing =
        release < "1.5.0" ? .ignored : release < "2.0.0" ? .fatal : .fatalToDaemon
      #expect(Containerd.Imports.missingPlainPath(in: release) == expected, "\(release)")
      let error = Containerd.Imports.missingPathError(in: release)
      switch expected {
      case .ignored: #expect(error.isEmpty)
      case .fatal: #expect(try error == errors.text("1.5..1.7"))
      case .fatalToDaemon: #expect(try error == errors.text("2.x"))
      }
    }
  }

  @Test("Relative patterns follow the importing file from 1.6.29 and 1.7.16 on")
  func relativePatterns() throws {
    let issue = try #require(Catalogue.knownIssue("relative-glob-imports"))
    for release in containerdReleases.map(\.version) {
      #expect(Containerd.Imports.relativePatternsFollowFile(in: release) == !issue.affects(release), "\(release)")
    }
  }

  @Test("Every release merges as the facts say")
  func merging() throws {
    for fact in try Fact.containerd().at("imports", "merge").list {
      let spans = try Ranges.containerd(fact.text("release"))
      let isReplacing = try fact.text("plugin_tables").hasPrefix("replaced")
      for release in containerdReleases.map(\.version) where spans.contain(release) {
        let way = try #require(Containerd.Merging.way(of: release), "\(release)")
        #expect(way.pluginTables == (isReplacing ? .replaced : .merged), "\(release)")
        #expect(way.otherMaps.isEmpty == (fact["other_maps"] == nil), "\(release)")
      }
    }
    for release in containerdReleases.map(\.version) {
      let isReplacing = Containerd.Merging.way(of: release)?.pluginTables == .replaced
      #expect(Catalogue.knownIssue("dropin-replaces-cri")?.affects(release) == isReplacing, "\(release)")
    }
  }

  @Test("A drop-in's version does what the facts say")
  func versions() throws {
    let facts = try Fact.containerd().at("imports", "version_in_dropin").list
    #expect(facts.count == Containerd.DropInVersion.ways.count)
    for (fact, way) in zip(facts, Containerd.DropInVersion.ways) {
      let spans = try Ranges.containerd(fact.text("release"))
      for release in containerdReleases {
        #expect(way.span.contains(release.version) == spans.contain(release.version), "\(release.version)")
        guard spans.contain(release.version) else { continue }
        #expect(Containerd.DropInVersion.way(of: release.version) == way)
        if way.migration == .none {
          #expect(way.refusesHigher.contain(release.version) == (release.newerSchema == .error), "\(release.version)")
        }
      }
      #expect(try !fact.at("required").bool)
    }
    #expect(try facts[0].text("higher").contains("unsupported config version `3`"))
    #expect(Containerd.DropInVersion.ways[0].higher.contains("unsupported config version `3`"))
    let higher = "drop-in config version 3 higher than root config version 2"
    #expect(try facts[2].text("higher_than_root").contains(higher))
    #expect(Containerd.DropInVersion.ways[2].higher.contains(higher))
    #expect(Containerd.DropInVersion.ways.map(\.migration) == [.none, .once, .eachFile])
  }

  @Test("The commands that print a config came when the facts say")
  func commands() throws {
    let facts = try Fact.containerd().at("imports")
    #expect(
      try facts.at("config_dump", "available").text
        == "\(Containerd.ConfigCommands.dumpSince)+")
    #expect(
      try facts.at("config_migrate", "since").text
        == "\(Containerd.ConfigCommands.migrateSince)")
    let migrate = try facts.at("config_migrate")
    for part in try migrate.text("schema1_input").split(separator: "; ") + [migrate.text("adds")[...]] {
      let halves = part.split(separator: ": ", maxSplits: 1)
      let spans = try Ranges.containerd(String(halves[0]))
      let words = try #require(halves[1].split(separator: " ").last { ["lost", "kept", "on"].contains($0) })
      let changes = Containerd.ConfigCommands.migrate.filter {
        $0.what.hasSuffix(words == "on" ? " on" : "are \(words)")
      }
      #expect(changes.count == 1, "\(part)")
      for release in containerdReleases.map(\.version) {
        #expect(changes[0].span.contains(release) == spans.contain(release), "\(part) in \(release)")
      }
    }
    let printed = Containerd.ConfigCommands.dump.filter { $0.what.hasPrefix("prints as imports") }
    for release in containerdReleases.map(\.version) {
      let due = printed.filter { $0.span.contains(release) }
      #expect(due.map { $0.what.contains("really read") } == [release < "2.0.0"], "\(release)")
      let binDir = Containerd.ConfigCommands.migrate.filter {
        $0.what.contains("grpc.v1.cri.cni becomes") && $0.span.contains(release)
      }
      #expect(
        binDir.map { $0.what.contains("bin_dir stays bin_dir") } == (release < "2.0.0" ? [] : [release < "2.1.0"]))
    }
  }
}
