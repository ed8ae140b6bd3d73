import Catalogue
import NetworkTypes
import Testing

/// What a key means in a release where that moved.
struct KeyHistoryTests {
  private func key(_ plugin: String, _ name: String) throws -> KeyFacts {
    try #require(Catalogue.plugin(plugin)?.key(name))
  }

  @Test("preserveDefaultVlan was on by default up to 1.7.1", arguments: Catalogue.pluginReleases)
  func preserveDefaultVlan(_ release: PluginRelease) throws {
    let key = try key("bridge", "preserveDefaultVlan")
    guard key.span.contains(release.version) else { return #expect(release.version < "1.3.0") }
    #expect(key.absent(in: release.version) == (release.version <= "1.7.1" ? "true" : "false"))
  }

  @Test("master became optional for macvlan in 0.8.0, for ipvlan in 0.9.0, for vlan never")
  func master() throws {
    let macvlan = try key("macvlan", "master")
    let ipvlan = try key("ipvlan", "master")
    let vlan = try key("vlan", "master")
    for release in Catalogue.pluginReleases.map(\.version) {
      #expect(macvlan.required(in: release) == (release < "0.8.0"))
      #expect(ipvlan.required(in: release) == (release < "0.9.0"))
      #expect(vlan.required(in: release))
      #expect(macvlan.absent(in: release).isEmpty == (release < "0.8.0"))
    }
  }

  @Test("Rates of bandwidth were signed up to 0.8.2")
  func rates() throws {
    for name in ["ingressRate", "ingressBurst", "egressRate", "egressBurst"] {
      let key = try key("bandwidth", name)
      #expect(key.type(in: "0.8.2") == .integer)
      #expect(key.type(in: "0.8.3") == .unsigned(bits: 64))
    }
  }

  @Test("isolated came with 1.7.0")
  func isolated() throws {
    let key = try key("firewall", "ingressPolicy")
    #expect(key.values(in: "1.6.2") == ["open", "same-bridge"])
    #expect(key.values(in: "1.7.0") == ["open", "same-bridge", "isolated"])
    #expect(try self.key("bridge", "mtu").values(in: "1.7.0").isEmpty)
  }

  @Test("A default in words is told apart from one in JSON")
  func absentJSON() throws {
    #expect(try key("macvlan", "master").absentJSON == nil)
    #expect(try key("bridge", "bridge").absentJSON == "\"cni0\"")
    #expect(try key("portmap", "markMasqBit").absentJSON == "13")
    #expect(try key("portmap", "conditionsV4").absentJSON == nil)
    #expect(try key("firewall", "backend").absentJSON == nil)
  }
}
