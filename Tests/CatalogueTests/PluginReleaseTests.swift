import Catalogue
import NetworkTypes
import Testing

/// The releases of the reference plugins, and what each of them ships and answers.
struct PluginReleaseTests {
  @Test("Every release has the day, the commit and the common spec versions of the facts")
  func releases() throws {
    let facts = try Fact.plugins().at("releases").list
    #expect(facts.count == 36)
    #expect(try facts.map { try $0.text("version") } == Catalogue.pluginReleases.map(\.version.description))
    for (fact, release) in zip(facts, Catalogue.pluginReleases) {
      #expect(try release.date == fact.text("date"))
      #expect(try release.commit == fact.text("commit"))
      #expect(try release.specVersions == fact.at("cniVersions").texts)
      #expect(Catalogue.pluginRelease(release.version) == release)
    }
    #expect(Catalogue.newestPluginRelease.version == "1.9.1")
    #expect(Catalogue.pluginRelease("1.9.99") == nil)
  }

  @Test("Every release ships the plugins of the facts and no others")
  func shippedPlugins() throws {
    for fact in try Fact.plugins().at("releases").list {
      let release = try #require(Catalogue.pluginRelease(try Ranges.version(fact.text("version"))))
      #expect(try Catalogue.pluginTypes(in: release) == fact.at("plugins").texts, "plugins \(release.version)")
    }
  }

  @Test("Every plugin of every release answers the spec versions of the facts")
  func specVersions() throws {
    for fact in try Fact.plugins().at("releases").list {
      let release = try #require(Catalogue.pluginRelease(try Ranges.version(fact.text("version"))))
      let shipped = try fact.at("plugins").texts
      for plugin in Catalogue.plugins {
        let expected = try fact["exceptions"]?[plugin.type]?.texts ?? fact.at("cniVersions").texts
        #expect(
          plugin.specVersions(in: release) == (shipped.contains(plugin.type) ? expected : nil),
          "\(plugin.type) of \(release.version)")
      }
    }
  }

  @Test("The facts about the specification tell the same spec versions")
  func specVersionsOfTheSpecFacts() throws {
    let facts = try Fact.spec().at("version_negotiation", "plugin_supported_versions")
    let all = ["0.1.0", "0.2.0", "0.3.0", "0.3.1", "0.4.0", "1.0.0", "1.1.0"]
    for plugin in ["bandwidth", "firewall", "vrf"] {
      let facts = try #require(Catalogue.plugin(plugin)).self
      for (range, versions) in try Fact.spec().at("version_negotiation", "plugin_supported_versions", plugin).members {
        let span = try Ranges.hyphened(range)
        var text = try versions.text
        if text == "0.3.0 and up to 1.1.0" { text = "0.3.0 0.3.1 0.4.0 1.0.0 1.1.0" }
        let expected = all.filter { version in
          text.split(separator: "(")[0].split(separator: " ").contains { $0 == version }
        }
        for release in Catalogue.pluginReleases where span.contains(release.version) {
          #expect(facts.specVersions(in: release) == expected, "\(plugin) of \(release.version)")
        }
      }
    }
    for (range, versions) in try facts.at("All").members {
      let newest = try #require(try versions.text.split(separator: " ").last).description
      for release in Catalogue.pluginReleases where try Ranges.hyphened(range).contains(release.version) {
        #expect(release.specVersions.last == newest)
      }
    }
  }
}
