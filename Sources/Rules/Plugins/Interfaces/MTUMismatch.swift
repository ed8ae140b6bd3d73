import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let mtuMismatch = Rule(
    "mtu-mismatch", .warning, "two MTUs for one path",
    effect: """
      ADD succeeds. tuning sets the MTU of the container's end alone: a veth pair with two MTUs drops what is larger than \
      the smaller one at the far end, without a message that would make the sender use smaller packets. Of two \
      networks on one bridge the first one decides the bridge's MTU. Large packets then vanish, small ones pass.
      """,
    wrong: #"[{"type": "bridge", "mtu": 1500, "ipam": {"type": "host-local"}}, {"type": "tuning", "mtu": 9000}]"#,
    right: #"[{"type": "bridge", "mtu": 9000, "ipam": {"type": "host-local"}}, {"type": "tuning", "mtu": 9000}]"#,
    facts: ["185-jumbo-in-pod-only"]
  ) { subject, findings in
    for tuning in subject.installed("tuning") {
      guard let mtu = tuning.integer("mtu"), (68...65535).contains(mtu.value),
        let interface = subject.interface(before: tuning), interface.plugin.isOne(of: "bridge", "ptp")
      else { continue }
      let stated = interface.statedMTU
      let hostEnd = stated?.value ?? 1500
      guard hostEnd != mtu.value else { continue }
      let small = min(hostEnd, mtu.value)
      let sender = mtu.value > hostEnd ? "from the pod" : "to the pod"
      findings.report(
        "\(tuning.word("mtu")) \(mtu.value) in the pod and \(hostEnd) at the node's end of the pair", at: mtu.range,
        notes: [
          .init("ADD succeeds; packets \(sender) of more than \(small) bytes are dropped without a message"),
          stated.map { .init("the node's end", at: $0.range) }
            ?? .init("without \(interface.word("mtu")) the node's end has the kernel's default"),
        ],
        help: "set \(interface.word("mtu")) of the \(interface.type) plugin to \(mtu.value), and leave it out here")
    }
    for bridge in subject.installed("bridge") {
      guard let mtu = bridge.statedMTU, let other = subject.otherMTU(on: bridge.bridgeName, than: mtu.value) else {
        continue
      }
      findings.report(
        "\(bridge.word("mtu")) \(mtu.value) on bridge \(bridge.bridgeName), which has \(other.value) in another network",
        at: mtu.range,
        notes: [
          .init("whichever network comes first makes the bridge; its MTU stays"),
          .init("the other network", at: other.range),
        ],
        help: "use the same MTU in both, or a bridge for each")
    }
  }
}

extension InstalledPlugin {
  /// The MTU that the file gives the interface, where it is one.
  fileprivate var statedMTU: Located<Int>? { integer("mtu").flatMap { (68...65535).contains($0.value) ? $0 : nil } }
}

extension Subject {
  /// Another MTU that an earlier network of the node states for a bridge.
  fileprivate func otherMTU(on name: String, than mtu: Int) -> Located<Int>? {
    for neighbour in earlier {
      for bridge in neighbour.installed("bridge") where bridge.bridgeName == name {
        if let other = bridge.statedMTU, other.value != mtu { return other }
      }
    }
    return nil
  }
}
