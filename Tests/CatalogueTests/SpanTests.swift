import Catalogue
import NetworkTypes
import Testing

/// Spans of releases, and the versions that they are written with.
struct SpanTests {
  @Test("Both bounds belong to a span")
  func bounds() {
    let span = ReleaseSpan.from("1.5.0", to: "1.5.1")
    #expect(!span.contains("1.4.1") && span.contains("1.5.0") && span.contains("1.5.1") && !span.contains("1.6.0"))
    #expect(span.isAhead(of: "1.4.1") && !span.isAhead(of: "1.5.0"))
    #expect(span.isOver(at: "1.5.2") && !span.isOver(at: "1.5.1"))
    #expect(ReleaseSpan.always.contains("0.0.1"))
    #expect(ReleaseSpan.only("1.6.3").contains("1.6.3") && !ReleaseSpan.only("1.6.3").contains("1.6.4"))
  }

  @Test("A bound of two numbers stands for its whole line")
  func lines() {
    let rest = ReleaseSpan.from("1.6.22", to: "1.6")
    #expect(rest.contains("1.6.22") && rest.contains("1.6.999") && !rest.contains("1.6.21") && !rest.contains("1.7.0"))
    #expect(ReleaseSpan.since("2.4").contains("2.4.0-beta.0"))
    #expect(!ReleaseSpan.since("2.4").contains("2.3.9"))
    #expect(ReleaseSpan.until("2.0").contains("2.0.11") && !ReleaseSpan.until("2.0").contains("2.1.0"))
    #expect(ReleaseSpan.only("1.3").contains("1.3.10"))
    #expect([ReleaseSpan.only("1.3"), .only("1.5")].contain("1.5.2"))
    #expect(![ReleaseSpan.only("1.3"), .only("1.5")].contain("1.4.2"))
  }

  @Test("Spans read as words")
  func words() {
    #expect(ReleaseSpan.always.description == "every release")
    #expect(ReleaseSpan.since("1.1.0").description == "1.1.0 and later")
    #expect(ReleaseSpan.until("0.9.1").description == "up to 0.9.1")
    #expect(ReleaseSpan.from("1.5.0", to: "1.5.1").description == "1.5.0 to 1.5.1")
    #expect(ReleaseSpan.only("1.6.3").description == "1.6.3")
    #expect(ReleaseSpan.from("1.6.22", to: "1.6").description == "1.6.22 to 1.6.x")
    #expect(ReleaseSpan.only("1.3").description == "1.3.x")
  }

  @Test("Every release that an entry names is a catalogued one")
  func namedReleases() {
    var plugins = LiteralSearch()
    plugins.look(at: Catalogue.plugins, in: "plugins")
    plugins.look(at: CommonKeys.all, in: "common keys")
    plugins.look(at: CommonKeys.routeFields, in: "routes")
    plugins.look(at: CommonKeys.constraints, in: "common constraints")
    plugins.look(at: CommonKeys.unknownKeyExceptions, in: "unknown keys")
    let pluginReleases = Catalogue.pluginReleases.map(\.version)
    #expect(plugins.versions.subtracting(pluginReleases) == [])

    var containerd = LiteralSearch()
    containerd.look(at: Catalogue.knownIssues.map(\.affected), in: "known issues")
    containerd.look(at: Catalogue.containerdLines.map(\.changes), in: "lines")
    containerd.look(at: Containerd.configFaults, in: "config faults")
    containerd.look(at: Containerd.cniKeys, in: "keys")
    containerd.look(at: Containerd.Passed.cniArgs + Containerd.Passed.capabilities, in: "passed")
    containerd.look(at: Containerd.Loopback.needs.map(\.span), in: "loopback")
    containerd.look(at: KubernetesSupport.rows.map(\.minimums), in: "kubernetes")
    containerd.look(at: Containerd.Loading.errors.map(\.span), in: "loading")
    containerd.look(at: Containerd.Loading.extras + Containerd.Reload.mechanisms, in: "loading")
    containerd.look(at: Containerd.NodeStatus.podErrors, in: "node status")
    containerd.look(at: Containerd.Merging.ways, in: "merging")
    containerd.look(at: Containerd.DropInVersion.ways, in: "drop-ins")
    containerd.look(at: Containerd.ConfigCommands.dump + Containerd.ConfigCommands.migrate, in: "commands")
    let complete = containerd.versions.filter(\.isComplete)
    #expect(complete.subtracting(containerdReleases.map(\.version)) == [])
    let lines = Set(containerd.versions.subtracting(complete).map(\.description))
    #expect(lines.subtracting(Catalogue.containerdLineNames) == [])

    var libcni = LiteralSearch()
    libcni.look(at: Libcni.loadChecks, in: "checks")
    libcni.look(at: Libcni.nullPlugin + Libcni.unsupportedResultWhen + Negotiation.resultParsing, in: "changes")
    libcni.look(at: Libcni.EmptyVersion.checkErrors, in: "empty versions")
    libcni.look(at: Catalogue.conflistKeys.map(\.accepted), in: "keys of a list")
    libcni.look(at: Catalogue.conflistKeys.map(\.libcniSince), in: "keys of a list")
    libcni.look(at: PluginLevelKeys.typed, in: "typed keys")
    #expect(libcni.versions.subtracting(libcniReleases) == [])
  }

  @Test("No version in the catalogue is a misspelt one")
  func literals() {
    var search = LiteralSearch()
    for plugin in Catalogue.plugins { search.look(at: plugin, in: plugin.type) }
    for line in Catalogue.containerdLines { search.look(at: line, in: "containerd \(line.line)") }
    search.look(at: Catalogue.pluginReleases, in: "pluginReleases")
    search.look(at: CommonKeys.all, in: "CommonKeys.all")
    search.look(at: CommonKeys.routeFields, in: "CommonKeys.routeFields")
    search.look(at: CommonKeys.constraints, in: "CommonKeys.constraints")
    search.look(at: CommonKeys.unknownKeyExceptions, in: "CommonKeys.unknownKeyExceptions")
    search.look(at: Catalogue.plugins.compactMap { DNSPropagation.of($0.type) }, in: "DNSPropagation")
    search.look(at: Catalogue.knownIssues, in: "knownIssues")
    search.look(at: KubernetesSupport.rows, in: "KubernetesSupport.rows")
    search.look(at: Catalogue.configSchemas, in: "configSchemas")
    search.look(at: Containerd.configFaults, in: "configFaults")
    search.look(at: Containerd.cniKeys + Containerd.RuntimeClass.keys, in: "cniKeys")
    search.look(at: Containerd.Template.fields, in: "Template")
    search.look(at: Containerd.Loading.errors, in: "Loading.errors")
    search.look(at: Containerd.Loading.extras, in: "Loading.extras")
    search.look(at: Containerd.Reload.mechanisms, in: "Reload")
    search.look(at: Containerd.NodeStatus.detail, in: "NodeStatus")
    search.look(at: Containerd.NodeStatus.podErrors, in: "NodeStatus")
    search.look(at: Containerd.NodeStatus.statusSince, in: "NodeStatus.statusSince")
    search.look(at: Containerd.Imports.printedSince, in: "Imports")
    search.look(at: Containerd.Merging.ways, in: "Merging")
    search.look(at: Containerd.DropInVersion.ways, in: "DropInVersion")
    search.look(at: Containerd.ConfigCommands.dump + Containerd.ConfigCommands.migrate, in: "ConfigCommands")
    search.look(
      at: [Containerd.ConfigCommands.dumpSince, Containerd.ConfigCommands.migrateSince], in: "ConfigCommands")
    search.look(at: Containerd.Passed.cniArgs + Containerd.Passed.capabilities, in: "Passed")
    search.look(at: Containerd.Loopback.needs, in: "Loopback")
    search.look(at: Containerd.Loopback.internalSince, in: "Loopback")
    search.look(at: Catalogue.specVersions, in: "specVersions")
    search.look(at: Catalogue.conflistKeys, in: "conflistKeys")
    search.look(at: PluginLevelKeys.typed, in: "PluginLevelKeys.typed")
    search.look(at: PluginLevelKeys.injected, in: "PluginLevelKeys.injected")
    search.look(at: PluginLevelKeys.reserved, in: "PluginLevelKeys.reserved")
    search.look(at: Catalogue.capabilities, in: "capabilities")
    search.look(at: Libcni.loadChecks, in: "loadChecks")
    search.look(at: Libcni.nullPlugin + Libcni.unsupportedResultWhen, in: "Libcni")
    search.look(at: Libcni.validators, in: "validators")
    search.look(at: Libcni.findPluginErrors, in: "findPluginErrors")
    search.look(at: [Libcni.gcAndStatusSince, Libcni.Folder.pluginFolderSince], in: "Libcni")
    search.look(at: Libcni.EmptyVersion.delErrors + Libcni.EmptyVersion.checkErrors, in: "EmptyVersion")
    search.look(at: Negotiation.callerTexts + Negotiation.cachedResultErrors, in: "Negotiation")
    search.look(at: Negotiation.resultParsing, in: "Negotiation")
    search.look(at: Runtimes.nerdctl + Runtimes.goCNI, in: "Runtimes")
    search.look(at: Nerdctl.reading, in: "Nerdctl")
    #expect(search.slips == [])
    // The search itself must see versions, or the line above proves nothing.
    #expect(search.found > 1500)
  }
}

/// Looks through values for versions that come from a slip, which `Version` reads as 0.0.0.
private struct LiteralSearch {
  private(set) var slips: [String] = []
  private(set) var found = 0
  private(set) var versions: Set<Version> = []

  mutating func look(at value: Any, in place: String) {
    if let version = value as? Version {
      found += 1
      versions.insert(version)
      if version == Version(0, 0, 0) { slips.append(place) }
      return
    }
    guard !(value is String) else { return }
    for child in Mirror(reflecting: value).children { look(at: child.value, in: place) }
  }
}
