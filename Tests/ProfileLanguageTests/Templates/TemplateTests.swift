import CNIModel
import Diagnostics
import Testing

/// What templates do to the network that comes out.
@Suite struct TemplateTests {
  private static func compiled(
    _ parameters: String, _ network: String, with values: String, _ rest: String = ""
  ) -> Compiled {
    Compiled(
      """
      apiVersion: cnigen/v1
      kind: Profile
      name: demo
      template: ./t.yaml
      with: \(values)
      target: {containerd: 1.7.34, plugins: 1.5.1}
      \(rest)
      """,
      beside: [
        "./t.yaml": """
        apiVersion: cnigen/v1
        kind: Template
        name: t
        parameters: \(parameters)
        network: \(network)
        """
      ])
  }

  private static let bridge = """
    {bridge: {name: "${name}", gateway: true, hairpin: true, mtu: "${mtu}"}, \
    addresses: {ranges: "${subnets}", routes: [default]}}
    """
  private static let parameters = """
    {name: {type: interface, default: br0}, mtu: {type: integer, optional: true}, subnets: {type: list, of: cidr}}
    """

  @Test func aListStaysAList() throws {
    let list = Self.compiled(Self.parameters, Self.bridge, with: "{subnets: [10.1.0.0/24, \"fd00:1::/64\"]}")
    #expect(list.errors.isEmpty)
    let ranges = try #require(list.conflist()?["plugins"]?.array?[0]["ipam"]?["ranges"]?.array)
    #expect(ranges.map { $0.array?[0]["subnet"]?.string } == ["10.1.0.0/24", "fd00:1::/64"])
  }

  @Test func anOptionalParameterTakesItsKeyWithIt() throws {
    let without = Self.compiled(Self.parameters, Self.bridge, with: "{subnets: [10.1.0.0/24]}")
    #expect(without.conflist()?["plugins"]?.array?[0]["mtu"] == nil)
    let null = Self.compiled(Self.parameters, Self.bridge, with: "{subnets: [10.1.0.0/24], mtu: null}")
    #expect(null.errors.isEmpty)
    #expect(null.conflist()?["plugins"]?.array?[0]["mtu"] == nil)
    let with = Self.compiled(Self.parameters, Self.bridge, with: "{subnets: [10.1.0.0/24], mtu: 1400}")
    #expect(with.conflist()?["plugins"]?.array?[0]["mtu"]?.integer == 1400)
  }

  @Test func mappingsAreMergedListsReplacedAndNullRemoves() throws {
    let list = Self.compiled(
      Self.parameters, Self.bridge, with: "{subnets: [10.1.0.0/24], mtu: 1400}",
      "network: {bridge: {name: br9, hairpin: null, masquerade: true}, addresses: {routes: [10.0.0.0/8]}, portMappings: true}"
    )
    #expect(list.errors.isEmpty)
    let plugins = try #require(list.conflist()?["plugins"]?.array)
    #expect(plugins[0]["bridge"]?.string == "br9")
    #expect(plugins[0]["isGateway"]?.bool == true)
    #expect(plugins[0]["ipMasq"]?.bool == true)
    #expect(plugins[0]["hairpinMode"] == nil)
    #expect(plugins[0]["mtu"]?.integer == 1400)
    #expect(plugins[0]["ipam"]?["routes"]?.array?.map { $0["dst"]?.string } == ["10.0.0.0/8"])
    #expect(plugins[1]["type"]?.string == "portmap")
  }

  @Test func aPartOfATextIsText() throws {
    let list = Self.compiled(
      "{site: {type: string}, number: {type: integer}}",
      "{plugins: [{type: vendor, whole: \"${number}\", part: \"${number}${number}\", name: \"br-${site}-${number}\", cash: \"$${site}\"}]}",
      with: "{site: no, number: 7}")
    #expect(list.errors.isEmpty)
    let plugin = try #require(list.conflist()?["plugins"]?.array?[0])
    #expect(plugin["whole"]?.integer == 7)
    #expect(plugin["part"]?.string == "77")
    #expect(plugin["name"]?.string == "br-no-7")
    #expect(plugin["cash"]?.string == "${site}")
  }

  @Test func valuesAreNotLookedAtAgain() throws {
    let list = Self.compiled(
      "{a: {type: string}, b: {type: string}}", "{plugins: [{type: vendor, value: \"${a}\"}]}",
      with: "{a: \"$${b}\", b: secret}")
    #expect(list.conflist()?["plugins"]?.array?[0]["value"]?.string == "${b}")
  }

  /// The finding's place is in the profile, and a note leads to the parameter.
  @Test func aFindingAboutAValueNamesTheParameter() throws {
    let list = Self.compiled(
      Self.parameters, Self.bridge, with: "{subnets: [10.1.0.7/24]}")
    let finding = try #require(list.bag.diagnostics.first { $0.rule == "host-bits-set" })
    let range = try #require(finding.range)
    #expect(list.files[range.file].name == "test.yaml")
    #expect(list.files[range.file].text(range) == "10.1.0.7/24")
    let note = try #require(finding.notes.compactMap(\.range).last)
    #expect(list.files[note.file].name == "./t.yaml")
    #expect(list.files[note.file].text(note) == "subnets")
  }

  /// The finding's place is in the template, and a note leads to its use.
  @Test func aFindingAboutTheTemplateNamesItsUse() throws {
    let list = Self.compiled(
      "{subnet: {type: cidr}}",
      "{bridge: {name: br0, gateway: true, hairpin: true}, addresses: {ranges: [\"${subnet}\"], routes: [default, default]}}",
      with: "{subnet: 10.1.0.0/24}")
    let finding = try #require(list.bag.diagnostics.first { $0.range.map { list.files[$0.file].name } == "./t.yaml" })
    let note = try #require(finding.notes.compactMap(\.range).last)
    #expect(list.files[note.file].text(note) == "./t.yaml")
    #expect(list.files[note.file].name == "test.yaml")
  }
}
