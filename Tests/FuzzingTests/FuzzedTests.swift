import Diagnostics
import TestSupport
import Testing
import WholeCheck

/// Inputs that fuzzing found: those that a fault was mended for, and a few that reach far into the program. Each goes
/// through the whole check again, as `scripts/fuzz` puts it there; a crash ends the run, and so does a place outside
/// of the file.
@Suite struct FuzzedTests {
  @Test(arguments: WholeCheck.Role.allCases)
  func everyInputComesBackSoon(_ role: WholeCheck.Role) throws {
    let names = try TestFiles.names(in: "Fuzzed/\(role.rawValue)")
    #expect(!names.isEmpty)
    for name in names {
      let bytes = try TestFiles.bytes("Fuzzed/\(role.rawValue)/\(name)")
      let took = ContinuousClock().measure { WholeCheck.run(bytes, as: role) }
      // A second where the machine is idle; what hangs takes hours.
      #expect(took < .seconds(60), "\(name) took \(took)")
    }
  }

  /// What each role has to find, and in which input: a fault that only shows where the input went all the way, to the
  /// rules, into the fleet around it or into the profile that names it.
  private static let faults: [WholeCheck.Role: (text: String, rule: String)] = [
    .json: (#"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"type": "brigde"}]}"#, "unknown-plugin"),
    .yaml: ("apiVersion: cnigen/v1\nkind: Profile\nnetwork: {brigde: {}}\n", "unknown-key"),
    .toml: (
      "version = 2\n[plugins.\"io.containerd.grpc.v1.cri\".cni]\nbin_dirr = \"/x\"\n", "config-unknown-key"
    ),
    .csv: ("name,subnets\nedge-01,10.1.2.0/24\nedge-02,10.1.2.0/24\n", "fleet-subnet-overlap"),
    .kubectl: (
      """
      {"apiVersion": "v1", "kind": "List", "items": [
        {"kind": "Node", "metadata": {"name": "edge-1"}, "spec": {"podCIDR": "10.2.1.0/24"}}]}
      """, "fleet-subnet-reserved"
    ),
    .lock: ("edge-01 10.99.0.0/24\n", "lock-outside-block"),
    .capabilities: (
      """
      apiVersion: cnigen/v1
      kind: Capabilities
      name: n
      date: 2026-03-01
      containerd: {version: 1.6.20}
      plugins:
        - {type: bridge, release: 1.1.1, cniVersions: [0.4.0, 1.0.0]}
        - {type: host-local, release: 1.1.1, cniVersions: [0.4.0, 1.0.0]}

      """, "plugin-not-installed"
    ),
    .template: (
      "apiVersion: cnigen/v1\nkind: Template\nname: own\nparameters: {site: {type: string}}\n"
        + "network: {bridge: {name: \"br-${site}\"}, addresses: {ranges: [10.9.0.0/24]}}\n", "unknown-parameter"
    ),
    .confTemplate: (
      #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"type": "brigde"}]}"#, "unknown-plugin"
    ),
    .importing: (#"{"name": "n", "plugins": [{"type": "bridge"}]}"#, "import-added"),
  ]

  /// The check reaches the rules in every role: without that, nothing above would say anything.
  @Test(arguments: WholeCheck.Role.allCases) func theCheckIsTheWholeOne(_ role: WholeCheck.Role) throws {
    let fault = try #require(Self.faults[role], "the role \(role.rawValue) has no input here")
    let rules = WholeCheck.run(Array(fault.text.utf8), as: role).map(\.rule)
    #expect(rules.contains(fault.rule), "\(rules)")
  }
}
