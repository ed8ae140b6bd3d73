import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes
import PlainText

extension Rule {
  static let checkFails = Rule(
    "check-fails", .warning, "a network that works and fails every CHECK",
    effect: """
      ADD and DEL work. bridge without ipam asks for an IPAM plugin at CHECK, ipvlan without master looks for a device \
      without a name, and tuning of 1.1.0 to 1.2.0 leaves IFNAME in a sysctl as it is. containerd never sends CHECK, \
      other callers do.
      """,
    wrong: #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"type": "bridge"}]}"#,
    right: #"{"cniVersion": "1.0.0", "name": "n", "disableCheck": true, "plugins": [{"type": "bridge"}]}"#,
    facts: [
      "bridge: CHECK always calls the IPAM plugin", "ipvlan: CHECK does not default master",
      "tuning: CHECK compares promiscuity",
    ]
  ) { subject, findings in
    guard subject.isChecked else { return }
    for plugin in subject.list.plugins where plugin.isKnown(in: subject.target) {
      let release = plugin.release(in: subject.target)
      switch plugin.type {
      case "bridge" where plugin.namesNoIPAM && release >= "0.8.0":
        findings.report(
          "bridge without ipam fails every CHECK", at: plugin.typeRange,
          notes: [.init("CHECK fails: no plugin name provided"), .init(unsent)], help: disable)
      case "ipvlan" where plugin["master"] == nil && release >= "0.9.0":
        findings.report(
          "ipvlan without \(plugin.word("master")) fails every CHECK", at: plugin.typeRange,
          notes: [.init("CHECK fails: failed to lookup master \"\""), .init(unsent)],
          help: "name the master, or \(disable)")
      case "tuning" where release >= "1.1.0" && release <= "1.2.0":
        for member in plugin["sysctl"]?.object ?? [] where member.name.contains(text: "IFNAME") {
          let path = member.name.replacingDots
          findings.report(
            "tuning \(release) does not expand IFNAME in CHECK", at: member.nameRange,
            notes: [.init("CHECK fails: open /proc/sys/\(path): no such file or directory"), .init(unsent)],
            help: disable)
        }
      default: break
      }
    }
  }

  static let checkFailsAtTimes = Rule(
    "check-fails-at-times", .note, "a network that works and fails CHECK for some pods",
    effect: """
      ADD and DEL work. CHECK of portmap 1.1.0 to 1.2.0 fails for pods with mappings and one address family, in 1.1.1 \
      with both; of portmap 1.6.1 to 1.8.0 with the nftables backend and snat for three mappings or more; CHECK of \
      bandwidth 0.8.0 to 1.9.0 crashes for pods without limits. containerd never sends CHECK, other callers do.
      """,
    wrong: #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"type": "bridge"}, {"type": "portmap"}]}"#,
    right: #"""
      {"cniVersion": "1.0.0", "name": "n", "disableCheck": true, "plugins": [{"type": "bridge"}, {"type": \#
      "portmap"}]}
      """#,
    facts: [
      "portmap: 1.1.0-1.2.0: CHECK fails", "portmap: 1.6.1-1.8.0 with the nftables backend",
      "bandwidth: 0.8.0-1.9.0: CHECK crashes",
    ]
  ) { subject, findings in
    guard subject.isChecked else { return }
    for plugin in subject.list.plugins where plugin.isKnown(in: subject.target) {
      let release = plugin.release(in: subject.target)
      let message: String? =
        switch plugin.type {
        case "portmap" where release >= "1.1.0" && release <= "1.2.0":
          release == "1.1.1" || !subject.hasBothFamilies
            ? "CHECK of portmap \(release) fails for pods with port mappings" : nil
        case "portmap" where release >= "1.6.1" && release <= "1.8.0":
          plugin["backend"]?.string == "nftables" && plugin["snat"]?.bool != false
            ? "CHECK of portmap \(release) fails for pods with three port mappings or more" : nil
        case "bandwidth" where release <= "1.9.0" && !plugin.hasOwnRates:
          "CHECK of bandwidth \(release) crashes for pods without limits"
        default: nil
        }
      guard let message else { continue }
      findings.report(message, at: plugin.typeRange, notes: [.init(unsent)], help: disable)
    }
  }

  private static let unsent = "containerd never sends CHECK, other callers do"
  private static let disable = "set disableCheck to true for the network"
}

extension Subject {
  /// Whether a caller that sends CHECK gets it through to the plugins: it exists from 0.4.0 on, and the list can
  /// switch it off.
  fileprivate var isChecked: Bool {
    guard effectiveVersion >= "0.4.0" else { return false }
    let disabled = list.value.member("disableCheck")?.value
    return disabled?.bool != true && disabled?.string?.lowercased() != "true"
  }

  /// Whether the list itself gives addresses of both families.
  fileprivate var hasBothFamilies: Bool {
    guard let ipam = list.interfacePlugin?.ipam else { return false }
    let families = ipam.rangeSets.compactMap(\.family) + ipam.staticAddresses.compactMap { $0.address?.value.family }
    return Set(families).count == 2
  }
}

extension String {
  /// The path of a sysctl.
  fileprivate var replacingDots: String { String(map { $0 == "." ? "/" : $0 }) }
}
