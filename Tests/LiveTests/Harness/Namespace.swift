import CLinux
import Foundation
import NetworkTypes
import TestSupport

/// A network namespace with a name, made by `ip netns`.
struct Namespace: Sendable {
  /// As `ip netns list` shows it: the prefix of this run and a word that tells the role.
  let name: String

  /// Where `ip netns` mounts it, as a runtime hands it to plugins in `CNI_NETNS`.
  var path: String { "/run/netns/\(name)" }

  /// Makes the namespace, with the loopback device up.
  static func make(_ role: String) throws -> Namespace {
    let namespace = Namespace(name: Machine.ownName(role))
    try ip(["netns", "add", namespace.name]).required()
    do {
      try namespace.ip(["link", "set", "lo", "up"])
    } catch {
      namespace.remove()
      throw error
    }
    return namespace
  }

  /// Ends what still runs inside, which nobody else can have put there, and removes the namespace.
  func remove() {
    let inside = (try? Self.ip(["netns", "pids", name]).output) ?? ""
    for pid in inside.split(whereSeparator: \.isWhitespace).compactMap({ pid_t($0) }) { kill(pid, SIGKILL) }
    _ = try? Self.ip(["netns", "delete", name])
  }

  /// Removes the namespaces of earlier runs that were killed before they could do so themselves.
  static func sweep() throws {
    for line in try ip(["netns", "list"]).required().split(separator: "\n") {
      // The name may be followed by the namespace's number.
      guard let name = line.split(separator: " ").first, name.hasPrefix(Machine.prefix) else { continue }
      if !Scratch.isAlive(ownerOf: name) { Namespace(name: String(name)).remove() }
    }
  }

  /// Runs `ip` inside the namespace; anything but success is trouble.
  @discardableResult
  func ip(_ arguments: [String]) throws -> String {
    try Self.ip(["-netns", name] + arguments).required()
  }

  /// What `ip -j` tells inside the namespace.
  func ask(_ arguments: [String]) throws -> [JSONValue] {
    let text = try ip(["-json"] + arguments)
    return text.isEmpty ? [] : try JSONValue(parsing: text).elements
  }

  /// Runs a program inside the namespace. The machine's files are in sight; `Node` hides those that plugins write.
  func run(_ program: String, _ arguments: [String], limit: Double = 60) throws -> Outcome {
    try Self.ip(["netns", "exec", name, Machine.program(program)] + arguments, limit: limit)
  }

  /// Carries out `body` on a thread that stands in this namespace. A socket opened there stays there.
  func inside<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    let path = path
    return try await withCheckedThrowingContinuation { continuation in
      // The thread ends with the block, and nothing else ever runs on it: its namespace needs no restoring.
      Thread.detachNewThread {
        continuation.resume(
          with: Result {
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            defer { close(descriptor) }
            guard setns(descriptor, namespaceKindNetwork) == 0 else {
              throw Trouble("cannot enter \(path): \(String(cString: strerror(errno)))")
            }
            return try body()
          })
      }
    }
  }

  private static func ip(_ arguments: [String], limit: Double = 30) throws -> Outcome {
    try TestSupport.run(Machine.program("ip"), arguments, limit: limit)
  }
}

extension Namespace {
  /// The devices, loopback left out, by name.
  func devices() throws -> [String] {
    try ask(["link", "show"]).compactMap { $0["ifname"]?.string }.filter { $0 != "lo" }
  }

  /// The addresses of a device that reach beyond the link, with their prefix lengths.
  func addresses(of device: String) throws -> [CIDR] {
    try ask(["address", "show", "dev", device]).flatMap { $0["addr_info"]?.elements ?? [] }
      .filter { $0["scope"]?.string == "global" }
      .compactMap { entry in
        guard let address = entry["local"]?.string, let length = entry["prefixlen"]?.integer else { return nil }
        return CIDR("\(address)/\(length)")
      }
  }

  /// The default routes of one family: gateway and device.
  func defaultRoutes(_ family: IPAddress.Family) throws -> [(gateway: String?, device: String?)] {
    try ask([family == .ipv4 ? "-4" : "-6", "route", "show", "default"]).map {
      ($0["gateway"]?.string, $0["dev"]?.string)
    }
  }

  /// Every destination in the main table of one family, as `ip` writes it.
  func destinations(_ family: IPAddress.Family) throws -> [String] {
    try ask([family == .ipv4 ? "-4" : "-6", "route", "show"]).compactMap { $0["dst"]?.string }
  }
}
