import CNIModel
import Diagnostics

extension Rule {
  static let tapBridgeInContainer = Rule(
    "tap-bridge-in-container", .warning, "a bridge that tap looks for inside the container",
    effect: """
      From 1.4.0 on tap attaches its device to a bridge, but to one in the container's own network namespace, and it \
      makes none. A namespace from containerd holds nothing but lo, so ADD fails unless something else puts the bridge \
      there first. A bridge of the node is not meant.
      """,
    wrong: #"{"type": "tap", "bridge": "br0", "ipam": {"type": "dhcp"}}"#,
    right: #"{"type": "tap", "ipam": {"type": "dhcp"}}"#,
    facts: ["tap: bridge does not exist"]
  ) { subject, findings in
    for tap in subject.installed("tap") {
      guard let bridge = tap.text("bridge"), DeviceNameFault.of(bridge.value) == nil else { continue }
      let refusal = subject.target.addFails("tap", "failed to get bridge \(bridge.value): Link not found")
      findings.report(
        "\(tap.word("bridge")) \(bridge.value) must be there in the container's own namespace", at: bridge.range,
        notes: [.init("where it is not, " + refusal)],
        help: "leave it out, unless something makes the bridge before ADD")
    }
  }
}
