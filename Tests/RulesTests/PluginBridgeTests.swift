import CNIModel
import Diagnostics
import NetworkTypes
import Testing

/// Bridges: what a finding says, where, and between several networks of a node.
@Suite struct PluginBridgeTests {
  @Test(arguments: [
    ("0.9.1", "cannot set hairpin mode and promiscous mode at the same time."),
    ("1.0.0", "cannot set hairpin mode and promiscuous mode at the same time."),
    ("1.2.0", "cannot set hairpin mode and promiscuous mode at the same time."),
    ("1.3.0", "cannot set hairpin mode and promiscuous mode at the same time"),
  ])
  func theRefusalIsQuotedAsTheReleaseSaysIt(_ release: String, _ text: String) throws {
    let chain = #"{"type": "bridge", "hairpinMode": true, "promiscMode": true}"#
    let run = try PluginRun(chain, plugins: try #require(Version(release)))
    #expect(run.effect(of: "hairpin-with-promiscuous") == "ADD fails: plugin type=\"bridge\" failed (add): \(text)")
  }

  @Test func theLaterOfTwoThatExcludeEachOtherIsAtFault() throws {
    let first = try PluginRun(#"{"type": "bridge", "hairpinMode": true, "promiscMode": true}"#)
    #expect(first.pointers(of: "hairpin-with-promiscuous") == ["/plugins/0/promiscMode"])
    let second = try PluginRun(#"{"type": "bridge", "promiscMode": true, "hairpinMode": true}"#)
    #expect(second.pointers(of: "hairpin-with-promiscuous") == ["/plugins/0/hairpinMode"])
  }

  @Test func aMissingHairpinIsTheBridgesAndAnExplicitOneTheKeys() throws {
    let portmap = #"{"type": "portmap", "capabilities": {"portMappings": true}}"#
    let bridge = #"{"type": "bridge", "isGateway": true, "ipam": {"type": "host-local", "subnet": "10.1.0.0/24"}}"#
    let missing = try PluginRun("[\(bridge), \(portmap)]")
    #expect(missing.pointers(of: "hairpin-missing") == ["/plugins/0"])
    let off = try PluginRun("[\(bridge.replacing("\"ipam\"", with: "\"hairpinMode\": false, \"ipam\"")), \(portmap)]")
    #expect(off.pointers(of: "hairpin-missing") == ["/plugins/0/hairpinMode"])
  }

  @Test func hairpinIsMissedForServicesToo() throws {
    let bridge = #"{"type": "bridge", "isGateway": true, "ipam": {"type": "host-local", "subnet": "10.1.0.0/24"}}"#
    #expect(try !PluginRun(bridge).rules.contains("hairpin-missing"))
    #expect(try PluginRun(bridge, kubernetes: "1.30").rules.contains("hairpin-missing"))
  }

  @Test func messagesSpeakTheWordsOfAnIntent() throws {
    let bridge = #"{"type": "bridge", "ipMasq": true, "ipam": {"type": "host-local", "subnet": "10.1.0.0/24"}}"#
    let cni = try PluginRun(bridge).findings(of: "masquerade-without-gateway").map(\.message)
    #expect(cni == ["ipMasq is on, but isGateway is off: nothing leaves the bridge"])
    let intent = try PluginRun(bridge, vocabularies: [.intent("bridge")])
    let plain = intent.findings(of: "masquerade-without-gateway").map(\.message)
    #expect(plain == ["masquerade is on, but gateway is off: nothing leaves the bridge"])
    let trunk = try PluginRun(
      #"{"type": "bridge", "vlanTrunk": [{"minID": 9, "maxID": 8}]}"#, vocabularies: [.intent("bridge")])
    #expect(trunk.findings(of: "vlan-trunk-invalid").map(\.message) == ["from 9 is greater than to 8"])
  }

  @Test(arguments: [
    (#"{"minID": 0, "maxID": 5}"#, "/minID", "incorrect trunk minID parameter"),
    (#"{"minID": 1, "maxID": 4095}"#, "/maxID", "incorrect trunk maxID parameter"),
    (#"{"id": 4095}"#, "/id", "incorrect trunk id parameter"),
    (#"{"minID": 5, "maxID": 4}"#, "", "minID is greater than maxID in trunk parameter"),
    (#"{"minID": 5}"#, "", "minID and maxID should be configured simultaneously, maxID is missing"),
    (#"{"maxID": 5, "id": 0}"#, "", "minID and maxID should be configured simultaneously, minID is missing"),
  ])
  func theFirstFaultOfATrunkIsTold(_ element: String, _ place: String, _ text: String) throws {
    let run = try PluginRun(#"{"type": "bridge", "vlanTrunk": [{"id": 1}, \#(element)]}"#)
    #expect(run.pointers(of: "vlan-trunk-invalid") == ["/plugins/0/vlanTrunk/1\(place)"])
    #expect(run.effect(of: "vlan-trunk-invalid")?.hasSuffix(text) == true)
  }

  @Test func aNullInATrunkCrashes() throws {
    let run = try PluginRun(#"{"type": "bridge", "vlanTrunk": [null]}"#)
    #expect(run.pointers(of: "vlan-trunk-invalid") == ["/plugins/0/vlanTrunk/0"])
    #expect(run.effect(of: "vlan-trunk-invalid") == "ADD fails: the plugin crashes")
  }

  @Test(arguments: ["", ".", "..", "a/b", "a b", "a:b", "a\\tb", "lo", "all", "default", "br%d", "100%"])
  func namesThatNoBridgeCanHave(_ name: String) throws {
    let run = try PluginRun(#"{"type": "bridge", "bridge": "\#(name)"}"#)
    #expect(run.pointers(of: "bridge-name-invalid") == ["/plugins/0/bridge"])
  }

  @Test(arguments: [
    ("docker0", "Docker"), ("virbr12", "libvirt"), ("cni-podman0", "Podman"), ("br-0a1b2c3d4e5f", "Docker or nerdctl"),
    ("kube-bridge", "kube-router"),
  ])
  func bridgesOfOtherSoftware(_ name: String, _ owner: String) throws {
    let run = try PluginRun(#"{"type": "bridge", "bridge": "\#(name)"}"#)
    #expect(run.findings(of: "bridge-name-of-other-software").map(\.message) == ["\(name) is a bridge of \(owner)"])
  }

  @Test(arguments: [
    "cni0", "br-pods", "docker", "virbr", "br-0a1b2c3d4e5", "br-0A1B2C3D4E5F", "mydocker0", "podman-net",
  ])
  func bridgesOfNobodyElse(_ name: String) throws {
    let run = try PluginRun(#"{"type": "bridge", "bridge": "\#(name)"}"#)
    #expect(!run.rules.contains("bridge-name-of-other-software"))
  }

  @Test func whatNerdctlWroteItselfIsItsOwn() throws {
    let text =
      #"{"cniVersion": "1.0.0", "name": "n", "nerdctlID": "x", "plugins": [{"type": "bridge", "bridge": "nerdctl0"}]}"#
    #expect(try !PluginRun(text).rules.contains("bridge-name-of-other-software"))
  }

  @Test(arguments: [
    // The bridge, whether its address may be taken away, the subnets of the two networks, and whether they clash.
    ("br-a", "br-a", "10.1.0.0/24", "10.2.0.0/24", true), ("br-a", "br-b", "10.1.0.0/24", "10.2.0.0/24", false),
    ("br-a", "br-a", "10.1.0.0/24", "10.1.0.0/24", false), ("br-a", "br-a", "10.1.0.0/24", "10.1.0.0/25", true),
    ("br-a", "br-a", "fd00:1::/64", "fd00:2::/64", false), ("br-a", "br-a", "fd00:1::/64", "fd00:1::/48", true),
    ("br-a", "br-a", "10.1.0.0/24", "fd00:1::/64", false),
  ])
  func oneBridgeForTwoNetworks(_ first: String, _ second: String, _ one: String, _ two: String, _ clash: Bool) throws {
    func list(_ bridge: String, _ subnet: String) -> String {
      #"""
      {"name": "\#(bridge)", "plugins": [{"type": "bridge", "bridge": "\#(bridge)", "isGateway": true,
       "ipam": {"type": "host-local", "ranges": [[{"subnet": "\#(subnet)"}]]}}]}
      """#
    }
    let run = try PluginRun("[\(list(first, one)), \(list(second, two))]", only: ["bridge-of-two-gateways"])
    #expect(run.pointers(of: "bridge-of-two-gateways") == (clash ? ["/plugins/0/bridge"] : []))
    #expect(run.diagnostics.allSatisfy { $0.range?.file.index == 1 && $0.notes.first?.range?.file.index == 0 })
  }

  @Test func vlansOfOneBridgeHaveGatewaysOfTheirOwn() throws {
    func list(_ vlan: Int) -> String {
      #"""
      {"name": "v\#(vlan)", "plugins": [{"type": "bridge", "bridge": "br-a", "isGateway": true, "vlan": \#(vlan),
       "ipam": {"type": "static", "addresses": [{"address": "10.\#(vlan).0.2/24"}]}}]}
      """#
    }
    #expect(try PluginRun("[\(list(5)), \(list(6))]", only: ["bridge-of-two-gateways"]).rules.isEmpty)
  }
}
