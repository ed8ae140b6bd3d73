import Foundation
import TestSupport

/// A node in a folder, with plugins and a containerd in it.
struct NodeStage {
  let scratch: Scratch

  /// - Parameter isWhole: whether all of Debian's plugins and its containerd are there; otherwise the plugins that the
  ///   profiles need, and a script that gives containerd's version, which all answer sooner.
  init(_ scratch: Scratch, isWhole: Bool = false) throws {
    self.scratch = scratch
    try scratch.folder("root/usr/bin")
    try scratch.folder("root/opt/cni/bin")
    let containerd = scratch("root/usr/bin/containerd")
    let plugins = isWhole ? ["."] : ["bridge", "host-local", "loopback"]
    // Programs are written by another process: one that this process has open for writing cannot be run as long as a
    // child that was just started by another test has it open, too.
    try run(
      "/bin/cp", ["-a"] + plugins.map { "\(Machine.plugins)/\($0)" } + [scratch("root/opt/cni/bin/")]
    ).required()
    if isWhole {
      try run("/bin/cp", [Machine.program("containerd"), containerd]).required()
      return
    }
    let version = "echo containerd github.com/containerd/containerd 1.6.20~ds1 1.6.20~ds1"
    try run(
      "/bin/sh", ["-c", "printf '#!/bin/sh\\n%s\\n' \"$1\" > \"$0\" && chmod 755 \"$0\"", containerd, version]
    ).required()
  }

  /// A profile, by what its subnet is.
  func profile(_ third: Int, name: String = "pods", _ more: String = "containerd: false") throws -> String {
    try scratch.file(
      "\(name)-\(third).yaml",
      """
      apiVersion: cnigen/v1
      kind: Profile
      name: \(name)
      network:
        bridge: {name: cni0, gateway: true, masquerade: true, hairpin: true}
        addresses: {ranges: [10.9.\(third).0/24], routes: [default]}
      \(more)

      """)
  }

  func apply(_ profile: String, _ options: String...) throws -> Outcome {
    try cnigen(["apply", profile, "--root", scratch("root")] + options, in: scratch.path)
  }

  func rollback(_ options: String...) throws -> Outcome {
    try cnigen(["rollback", "--root", scratch("root")] + options, in: scratch.path)
  }

  /// The third number of the subnet that the network in place hands out.
  func subnet(_ file: String = "10-pods.conflist") -> Int? {
    let path = scratch("root/etc/cni/net.d/\(file)")
    guard let data = FileManager.default.contents(atPath: path),
      let list = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let ipam = (list["plugins"] as? [[String: Any]])?.first?["ipam"] as? [String: Any],
      let subnet = (ipam["ranges"] as? [[[String: String]]])?.first?.first?["subnet"]
    else { return nil }
    return Int(subnet.split(separator: ".")[2])
  }

  var networks: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: scratch("root/etc/cni/net.d"))) ?? []).sorted()
  }

  /// Those that containerd would take.
  var loadable: [String] {
    networks.filter { name in [".conflist", ".conf", ".json"].contains { name.hasSuffix($0) } }
  }

  func put(_ name: String, _ text: String) throws { try scratch.file("root/etc/cni/net.d/\(name)", text) }

  /// A file of the node; `nil` where there is none.
  func text(_ path: String) -> String? { try? String(contentsOfFile: scratch("root/\(path)"), encoding: .utf8) }

  /// Keeps the node's files under a name.
  func save(_ name: String) throws {
    let copy = scratch(name)
    try run("/bin/sh", ["-c", "rm -rf \(copy) && mkdir \(copy) && cp -a \(root)/etc \(root)/var \(copy)/"]).required()
  }

  /// Brings them back.
  func restore(_ name: String) throws {
    try run("/bin/sh", ["-c", "rm -rf \(root)/etc \(root)/var && cp -a \(scratch(name))/. \(root)/"]).required()
  }

  var root: String { scratch("root") }
}

/// Carries out a test with a node of its own.
func withNodeStage(isWhole: Bool = false, _ body: (NodeStage) async throws -> Void) async throws {
  try Machine.requireRoot()
  try await withScratch { try await body(NodeStage($0, isWhole: isWhole)) }
}
