import Diagnostics
import Testing

/// Drop-ins, and the line that imports them.
@Suite struct DropInTests {
  private static let old = "[plugins.\"io.containerd.grpc.v1.cri\".cni]\nconf_dir = '/c'\n"
  private static let new = "[plugins.'io.containerd.cri.v1.runtime'.cni]\nconf_dir = '/c'\n"

  @Test(
    arguments: [
      ("version = 2\n" + old, "1.7.34", ["error dropin-replaces-cri: \"io.containerd.grpc.v1.cri\""]),
      (old, "1.6.20", ["error dropin-replaces-cri: \"io.containerd.grpc.v1.cri\""]),
      (
        "version = 2\n[plugins.\"io.containerd.grpc.v1.cri\"]\nsandbox_image = 'x'\n", "1.3.10",
        ["error dropin-replaces-cri: \"io.containerd.grpc.v1.cri\""]
      ),
      ("version = 2\n[debug]\nlevel = 'info'\n", "1.7.34", []),
      ("version = 1\n[debug]\nlevel = 'info'\n", "1.4.13", ["warning dropin-schema: 1"]),
      ("version = 3\n" + new, "2.1.9", ["warning dropin-schema: 3"]),
      ("version = 2\n" + old, "2.1.9", ["warning dropin-schema: 2"]),
      (new, "2.1.9", ["warning dropin-schema: plugins"]),
      (old, "2.3.4", ["warning dropin-schema: plugins"]),
      ("version = 3\n" + new, "2.3.4", ["note dropin-schema: 3"]),
      ("version = 2\n" + old, "2.3.4", []),
      ("version = 3\n[debug]\nlevel = 'info'\n", "2.1.9", []),
    ])
  func whatADropInDoes(_ text: String, _ release: String, _ told: [String]) throws {
    #expect(try ConfigRun(text, on: release, isDropIn: true).told == told)
  }

  @Test func aRootFileIsNoDropIn() throws {
    #expect(try ConfigRun("version = 2\n" + Self.old, on: "1.7.34").told.isEmpty)
  }

  @Test func effectsAreTold() throws {
    let replaced = try ConfigRun("version = 2\n" + Self.old, on: "1.7.34", isDropIn: true)
    #expect(replaced.notes("dropin-replaces-cri").contains("sandbox_image, runtimes, registry"))
    let mixed = try ConfigRun("version = 3\n" + Self.new, on: "2.1.9", isDropIn: true)
    #expect(mixed.notes("dropin-schema").contains("the root file's whole CRI section is dropped"))
    let higher = try ConfigRun("version = 3\n" + Self.new, on: "2.3.4", isDropIn: true)
    #expect(higher.notes("dropin-schema").contains("drop-in config version 3 higher than root config version 2"))
  }

  @Test(
    arguments: [
      ("'conf.d/*.toml'", "1.6.20", ["warning import-pattern-relative: 'conf.d/*.toml'"]),
      ("'conf.d/*.toml'", "1.6.28", ["warning import-pattern-relative: 'conf.d/*.toml'"]),
      ("'conf.d/*.toml'", "1.6.29", []),
      ("'conf.d/*.toml'", "1.7.15", ["warning import-pattern-relative: 'conf.d/*.toml'"]),
      ("'conf.d/*.toml'", "2.3.4", []),
      ("'/etc/containerd/conf.d/*.toml'", "1.3.10", []),
      ("'/etc/x.toml'", "1.4.13", []),
      ("'/etc/x.toml'", "1.7.34", ["note import-must-exist: '/etc/x.toml'"]),
      ("'/etc/x.toml'", "2.3.4", ["note import-must-exist: '/etc/x.toml'"]),
      ("1", "2.3.4", ["error wrong-type: 1"]),
    ])
  func imports(_ path: String, _ release: String, _ told: [String]) throws {
    #expect(try ConfigRun("version = 2\nimports = [\(path)]\n" + Self.old, on: release).told == told)
  }

  @Test func theFolderOfDropInsNeedsAnImport() throws {
    let text = "version = 3\n" + Self.new
    #expect(try ConfigRun(text, on: "2.2.7").told == ["note conf-d-not-read: version"])
    #expect(try ConfigRun(text, on: "2.1.9").told.isEmpty)
    #expect(try ConfigRun("imports = []\n" + text, on: "2.2.7").told.isEmpty)
    #expect(try ConfigRun("version = 3\n[debug]\n", on: "2.2.7").told.isEmpty)
  }
}
