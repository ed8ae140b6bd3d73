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

  /// The check reaches the rules in every role: without that, nothing above would say anything.
  @Test(
    arguments: [
      (.json, #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"type": "brigde"}]}"#, "unknown-plugin"),
      (.yaml, "apiVersion: cnigen/v1\nkind: Profile\nnetwork: {brigde: {}}\n", "unknown-key"),
      (
        .toml, "version = 2\n[plugins.\"io.containerd.grpc.v1.cri\".cni]\nbin_dirr = \"/x\"\n",
        "config-unknown-key"
      ),
    ] as [(WholeCheck.Role, String, String)])
  func theCheckIsTheWholeOne(_ role: WholeCheck.Role, _ text: String, _ rule: String) {
    let rules = WholeCheck.run(Array(text.utf8), as: role).map(\.rule)
    #expect(rules.contains(rule), "\(rules)")
  }
}
