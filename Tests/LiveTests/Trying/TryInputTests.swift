import Foundation
import TestSupport
import Testing

/// What `cnigen try` takes: conflists as they are, nodes of a fleet, several networks and targets, and what it answers
/// to what it cannot take.
@Suite(
  "What can be tried", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped), .timeLimit(.minutes(5)))
struct TryInputTests {
  private static let folder = "Cases/working"

  @Test(
    "Files that work hold",
    arguments: try TestFiles.names(in: folder).filter { $0.hasPrefix("reference-") })
  func working(_ name: String) throws {
    try Machine.requireRoot()
    let run = try TrialRun(TestFiles.path("\(Self.folder)/\(name)"), ["--containerd", "1.6.20"])
    #expect(run.outcome.end == .exited(0), "\(run)")
    #expect(run.failed.isEmpty && run.held.contains("detach"), "\(run)")
  }

  @Test("Limits that the runtime asks for are measured where a chain takes them")
  func limits() throws {
    try Machine.requireRoot()
    let run = try TrialRun(TestFiles.path("\(Self.folder)/reference-bridge-bandwidth.conflist"))
    let measured = run.lines.filter { $0.probe == "bandwidth" }
    #expect(measured.map(\.state) == ["held", "held"], "\(measured.map(\.words))")
    #expect(measured.map(\.expected) == ["40.0 Mbit/s within 15 %", "20.0 Mbit/s within 15 %"])
  }

  @Test("A terminal sees what is being done, and a line that is empty in the end")
  func terminal() throws {
    try Machine.requireRoot()
    let file = TestFiles.path("\(Self.folder)/reference-bridge-ipv4.conflist")
    let command = "\(try Machine.cnigen()) try \(file) --bin-dir \(Machine.plugins)"
    let outcome = try TestSupport.run(
      Machine.program("script"), ["--quiet", "--return", "--command", command, "/dev/null"],
      environment: Compiler.environment.merging(["TERM": "xterm"]) { $1 })
    #expect(outcome.succeeded, "\(outcome)")
    for words in ["attaching container 1", "calling", "detaching"] {
      #expect(outcome.output.contains("\r\u{1B}[K\(words) …"), "\(outcome)")
    }
    let last = outcome.output.components(separatedBy: "\u{1B}[K").last
    #expect(last?.contains("…") == false && last?.contains(" 0 failed") == true, "\(outcome)")
  }

  @Test("A node of a fleet, by its name")
  func node() async throws {
    try Machine.requireRoot()
    try await withScratch { scratch in
      let fleet = try Self.fleet(in: scratch)
      let run = try TrialRun(fleet, ["--node", "edge-2"])
      #expect(run.outcome.end == .exited(0), "\(run)")
      let address = run.lines.first { $0.probe == "address" }
      #expect(address?.expected.contains("10.62.1.0/24") == true, "\(run.lines.map(\.words))")
      let unknown = try TrialRun(fleet, ["--node", "edge-9"])
      #expect(unknown.outcome.end == .exited(1) && unknown.outcome.errors.contains("[unknown-node]"), "\(unknown)")
      let missing = try TrialRun(fleet)
      #expect(missing.outcome.end == .exited(64) && missing.outcome.errors.contains("--node NAME"), "\(missing)")
    }
  }

  @Test("Every network of a profile, for every target, in one report")
  func several() async throws {
    try Machine.requireRoot()
    try await withScratch { scratch in
      let file = try scratch.file(
        "two.yaml",
        """
        apiVersion: cnigen/v1
        kind: Profile
        name: two
        targets: [{name: a, containerd: 1.6.20, plugins: 1.1.1}, {name: b, containerd: 1.5.18, plugins: 0.9.1}]
        networks:
          - name: one
            bridge: {name: br-one, gateway: true}
            addresses: {ranges: [10.63.1.0/24], routes: [default]}
          - name: other
            bridge: {name: br-other, gateway: true}
            addresses: {ranges: [10.63.2.0/24], routes: [default]}
        """)
      let run = try TrialRun(file)
      #expect(run.outcome.end == .exited(0), "\(run)")
      let names = try JSONValue(parsing: run.outcome.output).elements.compactMap { $0["network"]?.string }
      #expect(names == ["one for a", "other for a", "one for b", "other for b"])
      let kept = try TrialRun(file, ["--keep"])
      #expect(kept.outcome.end == .exited(64), "\(kept)")
      let text = try TestSupport.run(
        Machine.cnigen(), ["try", file, "--emit", "junit"], environment: Compiler.environment)
      #expect(text.output.components(separatedBy: "<testsuite ").count == 5, "\(text)")
    }
  }

  @Test("Ranges that Kubernetes assigns are tried with those of a node of both families")
  func assigned() async throws {
    try Machine.requireRoot()
    try await withScratch { scratch in
      let file = try scratch.file(
        "assigned.yaml",
        """
        apiVersion: cnigen/v1
        kind: Profile
        name: assigned
        target: {containerd: 1.6.36, plugins: 1.1.1}
        network:
          bridge: {name: cni0, gateway: true, masquerade: true, hairpin: true}
          addresses: {ranges: kubernetes, routes: [default]}
        """)
      let run = try TrialRun(file)
      #expect(run.outcome.end == .exited(0), "\(run)")
      #expect(run.lines.filter { $0.probe == "masquerade" && $0.state == "held" }.count == 2, "\(run)")
    }
  }

  @Test("Host ports are expected where they are asked for")
  func ports() async throws {
    try Machine.requireRoot()
    try await withScratch { scratch in
      let file = try scratch.file(
        "plain.yaml",
        """
        apiVersion: cnigen/v1
        kind: Profile
        name: plain
        target: {containerd: 1.6.36, plugins: 1.1.1}
        network:
          bridge: {name: cni0, gateway: true, masquerade: true, hairpin: true}
          addresses: {ranges: [10.65.1.0/24], routes: [default]}
        """)
      #expect(try TrialRun(file).outcome.end == .exited(0))
      let run = try TrialRun(file, ["--ports"])
      #expect(run.outcome.end == .exited(1), "\(run)")
      #expect(Set(run.failed.map(\.probe)) == ["host-port", "hairpin"], "\(run)")
    }
  }

  @Test(
    "Leases lie in memory, whatever folder they are to lie in",
    arguments: [
      "/srv/cnigen-leases/a", "/dev/shm/cnigen-leases", "/dev/cnigen-leases", "/usr/lib/cni/cnigen-leases",
      "/cnigen-leases", "/opt/cni/bin/../cnigen-leases",
    ])
  func leases(_ folder: String) async throws {
    try Machine.requireRoot()
    try await withScratch { scratch in
      let file = try scratch.file(
        "leases.yaml",
        """
        apiVersion: cnigen/v1
        kind: Profile
        name: leases
        target: {containerd: 1.6.36, plugins: 1.1.1}
        network:
          bridge: {name: cni0, gateway: true}
          addresses: {ranges: [10.66.1.0/24], routes: [default], dataDir: \(folder)}
        """)
      let run = try TrialRun(file)
      #expect(run.outcome.end == .exited(0) && run.held.contains("lease-left"), "\(run)")
      for part in [folder, "/srv/cnigen-leases", "/opt/cni/cnigen-leases"] {
        #expect(!FileManager.default.fileExists(atPath: part))
      }
    }
  }

  @Test("What cannot be tried is told, and nothing is started")
  func untried() async throws {
    try Machine.requireRoot()
    try await withScratch { scratch in
      let absent = try TrialRun(scratch("absent.yaml"))
      #expect(absent.outcome.end == .exited(66), "\(absent)")
      let broken = try TrialRun(try scratch.file("broken.yaml", "apiVersion: cnigen/v1\nkind: Profile\nnmae: x\n"))
      #expect(broken.outcome.end == .exited(1) && broken.lines.isEmpty, "\(broken)")
      let comma = try TrialRun(try scratch.file("comma.conflist", #"{"name": "a", "plugins": [{"type": "bridge"},]}"#))
      #expect(comma.outcome.end == .exited(1) && comma.lines.isEmpty, "\(comma)")
      let empty = try TrialRun(try scratch.file("empty.conflist", #"{"name": "a", "plugins": []}"#))
      #expect(empty.outcome.end == .exited(64) && empty.lines.isEmpty, "\(empty)")
      let config = try TrialRun(try scratch.file("config.toml", "version = 2\n"))
      #expect(config.outcome.end == .exited(64), "\(config)")
    }
  }

  private static func fleet(in scratch: Scratch) throws -> String {
    try scratch.file(
      "fleet.yaml",
      """
      apiVersion: cnigen/v1
      kind: Fleet
      name: edge
      profile:
        target: {containerd: 1.6.20, plugins: 1.1.1}
        network:
          name: pods
          bridge: {name: cni0, gateway: true, masquerade: true}
          addresses: {ranges: [10.0.0.0/24], routes: [default]}
      allocate: [{from: 10.62.0.0/16, prefix: 24}]
      nodes: ["edge-[1-3]"]
      """)
  }
}
