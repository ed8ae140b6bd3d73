import Foundation
import Outputs
import TestSupport

/// A shell that may run in a container, with the tools that it finds there.
enum ContainerShell: String, CaseIterable, CustomStringConvertible {
  /// dash with the GNU core utilities.
  case dash
  /// busybox, which is the shell and all tools in one.
  case busybox

  var description: String { rawValue }

  /// The program and its first arguments.
  func command() throws -> (program: String, arguments: [String]) {
    switch self {
    case .dash: (try Machine.program("dash"), [])
    case .busybox: (try Machine.program("busybox"), ["sh"])
    }
  }
}

/// A node as the pod of a DaemonSet sees it: the folder of a ConfigMap that the kubelet keeps, and the folder of
/// networks. The script is the one that stands in the manifest.
struct InstallerNode {
  let scratch: Scratch
  let shell: ContainerShell
  let script: String
  let probe: String

  init(_ scratch: Scratch, _ shell: ContainerShell) throws {
    self.scratch = scratch
    self.shell = shell
    try scratch.folder("networks")
    try scratch.folder("net.d")
    let program = """
      import json, sys, yaml
      data = yaml.safe_load_all(open(sys.argv[1], "rb"))
      container, = next(d for d in data if d["kind"] == "DaemonSet")["spec"]["template"]["spec"]["containers"]
      assert container["command"] == ["/bin/sh", "-c"] and len(container["args"]) == 1
      probe = container["readinessProbe"]["exec"]["command"]
      assert probe[:2] == ["/bin/sh", "-c"] and len(probe) == 3
      print(json.dumps([container["args"][0], probe[2]]))
      """
    let manifest = scratch("daemon-set.yaml")
    let rendered = try Rendered(["daemonSet"], of: [])
    try Data(rendered.files[0].bytes).write(to: URL(filePath: manifest))
    let texts = try JSONDecoder().decode(
      [String].self, from: Data(try Built.python(program, manifest).required().utf8))
    script = texts[0]
    // The paths of the container are these of the test.
    probe = texts[1].replacing("/files/", with: "\(scratch.path)/networks/")
      .replacing("/host/folder/", with: "\(scratch.path)/net.d/")
  }

  private func environment(pause: String, patience: Int, tools: String? = nil) -> [String: String] {
    [
      "CNIGEN_NAME": "cnigen-demo", "CNIGEN_FROM": scratch("networks"), "CNIGEN_TO": scratch("net.d"),
      "CNIGEN_PAUSE": pause, "CNIGEN_PATIENCE": "\(patience)",
      "PATH": tools.map { "\($0):/usr/bin:/bin" } ?? "/usr/bin:/bin", "LC_ALL": "C",
    ]
  }

  /// Starts the script. With a pause of 0 it goes through the files once.
  func start(pause: String = "0", patience: Int = 1000, tools: String? = nil, by wrapper: [String] = []) throws -> Child
  {
    let (program, arguments) = try shell.command()
    let words = wrapper + [program] + arguments + ["-c", script]
    return try Child.start(
      words[0], Array(words.dropFirst()), environment: environment(pause: pause, patience: patience, tools: tools))
  }

  /// Runs it once.
  @discardableResult
  func once() throws -> Outcome { try start().wait(limit: 30) }

  /// Whether the readiness probe holds.
  func isReady() throws -> Bool {
    let (program, arguments) = try shell.command()
    return try run(program, arguments + ["-c", probe], environment: ["PATH": "/usr/bin:/bin"]).succeeded
  }

  /// Gives the ConfigMap these files as the kubelet does: into a new folder, and by the swap of a link to it.
  func publish(_ files: [String: String]) throws {
    let volume = scratch("networks")
    let manager = FileManager.default
    let folder = "..\(UUID().uuidString)"
    try scratch.folder("networks/\(folder)")
    for (name, text) in files { try scratch.file("networks/\(folder)/\(name)", text) }
    let old = try? manager.destinationOfSymbolicLink(atPath: "\(volume)/..data")
    try manager.createSymbolicLink(atPath: "\(volume)/..data_tmp", withDestinationPath: folder)
    guard rename("\(volume)/..data_tmp", "\(volume)/..data") == 0 else { throw Trouble("the link cannot be swapped") }
    for name in files.keys where (try? manager.destinationOfSymbolicLink(atPath: "\(volume)/\(name)")) == nil {
      try manager.createSymbolicLink(atPath: "\(volume)/\(name)", withDestinationPath: "..data/\(name)")
    }
    for name in try manager.contentsOfDirectory(atPath: volume) where !name.hasPrefix("..") && files[name] == nil {
      try manager.removeItem(atPath: "\(volume)/\(name)")
    }
    if let old { try manager.removeItem(atPath: "\(volume)/\(old)") }
  }

  /// The files that a runtime would take for networks, by name.
  func networks() throws -> [String: String] {
    var found: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: scratch("net.d"))
    where [".conf", ".conflist", ".json"].contains(where: name.hasSuffix) {
      found[name] = text(name)
    }
    return found
  }

  /// All names in the folder of networks.
  func names() throws -> Set<String> { Set(try FileManager.default.contentsOfDirectory(atPath: scratch("net.d"))) }

  func text(_ name: String) -> String? { try? String(contentsOfFile: scratch("net.d/\(name)"), encoding: .utf8) }

  /// Waits until something holds; false where it does not within ten seconds.
  static func wait(until holds: () throws -> Bool) rethrows -> Bool {
    for _ in 0..<500 {
      if try holds() { return true }
      usleep(20_000)
    }
    return false
  }
}
