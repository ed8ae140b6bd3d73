import CNIModel
import Compilation
import ConfTemplate
import Diagnostics
import Emission
import NetworkTypes
import ProfileLanguage
import Syntax
import Testing

/// `ranges: kubernetes`: the template that is written, filled in by the evaluator that Go is held against, is the
/// network of a profile that states the same ranges itself.
@Suite struct AssignedNetworkTests {
  private static let node = "{containerd: 1.7.34, plugins: 1.5.1}"

  /// Networks with RANGES where the ranges belong.
  static let networks = [
    "bridge: {name: cni0, gateway: true, hairpin: true}\naddresses: {ranges: RANGES, routes: [default]}",
    "bridge: {name: cni0, gateway: true, hairpin: true}\naddresses: {ranges: RANGES}\nportMappings: true",
    "ptp: {masquerade: true}\naddresses: {routes: [10.96.0.0/12, default, fd00:96::/112], ranges: RANGES}",
    "ptp: true\naddresses: {ranges: RANGES, routes: [{to: default, mtu: 1400, priority: 5}, 10.0.0.0/8], dataDir: /run/x}",
    "macvlan: {master: eth0}\naddresses: {ranges: RANGES, routes: []}\nname: macs",
    """
    ptp: true
    addresses:
      ranges: RANGES
      dataDir: '/run/{{.Nope}}/{{{"}}'
      resolvConf: "/etc/{{\\"\\\\\\n"
      routes: [default, default]
    """,
  ]

  @Test(arguments: networks, PodCIDRs.samples)
  func theTemplateBecomesTheNetwork(_ network: String, _ pods: PodCIDRs) throws {
    let assigned = Compiled.network(network.replacing("RANGES", with: "kubernetes"), target: Self.node)
    let file = try #require(assigned.targets.first?.files.first { $0.name.hasSuffix(".template") })
    #expect(assigned.targets.first?.files.contains { $0.name.hasSuffix(".conflist") } == false)
    let ranges = "[" + pods.cidrs.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
    let stated = Compiled.network(network.replacing("RANGES", with: ranges), target: Self.node)
    #expect(try filled(file.bytes, pods) == stated.conflist()?.json)
  }

  private func filled(_ template: [UInt8], _ pods: PodCIDRs) throws -> JSON {
    var files = SourceFiles()
    let id = files.add(SourceFile(name: "net.template", bytes: template))
    var bag = DiagnosticBag()
    let read = try #require(ConfTemplate.read(id, template, for: "1.7.34", into: &bag))
    let rendering = try #require(read.render(for: pods, id, into: &bag))
    let tree = try #require(JSONReader.read(id, rendering.bytes, into: &bag))
    #expect(bag.diagnostics.isEmpty)
    return Value(json: tree).json
  }

  @Test func everyFindingLiesInTheProfile() throws {
    let compiled = Compiled.network(
      "bridge: {name: cni0, gateway: true, mtu: 1000, vlan: 5000}\naddresses: {ranges: kubernetes, routes: [10.0.0.0/33]}",
      target: Self.node)
    #expect(!compiled.errors.isEmpty)
    let told = compiled.bag.diagnostics.map { finding in finding.range.map { compiled.file.text($0) } ?? "" }
    #expect(told.contains("10.0.0.0/33") && told.contains("1000") && told.contains("5000"), "\(told)")
    #expect(told.allSatisfy { !$0.isEmpty })
  }

  @Test func theConfigNamesTheTemplate() {
    let standard = Compiled.network(Self.networks[0].replacing("RANGES", with: "kubernetes"), target: Self.node)
    #expect(standard.text("config.toml")?.contains("conf_template = \"/etc/containerd/demo.template\"\n") == true)
    #expect(standard.text("demo.template") != nil)
    let own = Compiled(
      """
      apiVersion: cnigen/v1
      kind: Profile
      name: demo
      target: \(Self.node)
      network: {ptp: true, addresses: {ranges: kubernetes, routes: [default]}}
      containerd: {confTemplate: /srv/nets/own.template}
      """)
    #expect(own.errors.isEmpty)
    #expect(own.text("config.toml")?.contains("conf_template = \"/srv/nets/own.template\"\n") == true)
    #expect(own.text("own.template") != nil)
  }
}
