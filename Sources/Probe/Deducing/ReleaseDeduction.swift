import Catalogue
import NetworkTypes

/// Which releases a reference plugin's binary can be, by what it answers and what it is made of.
///
/// The spec versions alone leave years: 1.0.0 to 1.5.1 answer alike. The names of keys narrow that down. A release
/// whose key is not in the binary is out, and so is one that did not have a key yet, or any more, that is.
struct ReleaseDeduction: Sendable {
  /// A key, and the release that brought it.
  struct Mark: Sendable {
    let key: String
    let since: Version
  }

  /// Those that fit, oldest first; empty where the binary is no build of any known release.
  let releases: [PluginRelease]
  /// The key of the binary that speaks against older releases.
  let has: Mark?
  /// The key that it lacks, which speaks against newer ones.
  let lacks: Mark?

  /// Names that stand in every plugin, whatever keys it has itself: they belong to results, to routes, and to what all
  /// configurations have in common.
  static let everywhere: Set<String> = [
    "address", "advmss", "args", "capabilities", "cniVersion", "dns", "domain", "dst", "gateway", "gw", "interface",
    "interfaces", "ip", "ipam", "ips", "mac", "mtu", "name", "nameservers", "options", "prevResult", "priority",
    "routes", "runtimeConfig", "sandbox", "scope", "search", "table", "type", "version",
  ]

  /// - Returns: `nil` for a plugin that the catalogue does not know, and for a binary without names of keys: a script,
  ///   or a program that somebody has packed.
  init?(of type: String, specVersions: [String], keyNames: KeyNames) {
    guard let facts = Catalogue.plugin(type), !keyNames.isEmpty else { return nil }
    // Up to 0.7.6 portmap answers an empty version, too, which nobody can ask for.
    let answered = Set(specVersions.filter { !$0.isEmpty })
    let byVersions = Catalogue.pluginReleases.filter { release in
      facts.specVersions(in: release).map { Set($0.filter { !$0.isEmpty }) == answered } ?? false
    }
    let keys = Self.keys(of: facts)
    releases = byVersions.filter { release in
      keys.allSatisfy { key in
        let isRead = key.spans.contain(release.version)
        if keyNames.contains(key.name) { return isRead || Self.everywhere.contains(key.name) }
        return !isRead
      }
    }
    let marks = keys.compactMap { key in
      key.spans.compactMap(\.since).min().map { Mark(key: key.name, since: $0) }
    }
    guard let first = releases.first?.version, let last = releases.last?.version else {
      (has, lacks) = (nil, nil)
      return
    }
    // Only marks that the spec versions have not spoken of already.
    let older = byVersions.first { $0.version < first } != nil
    let newer = byVersions.last { $0.version > last } != nil
    has = older ? marks.first { $0.since == first && keyNames.contains($0.key) } : nil
    lacks = newer ? marks.filter { $0.since > last && !keyNames.contains($0.key) }.min { $0.since < $1.since } : nil
  }

  func fits(_ version: Version) -> Bool { releases.contains { $0.version == version } }

  /// The names of a plugin's keys, those within others among them, and of the capabilities that it reads, each with the
  /// releases that know it somewhere.
  private static func keys(of facts: PluginFacts) -> [(name: String, spans: [ReleaseSpan])] {
    var all: [(name: String, spans: [ReleaseSpan])] = []
    func add(_ name: String, _ span: ReleaseSpan) {
      if let index = all.firstIndex(where: { $0.name == name }) {
        all[index].spans.append(span)
      } else {
        all.append((name, [span]))
      }
    }
    func add(_ keys: [KeyFacts]) {
      for key in keys {
        add(key.name, key.span)
        add(key.fields)
      }
    }
    add(facts.keys)
    for capability in facts.capabilities { add(capability.name, capability.span) }
    return all
  }
}

extension ReleaseDeduction: CustomStringConvertible {
  /// In words: `deduced from spec versions and key names: 1.1.0 to 1.2.0, as it has macspoofchk (since 1.1.0) and lacks
  /// vlanTrunk (since 1.3.0)`.
  var description: String {
    guard let first = releases.first?.version, let last = releases.last?.version else {
      return "its spec versions and key names fit no known release"
    }
    let range = first == last ? "\(first) alone" : "\(first) to \(last)"
    let reasons =
      (has.map { ["has \($0.key) (since \($0.since))"] } ?? [])
      + (lacks.map { ["lacks \($0.key) (since \($0.since))"] } ?? [])
    let because = reasons.isEmpty ? "" : ", as it \(reasons.joined(separator: " and "))"
    return "deduced from spec versions and key names: \(range)\(because)"
  }
}
