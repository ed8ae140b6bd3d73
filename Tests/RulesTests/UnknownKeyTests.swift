import NetworkTypes
import Diagnostics
import Testing

/// Slips in names, keys in the wrong place, and keys that nobody reads.
@Suite struct UnknownKeyTests {
  /// A chain with one slip, where it is due, and what to type instead.
  struct Slip: Sendable, CustomTestStringConvertible {
    let chain: String
    let pointer: String
    let help: String

    init(_ chain: String, _ pointer: String, _ help: String) {
      self.chain = chain
      self.pointer = pointer
      self.help = help
    }

    var testDescription: String { pointer }
  }

  static let slips: [Slip] = [
    Slip(#"{"type": "bridge", "isGatway": true}"#, "/plugins/0/isGatway", "write isGateway"),
    Slip(#"{"type": "bridge", "hairpin": true}"#, "/plugins/0/hairpin", "write hairpinMode"),
    Slip(#"{"type": "bridge", "gateway": true}"#, "/plugins/0/gateway", "write isGateway"),
    Slip(
      #"{"type": "bridge", "gateway": "10.1.0.1", "ipam": {"type": "host-local", "subnet": "10.1.0.0/24"}}"#,
      "/plugins/0/gateway", "move gateway into ipam"),
    Slip(#"{"type": "bridge", "subnet": "10.1.0.0/24"}"#, "/plugins/0/subnet", "move subnet into ipam"),
    Slip(
      #"{"type": "bridge", "disableCheck": true}"#, "/plugins/0/disableCheck",
      "move disableCheck to the top of the list"),
    Slip(#"{"type": "macvlan", "parent": "eno1"}"#, "/plugins/0/parent", "write master"),
    Slip(#"{"type": "macvlan", "ipMasq": true}"#, "/plugins/0/ipMasq", "leave it out, or use another plugin"),
    Slip(
      #"[{"type": "bridge", "ingressPolicy": "open"}, {"type": "firewall"}]"#, "/plugins/0/ingressPolicy",
      "move ingressPolicy into the firewall object"),
    Slip(
      #"[{"type": "bridge"}, {"type": "portmap", "portMappings": []}]"#, "/plugins/1/portMappings",
      "declare capabilities: {portMappings: true}; the runtime then hands the mappings over"),
    Slip(
      #"{"type": "bridge", "ipam": {"type": "host-local", "isGateway": true}}"#, "/plugins/0/ipam/isGateway",
      "move isGateway out of ipam, into the bridge object"),
    Slip(
      #"{"type": "bridge", "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.1.0.0/24", "routes": []}]]}}"#,
      "/plugins/0/ipam/ranges/0/0/routes", "move routes up, beside ranges"),
    Slip(
      #"{"type": "bridge", "ipam": {"type": "static", "gateway": "10.1.0.1"}}"#, "/plugins/0/ipam/gateway",
      "move gateway into an entry of addresses"),
    Slip(
      #"{"type": "bridge", "ipam": {"type": "host-local", "routes": [{"dst": "0.0.0.0/0", "gateway": "10.1.0.1"}]}}"#,
      "/plugins/0/ipam/routes/0/gateway", "write gw"),
    Slip(
      #"{"type": "bridge", "ipam": {"type": "dhcp", "routes": []}}"#, "/plugins/0/ipam/routes",
      "leave it out: routes come with the lease; request the option that carries them"),
    Slip(
      #"{"type": "bridge", "dns": {"nameserver": ["10.0.0.1"]}}"#, "/plugins/0/dns/nameserver", "write nameservers"),
    Slip(
      #"{"cniVersion": "1.0.0", "name": "n", "disable_check": true, "plugins": [{"type": "bridge"}]}"#,
      "/disable_check", "write disableCheck"),
    Slip(
      #"{"cniVersion": "1.0.0", "name": "n", "isGateway": true, "plugins": [{"type": "bridge"}]}"#, "/isGateway",
      "move isGateway into the bridge object"),
  ]

  @Test(arguments: slips)
  func aSlipIsAnErrorThatSaysWhatToType(_ slip: Slip) throws {
    let run = try ListRun(slip.chain)
    #expect(run.pointers(of: "unknown-key") == [slip.pointer])
    #expect(run.findings(of: "unknown-key").first?.help == slip.help)
    #expect(!run.rules.contains("unused-key"))
  }

  @Test func aSlipOfAKeyThatIsYetToComeNamesTheRelease() throws {
    let run = try ListRun(#"{"type": "bridge", "portIsolaton": true}"#, plugins: "1.6.2")
    #expect(run.findings(of: "unknown-key").first?.help == "take plugins 1.7.0 or later and write portIsolation")
  }

  @Test func aKeyThatResemblesNothingIsAWarning() throws {
    let run = try ListRun(#"{"type": "bridge", "big": 1}"#)
    #expect(run.pointers(of: "unused-key") == ["/plugins/0/big"])
    #expect(!run.rules.contains("unknown-key"))
  }

  /// Whose keys nobody knows passes; so does what authors and other tools keep in a file.
  @Test(arguments: [
    #"""
    {"type": "calico", "isGatway": true, "log_level": "info", "ipam": {"type": "calico-ipam", "assign_ipv4": \#
    "true"}}
    """#,
    #"{"type": "calico", "ipam": {"type": "host-local", "subnet": "usePodCidr", "exclude": []}}"#,
    #"{"type": "bridge", "ipam": {"type": "whereabouts", "range": "10.1.0.0/24", "exclude": ["10.1.0.1/32"]}}"#,
    ##"{"type": "bridge", "x-isGatway": true, "_comment": "mtu", "//": "note", "#": 1}"##,
    #"""
    {"type": "bridge", "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.1.0.0/24", "ipRange": \#
    "10.1.0.0/28"}]]}}
    """#,
    #"""
    {"cniVersion": "1.0.0", "name": "n", "nerdctlID": "a", "nerdctlLabels": {}, "args": {"podman_labels": {}}, \#
    "plugins": [{"type": "bridge"}]}
    """#,
    #"{"type": "flannel", "delegate": {"isDefaultGateway": true, "hairpinmode": true}}"#,
  ])
  func nothingIsSaidOfTheKeysOfOthers(_ chain: String) throws {
    let rules = try ListRun(chain).rules
    #expect(rules.isDisjoint(with: ["unknown-key", "unused-key", "key-case", "wrong-type", "key-removed"]), "\(rules)")
  }

  @Test func aFlannelOfTheReferencePluginsIsJudged() throws {
    let chain = #"{"type": "flannel", "delgate": {}}"#
    #expect(try ListRun.releases(of: "unknown-key", in: chain) == ListRun.span("0.6.0", "0.9.1"))
  }

  @Test func letterCaseIsAWarningAndTwoSpellingsAnError() throws {
    let one = try ListRun(#"{"type": "bridge", "isgateway": true, "IPAM": {"TYPE": "host-local"}}"#)
    #expect(one.pointers(of: "key-case") == ["/plugins/0/isgateway", "/plugins/0/IPAM", "/plugins/0/IPAM/TYPE"])
    let two = try ListRun(#"{"type": "bridge", "isgateway": false, "isGateway": true}"#)
    #expect(two.pointers(of: "key-in-two-spellings") == ["/plugins/0/isGateway"])
    #expect(two.asides(of: "key-in-two-spellings").first == "the plugin takes isgateway")
    #expect(!two.rules.contains("key-case"))
  }

  @Test func anInternalKeyIsFoundInEveryLetterCase() throws {
    let chain = #"{"type": "host-device", "device": "eno2", "dpdkMode": true}"#
    #expect(try ListRun.releases(of: "internal-key", in: chain) == ListRun.span("1.1.0"))
    #expect(!(try ListRun(chain)).rules.contains("unused-key"))
  }
}
