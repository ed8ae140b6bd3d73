import Foundation
import TestSupport
import Testing

/// Builds of 10,000 nodes that are disturbed: every file stays whole, old or new, and the next build makes it good.
///
/// They lie in memory: a disk takes minutes to forget a million files.
@Suite("Fleets that are disturbed", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped))
struct FleetCrashTests {
  @Test("Killed at 50 random moments over an older tree", .timeLimit(.minutes(10)))
  func killed() async throws {
    try await withFleet { fleet in
      var random = SplitMix(seed: 20_26)
      // The two fleets take turns at being the older one.
      var (old, new) = ("a", "b")
      try fleet.build(old, to: "out").required()
      let begin = ContinuousClock.now
      try fleet.build(new, to: "out").required()
      let whole = ContinuousClock.now - begin
      (old, new) = (new, old)
      var disturbed = 0
      for round in 0..<50 {
        let child = try Child.start(fleet.program, fleet.arguments(new, "out"))
        let moment =
          Double.random(in: 0...1, using: &random)
          * (Double(whole.components.attoseconds) / 1e18 + Double(whole.components.seconds))
        usleep(UInt32(moment * 1e6))
        kill(child.pid, SIGKILL)
        let outcome = child.wait()
        if outcome.end == .killed(signal: SIGKILL) { disturbed += 1 }
        let neither = try fleet.differing("out", from: old).intersection(fleet.differing("out", from: new))
        #expect(neither == [], "round \(round), killed after \(moment) s")
        if try !fleet.differing("out", from: new).contains("out/SHA256SUMS") {
          #expect(try fleet.differing("out", from: new) == [], "round \(round): the sums are new")
        }
        try fleet.build(new, to: "out").required()
        try fleet.expectSame("out", as: new, "rebuilt in round \(round)")
        (old, new) = (new, old)
      }
      #expect(disturbed >= 25, "only \(disturbed) of 50 builds were still running")
    }
  }

  @Test("Killed while it makes a new tree", .timeLimit(.minutes(5)))
  func killedWhileNew() async throws {
    try await withFleet { fleet in
      for moment in [0.05, 0.2, 0.4, 0.8] {
        let child = try Child.start(fleet.program, fleet.arguments("a", "new/out"))
        usleep(UInt32(moment * 1e6))
        kill(child.pid, SIGKILL)
        let outcome = child.wait()
        let isThere = FileManager.default.fileExists(atPath: fleet.path("new/out"))
        #expect(isThere == outcome.succeeded)
        try fleet.build("a", to: "new/out").required()
        try fleet.expectSame("new/out", as: "a", "killed after \(moment) s")
        #expect(try FileManager.default.contentsOfDirectory(atPath: fleet.path("new")) == ["out"])
        try FileManager.default.removeItem(atPath: fleet.path("new"))
      }
    }
  }

  @Test("Ctrl-C ends a build at a good place", .timeLimit(.minutes(5)), arguments: [false, true])
  func interrupted(_ isUpdate: Bool) async throws {
    // Many, so that a build is still at work when it is looked at.
    try await withFleet(of: 200_000) { fleet in
      if isUpdate { try fleet.build("b", to: "site/out").required() }
      let child = try Child.start(fleet.program, fleet.arguments("a", "site/out"))
      // Until the first node is there, in a tree beside the old one or in a file beside the old one.
      try await fleet.waitForWork(child, isUpdate ? nil : "site")
      kill(child.pid, SIGINT)
      let outcome = child.wait()
      #expect(outcome.end == .killed(signal: SIGINT), "\(outcome)")
      #expect(outcome.errors.contains("interrupted"), "\(outcome)")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: fleet.path("site")) == (isUpdate ? ["out"] : []))
      try fleet.build("a", to: "site/out").required()
      try fleet.expectSame("site/out", as: "a", "after Ctrl-C")
    }
  }

  @Test("A long build tells on a terminal how far it is, and nowhere else", .timeLimit(.minutes(5)))
  func progress() async throws {
    try await withFleet(of: 200_000) { fleet in
      let silent = try fleet.build("a", to: "piped")
      #expect(silent.errors.isEmpty && silent.output.isEmpty, "\(silent)")
      // Without -q, in a terminal of its own.
      let command = "'\(fleet.program)' build '\(fleet.file("a"))' -o '\(fleet.path("shown"))'"
      let outcome = try run(
        Machine.program("script"), ["--quiet", "--return", "--command", command, "/dev/null"], limit: 120)
      try outcome.required()
      let shown = outcome.output.split(separator: "\r").compactMap { line -> Int? in
        line.hasSuffix(" of 200000 nodes") ? Int(line.prefix { $0 != " " }) : nil
      }
      #expect(shown.count >= 2, "\(outcome)")
      #expect(shown == shown.sorted())
      #expect(outcome.output.contains("\r\u{1B}[K"), "the line is taken away")
    }
  }

  @Test("Files have mode 0644 whatever the umask", .timeLimit(.minutes(5)), arguments: ["000", "077"])
  func umask(_ mask: String) async throws {
    try await withFleet(of: 300) { fleet in
      let script = "umask \(mask); \"$@\" && \"$@\""
      try run("/bin/sh", ["-c", script, "sh", fleet.program] + fleet.arguments("a", "out")).required()
      for (kind, mode) in [("f", "644"), ("d", "755")] {
        let odd = try run("/usr/bin/find", [fleet.path("out"), "-type", kind, "!", "-perm", mode]).required()
        #expect(odd.isEmpty)
      }
      try fleet.expectSame("out", as: "a", "umask \(mask)")
    }
  }

  @Test("A full disk means exit 73, one error, and no half-written file", .timeLimit(.minutes(5)))
  func fullDisk() async throws {
    try Machine.requireRoot()
    try await withFleet { fleet in
      // The kernel gives a small disk a limit of files, too.
      for (isUpdate, size) in [(false, "20m"), (true, "130m")] {
        let script = """
          mount -t tmpfs -o size=\(size),nr_inodes=0 none "$1"
          \(isUpdate ? "cp -a \"$2\" \"$1/out\"" : "true")
          dd if=/dev/zero of="$1/filler" bs=1M count=\(isUpdate ? 200 : 0) 2>/dev/null || true
          status=0
          "$3" build "$4" -o "$1/out" -q || status=$?
          rm -f "$1/filler"
          cp -a "$1/." "$5"
          exit "$status"
          """
        let disk = try fleet.folder("disk-\(size)")
        let result = try fleet.folder("result-\(size)")
        let outcome = try run(
          Machine.program("unshare"),
          ["--mount", "/bin/sh", "-ec", script, "sh", disk, fleet.path("b"), fleet.program, fleet.file("a"), result],
          limit: 120)
        #expect(outcome.end == .exited(73), "\(outcome)")
        #expect(outcome.isOneError(saying: "full", about: "\(disk)/out"), "\(outcome)")
        if isUpdate {
          #expect(try fleet.differing("result-\(size)/out", from: "b") == [], "the old files stay")
        } else {
          #expect(try FileManager.default.contentsOfDirectory(atPath: result) == [])
        }
      }
    }
  }

  @Test("A folder that cannot be written means exit 73, one error, and the old files", .timeLimit(.minutes(5)))
  func readOnly() async throws {
    try Machine.requireRoot()
    try await withFleet { fleet in
      let site = try fleet.folder("site")
      try fleet.build("b", to: "site/out").required()
      let script = """
        mount --bind "$1" "$1"
        mount -o remount,bind,ro "$1"
        shift
        exec "$@"
        """
      let outcome = try run(
        Machine.program("unshare"),
        ["--mount", "/bin/sh", "-ec", script, "sh", site, fleet.program] + fleet.arguments("a", "site/out"))
      #expect(outcome.end == .exited(73), "\(outcome)")
      #expect(outcome.isOneError(saying: "read-only", about: "\(site)/out"), "\(outcome)")
      try fleet.expectSame("site/out", as: "b", "read-only")
    }
  }

  private func withFleet(of nodes: Int = 10_000, _ body: (DisturbedFleet) async throws -> Void) async throws {
    let folder = "/dev/shm/\(Machine.ownName("fleet"))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(try DisturbedFleet(folder, nodes: nodes))
  }
}

/// Two fleets of the same nodes that differ in every file, and what undisturbed builds make of them.
private struct DisturbedFleet {
  let program: String
  private let root: String

  init(_ root: String, nodes: Int) throws {
    self.root = root
    program = try Machine.cnigen()
    for (name, bridge) in [("a", "cni0"), ("b", "cni1")] {
      let text = """
        apiVersion: cnigen/v1
        kind: Fleet
        name: disturbed
        profile:
          target: {containerd: 1.7.34, plugins: 1.5.1}
          network:
            bridge: {name: \(bridge), gateway: true, masquerade: true, hairpin: true}
            addresses: {ranges: [10.88.0.0/16], routes: [default]}
          containerd: {binDirs: [/opt/\(bridge)]}
        allocate: [{from: 10.0.0.0/8, prefix: 26}]
        nodes: ["node-[000001-\(String(format: "%06d", nodes))]"]

        """
      try text.write(toFile: file(name), atomically: false, encoding: .utf8)
      try build(name, to: name).required()
    }
  }

  func path(_ name: String) -> String { "\(root)/\(name)" }

  func file(_ name: String) -> String { path("\(name).yaml") }

  func folder(_ name: String) throws -> String {
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
    return path(name)
  }

  func arguments(_ name: String, _ output: String) -> [String] { ["build", file(name), "-o", path(output), "-q"] }

  func build(_ name: String, to output: String) throws -> Outcome {
    try run(program, arguments(name, output), limit: 120)
  }

  /// The paths at which a tree differs from what a fleet makes, those aside that no runtime would load.
  func differing(_ output: String, from name: String) throws -> Set<String> {
    let outcome = try run("/usr/bin/diff", ["-rq", path(name), path(output)], limit: 120)
    guard outcome.end == .exited(0) || outcome.end == .exited(1) else { throw Trouble("\(outcome)") }
    return Set(
      outcome.output.split(separator: "\n").compactMap { line in
        if line.hasPrefix("Only in"), line.contains(": .cnigen-"), line.hasSuffix(".tmp") { return nil }
        // "Files A and B differ", "Only in FOLDER: NAME"
        return line.split(separator: " and ").last.map {
          String($0.replacing("\(root)/", with: "").replacing(" differ", with: ""))
        }
      })
  }

  /// That a tree is to the last name what a fleet makes.
  func expectSame(_ output: String, as name: String, _ when: String) throws {
    let outcome = try run("/usr/bin/diff", ["-r", path(name), path(output)], limit: 120)
    #expect(outcome.succeeded, "\(when): \(outcome.output.prefix(1000))")
  }

  /// Waits until a build has begun to write.
  func waitForWork(_ child: Child, _ folder: String?) async throws {
    for _ in 0..<10_000 {
      guard child.isRunning() else { throw Trouble("the build ended before it could be disturbed") }
      if let folder {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path(folder))) ?? []
        if let staged = names.first(where: { $0.hasPrefix(".cnigen-") }),
          let nodes = try? FileManager.default.contentsOfDirectory(atPath: path("\(folder)/\(staged)")),
          nodes.count > 20
        {
          return
        }
      } else if try run(
        "/usr/bin/cmp",
        ["-s", path("a/node-000001/10-disturbed.conflist"), path("site/out/node-000001/10-disturbed.conflist")]
      ).succeeded {
        return
      }
      try await Task.sleep(for: .milliseconds(1))
    }
    throw Trouble("the build does not begin")
  }
}

/// Random numbers that are the same in every run.
private struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
