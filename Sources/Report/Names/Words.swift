package import CNIModel
import Catalogue
import NetworkTypes

/// Small texts that every form of a report has.
package enum Words {
  /// A number with a comma for each thousand: `2,048`.
  package static func number(_ number: Int) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// A number of things: `1 node`, `2,048 nodes`.
  package static func count(_ number: Int, _ noun: String) -> String {
    "\(self.number(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// How many subnets a block has; very many are not counted.
  package static func subnets(_ number: Int) -> String { number == .max ? "more than 2^62" : self.number(number) }

  /// The releases of a target: `containerd 1.7.34, plugins 1.5.1, Kubernetes 1.31`.
  package static func releases(of target: Target) -> String {
    var parts = ["containerd \(target.containerd.version)", "plugins \(target.plugins.version)"]
    let others = target.overrides.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.version)" }
    if !others.isEmpty { parts[1] += " (\(others.joined(separator: ", ")))" }
    if let kubernetes = target.kubernetes { parts.append("Kubernetes \(kubernetes)") }
    if target.capabilities != nil { parts.append("as measured") }
    if target.isAssumed { parts.append("assumed") }
    return parts.joined(separator: ", ")
  }

  /// The releases of several targets.
  package static func releases(of targets: [Target]) -> String {
    targets.map { $0.name.isEmpty ? releases(of: $0) : "\($0.name): \(releases(of: $0))" }.joined(separator: "; ")
  }
}
