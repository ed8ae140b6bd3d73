import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

extension Rule {
  static let mtuOutOfRange = Rule(
    "mtu-out-of-range", .error, "an MTU that no device of the kind takes",
    effect: """
      The kernel takes 68 to 65535; 0 leaves the default. bridge, ptp and ipvlan drop a negative number without a word \
      and fail on others; macvlan and vlan check from 0.8.3 on that the number lies between 0 and the master's MTU; \
      tuning hands it to the kernel, which refuses it.
      """,
    wrong: #"{"type": "bridge", "mtu": -5}"#,
    right: #"{"type": "bridge", "mtu": 1450}"#,
    facts: [
      "bridge: mtu outside what the kernel takes", "macvlan: mtu negative or above the master's",
      "vlan: mtu negative or above the master's", "tuning: mtu the kernel refuses",
    ]
  ) { subject, findings in
    for plugin in subject.installed("bridge", "ptp", "macvlan", "ipvlan", "vlan", "tap", "tuning") {
      guard let mtu = plugin.integer("mtu"), mtu.value != 0, !plugin.possibleMTUs.contains(mtu.value) else { continue }
      let limits = plugin.possibleMTUs
      let upper =
        plugin.plugin.isOne(of: "macvlan", "ipvlan", "vlan") ? "the MTU of the master" : "\(limits.upperBound)"
      findings.report(
        "\(plugin.word("mtu")) \(mtu.value) is out of range: \(limits.lowerBound) to \(upper)", at: mtu.range,
        notes: [.init(plugin.outcome(ofMTU: mtu.value, in: subject.target))])
    }
  }
}

extension InstalledPlugin {
  /// The MTUs that the kernel can give the interface; devices that stand on a master have no lower limit of their own,
  /// but for macvlan.
  fileprivate var possibleMTUs: ClosedRange<Int> { plugin.isOne(of: "vlan", "ipvlan") ? 0...65535 : 68...65535 }

  fileprivate func outcome(ofMTU mtu: Int, in target: Target) -> String {
    switch type {
    case "macvlan" where release >= "0.8.3" && !(0...65535).contains(mtu),
      "vlan" where release >= "0.8.3":
      return target.addFails(type, "invalid MTU \(mtu), must be [0, master MTU(…)]")
    case "tuning": return target.addFails(type, "invalid argument")
    case "tap": return "ADD fails: the kernel refuses it"
    default: break
    }
    if mtu < 0 { return "ADD succeeds; the value is dropped without a word" }
    return switch type {
    case "bridge":
      target.addFails(
        type, "failed to create bridge \"\(bridgeName)\": could not add \"\(bridgeName)\": invalid argument")
    case "macvlan": target.addFails(type, "failed to create macvlan: invalid argument")
    default: "ADD fails: the kernel refuses it: invalid argument"
    }
  }
}
