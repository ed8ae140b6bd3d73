import CNIModel
import Catalogue
import Diagnostics
import Emission
import NetworkTypes
import ProfileLanguage
import TestSupport
import Testing

@Suite struct LanguageTests {
  @Test func theReferenceProfileIsTheReferenceExample() throws {
    let compiled = Compiled(try TestFiles.text("../profiles/containerd-net.yaml"))
    #expect(compiled.errors.isEmpty)
    #expect(
      compiled.text("10-containerd-net.conflist")
        == (try TestFiles.text("Cases/reference/10-containerd-net.conflist")))
  }

  @Test func theOrderOfKeysNeverChangesTheOutput() throws {
    let one = Compiled.network(
      """
      bridge: {name: cni0, gateway: true, mtu: 1400, hairpin: true}
      addresses: {ranges: [{subnet: 10.1.0.0/24, start: 10.1.0.9, gateway: 10.1.0.1}], routes: [default], dataDir: /d}
      plugins: [{type: vendor, zeta: 1, alpha: {b: 1, a: 2}, ipam: {type: host-local, subnet: 10.2.0.0/24}}]
      portMappings: {snat: true, markBit: 3}
      """)
    let other = Compiled.network(
      """
      portMappings: {markBit: 3, snat: true}
      plugins: [{ipam: {subnet: 10.2.0.0/24, type: host-local}, alpha: {a: 2, b: 1}, zeta: 1, type: vendor}]
      addresses: {dataDir: /d, routes: [default], ranges: [{gateway: 10.1.0.1, start: 10.1.0.9, subnet: 10.1.0.0/24}]}
      bridge: {hairpin: true, mtu: 1400, gateway: true, name: cni0}
      """)
    #expect(one.errors == other.errors)
    #expect(one.text("10-demo.conflist") != nil)
    #expect(one.text("10-demo.conflist") == other.text("10-demo.conflist"))
  }

  @Test func theChainStandsInItsFixedOrder() throws {
    let list = Compiled.network(
      """
      portMappings: true
      firewall: true
      bandwidth: true
      tuning: {mtu: 1400}
      bridge: {name: cni0, gateway: true, mtu: 1400, hairpin: true}
      addresses: {ranges: [10.1.0.0/24], routes: [default]}
      plugins: [{type: tuning, sysctl: {net.core.somaxconn: 512}}]
      """)
    let types = list.conflist()?["plugins"]?.array?.compactMap { $0["type"]?.string }
    #expect(types == ["bridge", "tuning", "bandwidth", "firewall", "portmap", "tuning"])
  }

  @Test func rawScalarsAreTypedByTheirKey() throws {
    let list = Compiled.network(
      """
      plugins:
        - {type: bridge, bridge: 010, isGateway: true, mtu: 1500, ipam: {type: host-local, ranges: [[{subnet: 10.1.0.0/24}]], routes: [{dst: 0.0.0.0/0}]}}
        - {type: tuning, mac: 02:20:30:40:50:60, sysctl: {net.core.somaxconn: 512}}
        - {type: vendor, text: no, quoted: "1", number: 1.5, flag: true, version: 1.10.1}
      """)
    let plugins = try #require(list.conflist()?["plugins"]?.array)
    #expect(plugins[0]["bridge"]?.string == "010")
    #expect(plugins[0]["mtu"]?.integer == 1500)
    #expect(plugins[1]["mac"]?.string == "02:20:30:40:50:60")
    #expect(plugins[1]["sysctl"]?["net.core.somaxconn"]?.string == "512")
    #expect(plugins[2]["text"]?.string == "no")
    #expect(plugins[2]["quoted"]?.string == "1")
    #expect(plugins[2]["flag"]?.bool == true)
    #expect(plugins[2]["version"]?.string == "1.10.1")
  }

  /// Every key of every intent, under its plain word, is understood; under CNI's own name it is answered with the word.
  @Test(arguments: Intent.allCases) func everyWordOfEveryIntent(_ intent: Intent) throws {
    let facts = try #require(Catalogue.plugin(intent.pluginType))
    let words = Set(facts.keys.map(\.word))
    for key in facts.keys {
      let good = Compiled.network("\(intent.rawValue): {\(key.word): null}")
      let wrong = good.bag.diagnostics.filter { $0.rule == "unknown-key" }
      #expect(wrong.isEmpty, "\(intent.rawValue) does not know its own word \(key.word)")
      guard key.name != key.word, !words.contains(key.name) else { continue }
      let bad = Compiled.network("\(intent.rawValue): {\(key.name): null}")
      let answer = bad.bag.diagnostics.first { $0.rule == "unknown-key" }
      #expect(answer?.help == "write \(key.word)", "\(intent.rawValue): \(key.name)")
    }
  }

  @Test func movedDefaultsAreWrittenOut() throws {
    let profile = """
      bridge: {name: br0, vlan: 100}
      addresses: none
      """
    func value(_ plugins: String) -> Value? {
      Compiled.network(profile, target: "{containerd: 2.1.9, plugins: \(plugins)}").conflist()?["plugins"]?.array?[0]
    }
    #expect(value("1.2.0")?.member("preserveDefaultVlan") == nil)
    #expect(value("1.3.0")?["preserveDefaultVlan"]?.bool == false)
    #expect(value("1.9.1")?["preserveDefaultVlan"]?.bool == false)
  }

  @Test func bandwidthAsksTheRuntimeOnlyWithoutRatesOfItsOwn() throws {
    let base = "bridge: {name: b, gateway: true}\naddresses: {ranges: [10.1.0.0/24], routes: [default]}\n"
    func capabilities(_ bandwidth: String) -> Value? {
      Compiled.network(base + "bandwidth: \(bandwidth)").conflist()?["plugins"]?.array?[1]["capabilities"]
    }
    #expect(capabilities("true")?["bandwidth"]?.bool == true)
    #expect(capabilities("{ingressRate: 1000000, ingressBurst: 1000000}") == nil)
  }

  @Test func autoTakesWhatAllCanTake() throws {
    func version(_ target: String, _ more: String = "") -> String? {
      let list = Compiled.network(
        "bridge: {name: b, gateway: true}\naddresses: {ranges: [10.1.0.0/24], routes: [default]}\n\(more)",
        target: target)
      return list.conflist()?["cniVersion"]?.string
    }
    #expect(version("{containerd: 1.6.20, plugins: 1.1.1}") == "1.0.0")
    #expect(version("{containerd: 1.5.18, plugins: 1.1.1}") == "0.4.0")
    #expect(version("{containerd: 1.6.20, plugins: 0.9.1}") == "0.4.0")
    #expect(version("{containerd: 1.6.20, plugins: 0.7.6}") == "0.3.1")
    #expect(version("{containerd: 2.3.4, plugins: 1.9.1}") == "1.1.0")
    #expect(version("{containerd: 2.3.4, plugins: 1.5.1}") == "1.0.0")
    #expect(version("{containerd: 1.6.20, plugins: 1.0.0}", "firewall: true") == "0.4.0")
    #expect(version("{containerd: 2.3.4, plugins: {release: 1.9.1, host-local: 0.9.1}}") == "0.4.0")
    #expect(version("{containerd: 2.3.4, plugins: 1.9.1}", "plugins: [{type: vendor}]") == "1.0.0")
  }
}
