import CNIModel
import Diagnostics
import Glibc
import NetworkTypes
import Programs

/// The chain of kube-proxy that port mappings may be told to use. A node without kube-proxy, or with a newer one, has
/// none; for a trial it is made as kube-proxy makes it, and the report says so.
enum KubeProxy {
  private static let chain = "KUBE-MARK-MASQ"

  /// Makes the chain where the list counts on it.
  static func prepare(for list: NetworkList) -> [Finding] {
    let key = list.plugins.lazy.compactMap { $0["externalSetMarkChain"] }.first { $0.string == chain }
    guard let key else { return [] }
    let rules = [
      ["-N", chain], ["-A", chain, "-j", "MARK", "--or-mark", "0x4000"],
      ["-A", "POSTROUTING", "-m", "mark", "--mark", "0x4000/0x4000", "-j", "MASQUERADE"],
    ]
    var isMade = true
    for program in ["iptables", "ip6tables"] {
      guard let path = ["/usr/sbin", "/sbin", "/usr/bin"].map({ "\($0)/\(program)" }).first(where: isProgram) else {
        continue
      }
      for rule in rules { isMade = Runner.run(Invocation(path, ["-t", "nat"] + rule)).succeeded && isMade }
    }
    return [
      Finding(
        "external-chain", expected: "the chain \(chain) on the node, which kube-proxy makes there",
        seen: isMade
          ? "made for this trial; without it no container with host ports can be attached" : "not to be made",
        .noted, at: key.range)
    ]
  }

  private static func isProgram(_ path: String) -> Bool { access(path, X_OK) == 0 }
}
