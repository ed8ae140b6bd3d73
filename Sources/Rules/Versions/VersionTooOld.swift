import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let versionTooOldForLayer2 = Rule(
    "version-too-old-for-layer-2", .error, "a network without addresses at spec version 0.1.0 or 0.2.0",
    effect: """
      Results of 0.1.0 and 0.2.0 must have an address. A chain without ipam makes the interface and then fails to \
      print its result, in every release: cannot convert: no valid IP addresses.
      """,
    wrong: #"{"cniVersion": "0.2.0", "name": "n", "plugins": [{"type": "bridge"}]}"#,
    right: #"{"cniVersion": "0.3.1", "name": "n", "plugins": [{"type": "bridge"}]}"#,
    facts: ["common: a result without any IP"]
  ) { subject, findings in
    guard let version = subject.selectedVersion, subject.isBelow030(version.value),
      subject.refusing(version.value).isEmpty,
      let plugin = subject.list.pluginWithoutAddresses(in: subject.target)
    else { return }
    findings.report(
      "cniVersion \(version.value) knows no network without addresses, and \(plugin.type) has none", at: version.range,
      notes: [.init(subject.target.addFails(plugin.type, "cannot convert: no valid IP addresses"))],
      help: subject.versionHelp)
  }

  static let versionTooOldForTwoAddresses = Rule(
    "version-too-old-for-two-addresses", .error, "two addresses of one family at spec version 0.1.0 or 0.2.0",
    effect: """
      Results of 0.1.0 and 0.2.0 have room for one address of each family. host-local with two range sets of a family \
      and static with two addresses of a family refuse every ADD, in every release.
      """,
    wrong: #"""
      {"cniVersion": "0.2.0", "name": "n", "plugins": [{"type": "macvlan", "ipam": {"type": "host-local", \#
      "ranges": [[{"subnet": "10.1.0.0/24"}], [{"subnet": "10.2.0.0/24"}]]}}]}
      """#,
    right: #"""
      {"cniVersion": "0.3.1", "name": "n", "plugins": [{"type": "macvlan", "ipam": {"type": "host-local", \#
      "ranges": [[{"subnet": "10.1.0.0/24"}], [{"subnet": "10.2.0.0/24"}]]}}]}
      """#,
    facts: [
      "host-local: two sets of one family need cniVersion", "static: several addresses of one family need cniVersion",
    ]
  ) { subject, findings in
    guard let version = subject.selectedVersion, subject.isBelow030(version.value),
      subject.refusing(version.value).isEmpty, let crowded = subject.crowdedFamily,
      let plugin = subject.list.interfacePlugin
    else { return }
    findings.report(
      "cniVersion \(version.value) allows one \(crowded.family) address a container, and \(crowded.manager) gives more",
      at: version.range,
      notes: [.init(subject.target.addFails(plugin.type, crowded.failure(at: version.value)), at: crowded.second)],
      help: subject.versionHelp)
  }
}

extension Subject {
  fileprivate func isBelow030(_ version: String) -> Bool {
    isReleased(version) && (Version(version).map { $0 < "0.3.0" } ?? false)
  }

  /// The first family of which the IPAM plugin gives a container two addresses.
  var crowdedFamily: CrowdedFamily? {
    guard let plugin = list.interfacePlugin, plugin.isKnown(in: target), let ipam = plugin.ipam else { return nil }
    var entries = ipam.rangeSets.map { (family: $0.family, range: $0.value.range) }
    entries += ipam.staticAddresses.map { (family: $0.address?.value.family, range: $0.value.range) }
    var seen: Set<IPAddress.Family> = []
    for entry in entries {
      guard let family = entry.family, !seen.insert(family).inserted else { continue }
      return CrowdedFamily(family: family == .ipv4 ? "IPv4" : "IPv6", manager: ipam.type, second: entry.range)
    }
    return nil
  }
}

/// A family of which an IPAM plugin gives a container more than one address.
struct CrowdedFamily {
  let family: String
  /// The type of the IPAM plugin.
  let manager: String
  /// Where the second address comes from.
  let second: SourceRange

  /// What the IPAM plugin says at a version before 0.3.0; an absent one prints as nothing.
  func failure(at version: String) -> String {
    "CNI version \(version) does not support more than 1 address per family"
  }
}
