import Catalogue
import NetworkTypes
import Syntax
import Testing

/// Every patch release of containerd, and every line.
struct ContainerdReleaseTests {
  @Test("Every patch release is as the facts say, and there are no others")
  func releases() throws {
    let facts = try Fact.containerd().at("versions").list
    #expect(facts.count == 155)
    #expect(try facts.map { try $0.text("version") } == containerdReleases.map(\.version.description))
    for (fact, release) in zip(facts, containerdReleases) {
      let name = "\(release.version)"
      #expect(try release.date == fact.text("date"), "\(name)")
      #expect(try release.schemas == fact.at("config_accepts").list.map { try $0.int }, "\(name)")
      #expect(try release.nativeSchema == fact.at("config_native").int, "\(name)")
      #expect(try release.newerSchema.rawValue == fact.text("config_too_new"), "\(name)")
      #expect(try release.goCNI == fact.text("go_cni"), "\(name)")
      #expect(try release.libcni.description == fact.text("libcni"), "\(name)")
      #expect(try release.specMaximum.description == fact.text("cni_spec_max"), "\(name)")
      #expect(try release.loopbackSpec == fact.text("loopback_cni"), "\(name)")
      #expect(try release.pluginsPin.description == fact.text("plugins_pin"), "\(name)")
      #expect(try release.bundlePublished == fact.at("bundle_published").bool, "\(name)")
      #expect(Catalogue.containerdRelease(release.version) == release, "\(name)")
      #expect(Catalogue.pluginRelease(release.pluginsPin) != nil, "\(name)")
    }
    #expect(Catalogue.containerdRelease("1.6.99") == nil)
    #expect(Catalogue.containerdRelease("3.0.0") == nil)
    #expect(Catalogue.newestContainerdRelease?.version == "2.3.4")
  }

  @Test("Every line is as the facts say")
  func lines() throws {
    let facts = try Fact.containerd().at("releases").list
    #expect(try facts.map { try $0.text("line") } == Catalogue.containerdLineNames)
    for fact in facts {
      let name = try fact.text("line")
      let line = try #require(Catalogue.containerdLine(named: name))
      #expect(line.line == name)
      #expect(try line.status.rawValue == fact.text("status"), "\(name)")
      #expect(try line.endOfLife == fact.text("end_of_life"), "\(name)")
      #expect(try line.sampleSpec == fact.text("sample_conflist_cni_version"), "\(name)")
      #expect(try line.releases.last?.version.description == fact.text("last_patch"), "\(name)")
      #expect(try fact.at("date").node.isNull || line.releases.first?.date == fact.text("date"), "\(name)")
      let cri = try fact.at("cri_api").texts.map { $0.prefix { $0 != " " } }.map(String.init)
      #expect(Set(line.criAPI.map(\.rawValue)) == Set(cri), "\(name)")
      #expect(try line.criNote.isEmpty == !fact.at("cri_api").texts.contains { $0.contains("(") }, "\(name)")
      #expect(try fact.at("bundle", "published").bool == !line.bundleName.isEmpty, "\(name)")
      if let bundle = try fact.at("bundle")["name"]?.text { #expect(bundle.hasPrefix(line.bundleName), "\(name)") }
      #expect(line.releases.allSatisfy { $0.bundlePublished == !line.bundleName.isEmpty }, "\(name)")
      let newest = try #require(line.newest)
      #expect(try newest.specVersions.map(\.description) == fact.at("cni_spec_supported").texts, "\(name)")
      #expect(try newest.schemas == fact.at("config", "schemas").list.map { try $0.int }, "\(name)")
      #expect(try fact.at("changes").list.map { try Ranges.version($0.text("at")) } == line.changes.map(\.span.since))
      #expect(try reload(of: fact) == line.reload, "\(name)")
    }
  }

  private func reload(of fact: Fact) throws -> ContainerdLine.Reload {
    switch try fact.text("config_reload_of_cni_dir") {
    case "on_every_CRI_Status_call": .everyStatusCall
    case "fsnotify": .watch
    default: .watchOrExit
    }
  }

  @Test("The plugins that containerd pins reach the spec versions of the facts")
  func pinnedPlugins() throws {
    for (version, newest) in try Fact.containerd().at("plugins_spec_max").members {
      let release = try #require(Catalogue.pluginRelease(try Ranges.version(version)))
      #expect(try release.specVersions.last == newest.text, "\(version)")
    }
  }

  @Test("The facts about the specification tell the same libcni")
  func libcni() throws {
    for (range, libcni) in try Fact.spec().at("runtimes", "libcni_by_containerd").members {
      let parts = range.split(separator: "-").map { String($0).replacing(".x", with: "") }
      let span = ReleaseSpan(
        since: try Ranges.version(parts[0]), until: try Ranges.version(parts[parts.count - 1]))
      for release in containerdReleases where span.contains(release.version) {
        #expect(release.libcni == (try Ranges.version(libcni.text)), "\(release.version)")
      }
    }
  }

  @Test("A result's newest version is the newest that the libcni inside knows")
  func newestSpec() {
    for release in containerdReleases {
      #expect(Catalogue.newestSpec(libcni: release.libcni) == release.specMaximum, "\(release.version)")
    }
  }
}
