import Catalogue
import NetworkTypes
import Testing

/// What containerd hands to plugins, and the loopback network that it attaches itself.
struct ContainerdPassedTests {
  @Test("CNI_ARGS and capabilities are those of the facts, in every release")
  func passed() throws {
    let facts = try Fact.containerd().at("passed_to_plugins")
    try expect(Containerd.Passed.cniArgs, match: facts.at("cni_args").list)
    try expect(Containerd.Passed.capabilities, match: facts.at("capabilities").list)
    #expect(try Containerd.Passed.neverSent == facts.at("never_sent").texts)
    for release in containerdReleases.map(\.version) {
      for item in Containerd.Passed.capabilities {
        #expect(Containerd.Passed.sends(item.name, in: release) == item.span.contains(release), "\(release)")
      }
      for name in Containerd.Passed.neverSent { #expect(!Containerd.Passed.sends(name, in: release)) }
    }
  }

  private func expect(_ items: [Containerd.Passed.Item], match facts: [Fact]) throws {
    #expect(try facts.map { try $0.text("name") } == items.map(\.name))
    for (fact, item) in zip(facts, items) {
      #expect(try item.span == .since(Ranges.version(fact.text("since"))), "\(item.name)")
      #expect((fact["when"] != nil || fact["value"] != nil) == !item.when.isEmpty, "\(item.name)")
    }
  }

  @Test("Every capability is either sent or never sent, as its own entry says")
  func capabilities() {
    for capability in Catalogue.capabilities {
      let isSent = Containerd.Passed.capabilities.contains { $0.name == capability.name }
      #expect(capability.sentBy.contains("containerd CRI") == isSent, "\(capability.name)")
      #expect(Containerd.Passed.neverSent.contains(capability.name) == !isSent, "\(capability.name)")
    }
  }

  @Test("Loopback asks every release's plugins for the spec version of the facts")
  func loopback() throws {
    let facts = try Fact.containerd().at("loopback")
    #expect(try Containerd.Loopback.networkName == facts.text("internal_network_name"))
    #expect(try Containerd.Loopback.pluginType == facts.text("plugin_type"))
    for fact in try facts.at("cni_version").list {
      let spans = try Ranges.containerd(fact.text("release"))
      for release in containerdReleases where spans.contain(release.version) {
        let need = try #require(Containerd.Loopback.need(in: release.version))
        #expect(try need.spec == fact.text("version"), "\(release.version)")
        #expect(need.spec == release.loopbackSpec, "\(release.version)")
        #expect(try need.minimumPlugins == Ranges.version(fact.text("min_plugins")), "\(release.version)")
        try expectLoopbackTakes(need)
      }
    }
    #expect(try Containerd.Loopback.internalSince == Ranges.version(facts.at("use_internal_loopback").text("since")))
    #expect(Containerd.Loopback.minimumNetworks(internalLoopback: false) == 2)
    #expect(Containerd.Loopback.minimumNetworks(internalLoopback: true) == 1)
  }

  /// The release named is the first whose loopback answers the version.
  private func expectLoopbackTakes(_ need: Containerd.Loopback.Need) throws {
    let plugin = try #require(Catalogue.plugin("loopback"))
    for release in Catalogue.pluginReleases {
      #expect(
        plugin.specVersions(in: release)?.contains(need.spec) == (release.version >= need.minimumPlugins),
        "\(need.spec) in \(release.version)")
    }
  }
}
