import Foundation
import TestSupport
import Testing

/// The write step of a plan, carried out word for word on a node that has the old releases yet.
@Suite("Files as planned", .enabled(if: Machine.wantsLive, Machine.skipped), .timeLimit(.minutes(3)))
struct PlannedFilesTests {
  private static func fleet(_ target: String, mtu: Int, confDir: String = "/etc/cni/net.d") -> String {
    """
    apiVersion: cnigen/v1
    kind: Fleet
    name: site
    profile:
      target: {\(target)}
      network:
        name: pods
        bridge: {name: cni0, gateway: true, mtu: \(mtu)}
        addresses: {ranges: [10.88.0.0/16], routes: [default]}
      containerd: {binDirs: [/opt/cni/bin], confDir: \(confDir)}
    allocate: [{from: 10.244.0.0/16, prefix: 24}]
    nodes: ["n-[1-2]"]

    """
  }

  private struct Plan: Decodable {
    let procedures: [Procedure]

    struct Procedure: Decodable {
      let steps: [Step]
      let back: [Step]
    }

    struct Step: Decodable {
      let action: String
      let commands: [String]
    }
  }

  /// The commands of a step, or of one of those that lead back.
  private func commands(
    _ action: String, _ arguments: [String], _ scratch: Scratch, back: Bool = false
  ) throws -> [String] {
    let text = try cnigen(["plan"] + arguments + ["--emit", "json"], in: scratch.path).required()
    let plan = try JSONDecoder().decode(Plan.self, from: Data(text.utf8))
    let steps = plan.procedures.flatMap { back ? $0.back : $0.steps }
    return steps.filter { $0.action == action }.flatMap(\.commands)
  }

  /// Runs commands as a shell does, on the node n-2 whose root is a folder.
  private func type(_ commands: [String], _ scratch: Scratch) throws -> Outcome {
    let root = scratch("root")
    let lines = commands.map { line in
      line.hasPrefix("cnigen apply ") || line == "cnigen rollback"
        ? "\(line) --root \(root)"
        : line.replacing(" /etc/", with: " \(root)/etc/").replacing(" /opt/", with: " \(root)/opt/")
    }
    return try run(
      "/usr/bin/env",
      ["--chdir=\(scratch.path)", "PATH=\(scratch("bin")):/usr/bin:/bin", "NODE=n-2", "/bin/sh", "-e", "-c"]
        + [lines.joined(separator: "\n")])
  }

  /// A node with Debian's containerd and plugins, and an old and a new fleet.
  private func withNode(_ old: String, _ new: String, _ body: (Scratch) async throws -> Void) async throws {
    try await withScratch { scratch in
      for folder in ["root/usr/bin", "root/opt/cni", "bin"] { try scratch.folder(folder) }
      let files = FileManager.default
      try files.copyItem(atPath: Machine.plugins, toPath: scratch("root/opt/cni/bin"))
      try files.copyItem(atPath: Machine.program("containerd"), toPath: scratch("root/usr/bin/containerd"))
      try files.createSymbolicLink(atPath: scratch("bin/cnigen"), withDestinationPath: Machine.cnigen())
      try scratch.file("old.yaml", Self.fleet(old, mtu: 1500))
      try scratch.file("new.yaml", Self.fleet(new, mtu: 1400))
      try cnigen(["build", "new.yaml", "-q"], in: scratch.path).required()
      try await body(scratch)
    }
  }

  private func expectFilesOfBuild(_ scratch: Scratch, _ build: String = "out") throws {
    for (name, path) in [("10-pods.conflist", "etc/cni/net.d"), ("config.toml", "etc/containerd")] {
      let planned = try String(contentsOfFile: scratch("\(build)/n-2/\(name)"), encoding: .utf8)
      #expect(try String(contentsOfFile: scratch("root/\(path)/\(name)"), encoding: .utf8) == planned)
      let lying = try FileManager.default.contentsOfDirectory(atPath: scratch("root/\(path)"))
      #expect(lying == [name], "nothing else is left there")
    }
  }

  /// The releases of the node are 1.6.20 and 1.1.1 all the time.
  @Test(arguments: [
    ("containerd: 1.6.20, plugins: 1.1.1", "containerd: 2.1.9, plugins: 1.7.1", "plugins,config,containerd"),
    ("containerd: 1.6.20, plugins: 1.1.1", "containerd: 2.3.3, plugins: 1.9.1", "config,plugins,containerd"),
    ("containerd: 2.1.9, plugins: 1.7.1", "containerd: 1.7.34, plugins: 1.2.0", "containerd,config,plugins"),
    ("containerd: 2.1.9, plugins: 1.7.1", "containerd: 1.6.20, plugins: 1.1.1", "containerd,plugins,config"),
  ])
  func appliesWhatIsBuilt(_ old: String, _ new: String, _ order: String) async throws {
    try await withNode(old, new) { scratch in
      let plan = ["old.yaml", "new.yaml", "--order", order]
      let preview = try type(commands("preview", plan, scratch), scratch)
      #expect(preview.end == .exited(1) && !preview.errors.contains("error"), "\(preview)")
      #expect(preview.output.contains("would write /etc/containerd/config.toml"))
      #expect(!FileManager.default.fileExists(atPath: scratch("root/etc")))
      try type(commands("write-files", plan, scratch), scratch).required()
      try expectFilesOfBuild(scratch)
    }
  }

  @Test("What was applied is rolled back, and the plugins with it") func goesBack() async throws {
    let old = "containerd: 1.6.20, plugins: 1.1.1"
    try await withNode(old, "containerd: 2.1.9, plugins: {release: 1.7.1, host-local: 1.6.2}") { scratch in
      try cnigen(["build", "old.yaml", "-q", "-o", "old"], in: scratch.path).required()
      try type(["cnigen apply old.yaml --node n-2"], scratch).required()
      try expectFilesOfBuild(scratch, "old")
      let plan = ["old.yaml", "new.yaml", "--order", "plugins,config,containerd"]
      try type(commands("write-files", plan, scratch).map { $0 + " --plugins 1.7.1" }, scratch).required()
      for release in ["1.1.1", "1.7.1", "1.6.2"] { try archive(release, scratch) }
      try type(commands("replace-plugins", plan, scratch), scratch).required()
      try type(commands("roll-back", plan, scratch, back: true), scratch).required()
      try type(commands("replace-plugins", plan, scratch, back: true), scratch).required()
      try expectFilesOfBuild(scratch, "old")
      for name in ["bridge", "host-local", "portmap"] {
        #expect(try String(contentsOfFile: scratch("root/opt/cni/bin/\(name)"), encoding: .utf8) == "1.1.1")
      }
    }
  }

  @Test("A built folder, and a tar, are copied")
  func copiesWhatWasBuilt() async throws {
    try await withNode("containerd: 1.6.20, plugins: 1.1.1", "containerd: 2.1.9, plugins: 1.7.1") { scratch in
      try cnigen(["build", "old.yaml", "-q", "-o", "old"], in: scratch.path).required()
      try cnigen(["build", "new.yaml", "-q", "--emit", "tar", "-o", "made.tar"], in: scratch.path).required()
      for side in ["out", "made.tar"] {
        try? FileManager.default.removeItem(atPath: scratch("root/etc"))
        #expect(try commands("preview", ["old", side], scratch).isEmpty)
        try type(commands("write-files", ["old", side], scratch), scratch).required()
        try expectFilesOfBuild(scratch)
        try type(commands("write-files", ["old", side], scratch, back: true), scratch).required()
        try expectFilesOfBuild(scratch, "old")
      }
    }
  }

  @Test("Single plugins of another release are measured, or the files are copied")
  func overrides() async throws {
    let new = "containerd: 2.1.9, plugins: {release: 1.7.1, host-local: 1.6.2}"
    try await withNode("containerd: 1.6.20, plugins: 1.1.1", new) { scratch in
      let late = try commands("write-files", ["old.yaml", "new.yaml", "--order", "plugins,config,containerd"], scratch)
      #expect(late == ["cnigen apply new.yaml --node \"$NODE\" --containerd 2.1.9"])
      let early = try commands(
        "write-files", ["old.yaml", "new.yaml", "--order", "config,plugins,containerd"], scratch)
      #expect(early.allSatisfy { $0.hasPrefix("install ") }, "\(early)")
      try type(early, scratch).required()
      try expectFilesOfBuild(scratch)
    }
  }

  /// Writes an archive of plugins as a release has it, of which each plugin says where it is from.
  private func archive(_ release: String, _ scratch: Scratch) throws {
    try scratch.folder("all-\(release)")
    for name in ["bridge", "host-local", "portmap"] { try scratch.file("all-\(release)/\(name)", release) }
    let machine = try run("/usr/bin/dpkg", ["--print-architecture"]).required().split(separator: "\n")[0]
    let name = scratch("cni-plugins-linux-\(machine)-v\(release).tgz")
    try run("/bin/tar", ["-czf", name, "-C", scratch("all-\(release)"), "."]).required()
  }

  @Test(
    "Plugins come from the release that is stated for each",
    arguments: [
      ("1.7.1", "{release: 1.7.1, host-local: 1.6.2}", "1.7.1 1.6.2 1.7.1", 1),
      ("{release: 1.7.1, host-local: 1.6.2}", "1.7.1", "1.7.1 1.7.1 1.7.1", 1),
      ("1.6.2", "{release: 1.7.1, host-local: 1.6.2}", "1.7.1 1.6.2 1.7.1", 1),
      ("{release: 1.6.2, host-local: 1.7.1}", "1.7.1", "1.7.1 1.7.1 1.7.1", 1),
      ("1.1.1", "{release: 1.7.1, host-local: 1.6.2}", "1.7.1 1.6.2 1.7.1", 2),
    ])
  func replacesPlugins(_ old: String, _ new: String, _ expected: String, _ steps: Int) async throws {
    try await withNode("containerd: 1.7.34, plugins: \(old)", "containerd: 1.7.34, plugins: \(new)") { scratch in
      for release in ["1.6.2", "1.7.1"] { try archive(release, scratch) }
      try FileManager.default.removeItem(atPath: scratch("root/opt/cni/bin"))
      try scratch.folder("root/opt/cni/bin")
      let pinned = ["1.7.1", "1.6.2", "1.1.1"].first { old.contains("host-local: \($0)") }
      let base = try #require(["1.6.2", "1.7.1", "1.1.1"].first { old == $0 || old.contains("release: \($0)") })
      for name in ["bridge", "host-local", "portmap"] {
        try scratch.file("root/opt/cni/bin/\(name)", name == "host-local" ? pinned ?? base : base)
      }
      let typed = try commands("replace-plugins", ["old.yaml", "new.yaml"], scratch)
      #expect(typed.count == steps * 3, "\(typed)")
      try type(typed, scratch).required()
      let found = try ["bridge", "host-local", "portmap"].map {
        try String(contentsOfFile: scratch("root/opt/cni/bin/\($0)"), encoding: .utf8)
      }
      #expect(found.joined(separator: " ") == expected)
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch("root/opt/cni")) == ["bin"])
    }
  }

  @Test("What a running containerd needs stays until it was restarted", arguments: [true, false])
  func moves(_ isApplied: Bool) async throws {
    let releases = "containerd: 1.6.20, plugins: 1.1.1"
    try await withNode(releases, releases) { scratch in
      for (name, folder) in [("old", "a"), ("new", "b")] {
        try scratch.file("\(name).yaml", Self.fleet(releases, mtu: 1500, confDir: "/etc/cni/\(folder)"))
        try cnigen(["build", "\(name).yaml", "-q", "-o", name], in: scratch.path).required()
      }
      let sides = isApplied ? ["old.yaml", "new.yaml"] : ["old", "new"]
      let lying = {
        ["a", "b"].filter { FileManager.default.fileExists(atPath: scratch("root/etc/cni/\($0)/10-pods.conflist")) }
      }
      if isApplied {
        try type(["cnigen apply old.yaml --node n-2"], scratch).required()
      } else {
        try scratch.folder("root/etc/cni/a")
        try FileManager.default.copyItem(
          atPath: scratch("old/n-2/10-pods.conflist"), toPath: scratch("root/etc/cni/a/10-pods.conflist"))
      }
      #expect(lying() == ["a"])
      try type(commands("write-files", sides, scratch), scratch).required()
      #expect(lying() == ["a", "b"], "before the restart")
      try type(commands("remove-files", sides, scratch), scratch).required()
      #expect(lying() == ["b"])
      let back = isApplied ? "roll-back" : "write-files"
      try type(commands(back, sides, scratch, back: true), scratch).required()
      #expect(lying() == ["a", "b"], "on the way back as well")
      guard !isApplied else { return }
      try type(commands("remove-files", sides, scratch, back: true), scratch).required()
      #expect(lying() == ["a"])
    }
  }
}
