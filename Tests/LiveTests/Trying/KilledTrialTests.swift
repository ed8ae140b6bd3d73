import Foundation
import TestSupport
import Testing

/// Whatever ends `cnigen try`, nothing of it stays on the machine. `scripts/try-campaign` does it 200 times.
@Suite(
  "Trials that are killed", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped), .timeLimit(.minutes(5)))
struct KilledTrialTests {
  @Test("A killed trial leaves no namespace, process, mount, rule or file", arguments: 1...10)
  func killed(_ number: Int) async throws {
    try Machine.requireRoot()
    let before = try Self.machine()
    let profile = Machine.repository.appending(path: "profiles/\(Self.profiles[number % Self.profiles.count])").path
    let child = try Child.start(
      Machine.cnigen(), ["try", profile, "--bin-dir", Machine.plugins], environment: Compiler.environment)
    var random = Chance(state: UInt64(number))
    try await Task.sleep(for: .milliseconds(20 + Int(random.next() % 900)))
    let namespaces = Self.namespaces(of: child.pid)
    kill(child.pid, number % 3 == 0 ? SIGTERM : SIGKILL)
    let outcome = child.wait()
    #expect(outcome.end == .killed(signal: number % 3 == 0 ? SIGTERM : SIGKILL) || outcome.succeeded, "\(outcome)")
    // The kernel ends the plugins that were running with it, and takes the namespaces apart in its own time.
    for _ in 0..<100 where !Self.present(namespaces).isEmpty { try await Task.sleep(for: .milliseconds(50)) }
    #expect(Self.present(namespaces).isEmpty, "processes in its namespaces")
    #expect(try Self.machine() == before)
  }

  private static let profiles = ["standalone-firewall.yaml", "kubeadm-node.yaml", "macvlan-dhcp.yaml"]

  /// A small generator, so that a failure comes again.
  private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
  }

  /// The network and mount namespaces of a process, those of the machine itself left out.
  private static func namespaces(of process: pid_t) -> Set<String> {
    let kinds = ["net", "mnt"]
    let links = kinds.compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/ns/\($0)")
    }
    let own = kinds.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/\($0)") }
    return Set(links).subtracting(own)
  }

  /// Those of some namespaces in which a process stands.
  private static func present(_ namespaces: Set<String>) -> Set<String> {
    guard !namespaces.isEmpty else { return [] }
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap { pid_t($0) } ?? []
    return processes.reduce(into: []) { $0.formUnion(Self.namespaces(of: $1).intersection(namespaces)) }
  }

  /// What of the machine itself a trial could change. Other tests work in namespaces of their own meanwhile.
  private static func machine() throws -> [String] {
    let mounts = try String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)
    var seen = mounts.split(separator: "\n").map(String.init).filter { $0.contains(" cnigen ") || $0.contains("nsfs") }
      .filter { !$0.contains(Machine.prefix) }
    for program in [["iptables-save"], ["ip6tables-save"], ["nft", "list", "ruleset"]] {
      let text = try run(Machine.program(program[0]), Array(program.dropFirst())).required()
      // Lines of comments hold the time.
      seen += text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
    }
    for folder in ["/var/lib/cni", "/var/lib/cni/networks", "/run/cni"] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      seen += names.sorted().map { "\(folder)/\($0)" }
    }
    return seen
  }
}
