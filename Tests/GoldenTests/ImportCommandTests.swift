import Foundation
import TestSupport
import Testing

/// `cnigen import` as a shell sees it: folders, streams, exit statuses, and the way back through `cnigen build`.
@Suite struct ImportCommandTests {
  private static func list(_ name: String) -> String {
    #"{"cniVersion": "1.0.0", "name": "\#(name)", "plugins": [{"type": "loopback"}]}"#
  }

  private static let target = ["--containerd", "1.6.20", "--plugins", "1.1.1"]

  /// What `build` writes, `import` reads as a folder, and the next `build` writes again, byte for byte.
  @Test(arguments: ["containerd-net", "kubeadm-node", "macvlan-dhcp", "routed-ptp", "standalone-firewall"])
  func foldersComeBackByteForByte(_ profile: String) async throws {
    try await withScratch { scratch in
      let path = TestFiles.path("../profiles/\(profile).yaml")
      try cnigen(["build", path, "-q", "-o", "first"], in: scratch.path).required()
      let releases =
        try String(contentsOfFile: path, encoding: .utf8).contains("1.6.36")
        ? ["--containerd", "1.6.36", "--plugins", "1.1.1"] : Self.target
      try cnigen(["import", "first", "-q", "-o", "again.yaml"] + releases, in: scratch.path).required()
      try cnigen(["build", "again.yaml", "-q", "-o", "second"], in: scratch.path).required()
      try run("/usr/bin/diff", ["-r", scratch("first"), scratch("second")]).required()
    }
  }

  @Test func folderWithAllSorts() async throws {
    try await withScratch { scratch in
      try scratch.folder("net.d/web")
      try scratch.file("net.d/10-a.conflist", Self.list("a"))
      try scratch.file("net.d/20-web.conf", #"{"cniVersion": "1.0.0", "name": "web", "type": "loopback"}"#)
      try scratch.file("net.d/30-c.conflist", Self.list("c") + ",")
      try scratch.file("net.d/40-d.conflist", "{")
      try scratch.file("net.d/50-e.conflist.bak", "no JSON")
      try scratch.file("net.d/config.toml", "version = 2\n")
      try scratch.file("net.d/web/10-x.conf", #"{"type": "tuning"}"#)
      let outcome = try cnigen(["import", "net.d/"] + Self.target, in: scratch.path)
      #expect(outcome.end == .exited(1), "\(outcome)")
      #expect(
        outcome.output.contains(
          "# Made by `cnigen import` from 10-a.conflist, 20-web.conf, 30-c.conflist and config.toml."))
      #expect(outcome.output.contains("  - name: web\n    order: 20\n"))
      #expect(outcome.output.contains("\ncontainerd: {}\n"))
      #expect(outcome.errors.contains("net.d/40-d.conflist:1:2: error:"))
      #expect(outcome.errors.contains("the folder net.d/web is left out"))
      #expect(!outcome.errors.contains("50-e"))
    }
  }

  @Test func streamsAndStatuses() async throws {
    try await withScratch { scratch in
      let good = Self.list("net")
      let piped = try cnigen(["import", "-"] + Self.target, in: scratch.path, input: good)
      #expect(piped.succeeded && piped.errors.isEmpty && piped.output.contains("from standard input."), "\(piped)")
      let built = try cnigen(["build", "-", "-o", "-"], in: scratch.path, input: piped.output)
      #expect(built.succeeded, "\(built)")

      try scratch.file("a.conflist", good)
      try scratch.file("owner.conflist", good.replacing("{\"cniVersion", with: "{\"owner\": 1, \"cniVersion"))
      try scratch.file("list.conflist", "[1]")
      for (arguments, status) in [
        (["a.conflist"], 0), (["a.conflist", "--strict"], 0), (["owner.conflist"], 0),
        (["owner.conflist", "--strict"], 1), (["list.conflist"], 1), (["missing.conflist"], 66), ([], 64),
        (["a.conflist", "--kind", "profile"], 64), (["a.conflist", "--containerd", "9.9"], 1),
        (["a.conflist", "-o", "no/such/folder.yaml"], 73), (["a.conflist", "-o", "/dev/null"], 73),
      ] as [([String], Int32)] {
        let outcome = try cnigen(["import"] + arguments, in: scratch.path)
        #expect(outcome.end == .exited(status), "\(outcome)")
        #expect(
          outcome.output.isEmpty == (status > 1 || arguments.contains("list.conflist") || arguments.contains("9.9")))
      }
    }
  }

  /// Findings can be read by programs, with pointers into the files.
  @Test func findingsAsJSON() async throws {
    try await withScratch { scratch in
      try scratch.file(
        "a.conflist", #"{"cniVersion": "1.0.0", "name": "n", "owner": 1, "plugins": [{"type": "loopback"}]}"#)
      let outcome = try cnigen(["import", "a.conflist", "--format", "json", "-o", "a.yaml"], in: scratch.path)
      #expect(outcome.succeeded)
      #expect(outcome.errors.contains(#""rule": "import-lost""#) && outcome.errors.contains(#""/owner""#), "\(outcome)")
    }
  }
}
