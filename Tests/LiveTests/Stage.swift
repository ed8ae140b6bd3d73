import Foundation
import TestSupport

/// A folder with an older build, or none, and the newer build that is to be disturbed.
struct Stage {
  let compiler: Compiler
  let tracer: Tracer
  /// The folder around the output; nothing but the disturbed build writes in it.
  let site: String
  /// The output folder of the disturbed build.
  let output: String
  /// What is there before, and what an undisturbed build makes of it.
  let before: Tree
  let wanted: Tree
  /// Every system call of an undisturbed build that concerns the output.
  let calls: [SystemCall]
  let arguments: [String]

  private let scratch: Scratch
  private let isUpdate: Bool
  private let oldProfile: String

  init(_ scratch: Scratch, _ situation: CrashTests.Situation) throws {
    self.scratch = scratch
    isUpdate = situation.isUpdate
    compiler = try Compiler()
    tracer = try Tracer()
    site = try scratch.folder("site")
    output = "\(site)/out"
    oldProfile = try scratch.file(
      "old.yaml", Self.profile("10.88.0.0/16", maxConfNum: 1, hasTwoTargets: situation.hasTwoTargets))
    let newProfile = try scratch.file(
      "new.yaml", Self.profile("10.99.0.0/16", maxConfNum: 2, hasTwoTargets: situation.hasTwoTargets))
    arguments = Compiler.arguments(newProfile, output)

    try compiler.build(newProfile, to: scratch("undisturbed")).required()
    let newer = try Tree(scratch("undisturbed"))
    if isUpdate { try compiler.build(oldProfile, to: scratch("older")).required() }
    let older = try Tree(scratch("older"))
    guard older.files.allSatisfy({ newer.files[$0.key] != nil && newer.files[$0.key] != $0.value }) else {
      throw Trouble("the two builds should differ in every file: \(older), \(newer)")
    }
    before = older
    wanted = newer
    if isUpdate { try FileManager.default.copyItem(atPath: scratch("older"), toPath: output) }
    let seen = try tracer.calls(naming: site, of: compiler.binary, arguments, log: scratch("trace"))
    // Fewer would mean that the trace was not understood: a file takes at least an open and a write.
    guard seen.count(where: \.writes) >= 2 * newer.files.count else { throw Trouble("the trace shows only \(seen)") }
    calls = seen
  }

  /// Puts the output folder back as it was before.
  func reset() throws {
    try FileManager.default.removeItem(atPath: site)
    try scratch.folder("site")
    if isUpdate { try FileManager.default.copyItem(atPath: scratch("older"), toPath: output) }
  }

  func build() throws -> Outcome { try run(compiler.binary, arguments, environment: Compiler.environment) }

  func present() throws -> Tree { try Tree(output) }

  /// What a reader of the folder could stumble over right now: nothing, if writing is done as promised.
  func damage() throws -> [String] {
    let present = try present()
    var found: [String] = []
    for (name, file) in present.files where before.files[name] != file && wanted.files[name] != file {
      let isKnown = before.files[name] != nil || wanted.files[name] != nil
      // A temporary file may lie about after a kill, if no runtime would load it.
      if isKnown || Self.isLoaded(name) { found.append("\(name) is neither old nor new") }
    }
    found += before.files.keys.filter { present.files[$0] == nil }.map { "\($0) is gone" }
    let isNew = { (name: String) in present.files[name] == wanted.files[name] }
    let files = wanted.files.keys.filter { $0 != Self.sums }
    if isNew(Self.sums) {
      found += files.filter { !isNew($0) }.map { "\(Self.sums) is new, \($0) is not" }
    }
    for list in files where list.hasSuffix(".conflist") && isNew(list) {
      let folder = list.split(separator: "/").dropLast().joined(separator: "/")
      let config = folder.isEmpty ? "config.toml" : "\(folder)/config.toml"
      if !isNew(config) { found.append("\(list) is new before \(config)") }
    }
    return found.sorted()
  }

  /// Everything in and beside the output folder that no build should leave there.
  func leftovers() throws -> [String] {
    let known = Set(before.files.keys).union(wanted.files.keys)
    let beside = try FileManager.default.contentsOfDirectory(atPath: site).filter { $0 != "out" }
    return try beside + present().files.keys.filter { !known.contains($0) }
  }

  /// Runs the build with the output folder on a disk of its own that has some free blocks of 4 KiB left.
  func onFullDisk(freeBlocks: Int, copyingTo result: String) throws -> Outcome {
    // The old files must be on the small disk too; it lies over their own place, in a mount namespace that ends
    // with the shell.
    let script = """
      cp -a "$1" "$2.aside"
      mount -t tmpfs -o size=1m none "$1"
      cp -a "$2.aside/." "$1"
      dd if=/dev/zero of="$1/.filler" bs=4096 2>/dev/null || true
      truncate -s -"$(($3 * 4096))" "$1/.filler"
      status=0
      folder=$1 copy=$2
      shift 3
      "$@" || status=$?
      rm "$folder/.filler"
      cp -a "$folder/." "$copy"
      exit "$status"
      """
    return try run(
      Machine.program("unshare"),
      ["--mount", "/bin/sh", "-ec", script, "sh", output, result, "\(freeBlocks)", compiler.binary] + arguments,
      environment: Compiler.environment)
  }

  /// Runs the build where the output folder, and the one around it, cannot be written.
  func onReadOnlyFolder() throws -> Outcome {
    let script = """
      mount --bind "$1" "$1"
      mount -o remount,bind,ro "$1"
      shift
      exec "$@"
      """
    return try run(
      Machine.program("unshare"),
      ["--mount", "/bin/sh", "-ec", script, "sh", site, compiler.binary] + arguments,
      environment: Compiler.environment)
  }

  private static let sums = "SHA256SUMS"

  private static func isLoaded(_ name: String) -> Bool {
    [".conf", ".conflist", ".json", ".toml"].contains { name.hasSuffix($0) } && !name.contains(".tmp/")
  }

  private static func profile(_ subnet: String, maxConfNum: Int, hasTwoTargets: Bool) -> String {
    let targets =
      hasTwoTargets
      ? "targets: [{name: a, containerd: 1.6.20, plugins: 1.1.1}, {name: b, containerd: 1.7.34, plugins: 1.5.1}]"
      : "target: {containerd: 1.6.20, plugins: 1.1.1}"
    return """
      apiVersion: cnigen/v1
      kind: Profile
      name: disturbed
      \(targets)
      network:
        bridge: {name: cni0, gateway: true, masquerade: true}
        addresses:
          ranges: [\(subnet)]
          routes: [default]
      containerd:
        binDirs: [/opt/cni/bin]
        confDir: /etc/cni/net.d
        maxConfNum: \(maxConfNum)

      """
  }
}

extension Outcome {
  /// Whether standard error tells of one fault, in these words, about a path that the user knows.
  func isOneError(saying words: String, about path: String) -> Bool {
    let lines = errors.split(separator: "\n").filter { $0.hasPrefix("cnigen: ") }
    guard output.isEmpty, lines.count == 1, let line = lines.first else { return false }
    return line.contains(words) && line.contains(path) && !line.contains(".tmp")
  }
}
