import Diagnostics
import Testing

/// Keys of a plugin that the runtime writes.
@Suite struct ReservedKeyTests {
  @Test(arguments: ["runtimeConfig", "args", "prevResult", "cni.dev/valid-attachments", "RuntimeConfig"])
  func aKeyOfTheRuntimeIsAnError(_ key: String) throws {
    let run = try ListRun(#"[{"type": "bridge"}, {"type": "tuning", "\#(key)": {}}]"#)
    #expect(run.findings(of: "reserved-key").count == 1)
    #expect(
      run.findings(of: "reserved-key").first?.message == "\(key) belongs to the runtime and must not be in the file")
    #expect(!run.rules.contains("unknown-key") && !run.rules.contains("unused-key"))
  }

  @Test func whatTheInputsAreIsTold() throws {
    let run = try ListRun(
      #"""
      {"type": "bridge", "args": {"cni": {"ips": ["10.1.0.9"]}}, "ipam": {"type": "host-local", "subnet": \#
      "10.1.0.0/24"}}
      """#
    )
    #expect(
      run.asides(of: "reserved-key").first
        == "it applies to every pod alike; bridge takes mac and ips from args.cni")
  }

  @Test func sysctlsInArgsCrashATuningWithoutAnyOfItsOwn() throws {
    let crash = #"[{"type": "bridge"}, {"type": "tuning", "args": {"cni": {"sysctl": {"net.core.somaxconn": "1"}}}}]"#
    #expect(
      try ListRun(crash).asides(of: "reserved-key").first
        == "without a key sysctl, args.cni.sysctl crashes tuning: assignment to a nil map")
  }

  @Test func othersMayDocumentTheirArgs() throws {
    #expect(!(try ListRun(#"{"type": "ovs", "args": {"cni": {}}}"#)).rules.contains("reserved-key"))
    #expect(
      try ListRun(#"{"type": "ovs", "runtimeConfig": {}}"#).pointers(of: "reserved-key") == ["/plugins/0/runtimeConfig"]
    )
  }

  @Test func nameAndVersionOfAPluginAreOverwritten() throws {
    let text =
      #"{"cniVersion": "1.0.0", "name": "a", "plugins": [{"type": "bridge", "name": "b", "cniVersion": "0.4.0"}]}"#
    let run = try ListRun(text)
    #expect(run.pointers(of: "overwritten-key") == ["/plugins/0/name", "/plugins/0/cniVersion"])
    let same =
      #"{"cniVersion": "1.0.0", "name": "a", "plugins": [{"type": "bridge", "name": "a", "cniVersion": "1.0.0"}]}"#
    #expect(!(try ListRun(same)).rules.contains("overwritten-key"))
  }
}
