import Catalogue
import CNIModel
import NetworkTypes

/// The spec versions that a list states, and the one that the runtime takes from them.
extension Subject {
  /// The spec versions that exist, oldest first.
  static let releasedSpecVersions = Catalogue.specVersions.map(\.version.description)

  /// Whether the runtime reads `cniVersions`; libcni does from 1.2.0 on, which containerd has from 2.0 on.
  var readsVersionList: Bool { target.containerd.libcni >= "1.2.0" }

  /// The key `cniVersions`, whatever it holds.
  var versionList: Value.Member? { list.value.member("cniVersions") }

  /// The entries of `cniVersions` that are strings, with their places in the list.
  var listedVersions: [(index: Int, version: Located<String>)] {
    (versionList?.value.array ?? []).enumerated().compactMap { index, entry in
      entry.string.map { (index, Located($0, at: entry.range)) }
    }
  }

  /// `cniVersion` where it is a string that is not empty.
  var statedVersion: Located<String>? { list.cniVersion.flatMap { $0.value.isEmpty ? nil : $0 } }

  /// The version that the runtime sends to the plugins, at the place that decided it; `nil` where that is none.
  ///
  /// From libcni 1.2.0 on it is the greatest of `cniVersion` and `cniVersions` that the runtime itself knows. What the
  /// plugins support has no part in it.
  var selectedVersion: Located<String>? {
    guard readsVersionList, versionList?.value.array != nil else { return statedVersion }
    var best: (located: Located<String>, version: Version)?
    for located in [statedVersion].compactMap({ $0 }) + listedVersions.map(\.version) {
      guard let version = Version(located.value), version <= target.containerd.specMaximum else { continue }
      if best.map({ $0.version < version }) ?? true { best = (located, version) }
    }
    return best?.located ?? statedVersion
  }

  /// The version by which the plugins act: an absent one counts as 0.1.0.
  var effectiveVersion: Version { selectedVersion.flatMap { Version($0.value) } ?? "0.1.0" }

  /// Whether a version was ever released.
  func isReleased(_ version: String) -> Bool { Self.releasedSpecVersions.contains(version) }

  /// The types of the chain and of its IPAM plugins, in the order in which they are called.
  var calledTypes: [String] {
    list.plugins.flatMap { plugin in [plugin.type, plugin.ipam?.type ?? ""] }.filter { !$0.isEmpty }
  }

  /// What `cniVersion: auto` would choose for the chain.
  var specChoice: SpecChoice { SpecChoice.choose(plugins: calledTypes, target: target) }

  /// The plugins that refuse a version, each type once, in the order in which they are called.
  func refusing(_ version: String) -> [(type: String, versions: [String])] {
    calledTypes.enumerated().compactMap { index, type in
      guard !calledTypes[..<index].contains(type), let versions = target.specVersions(of: type),
        !versions.contains(version)
      else { return nil }
      return (type, versions)
    }
  }

  /// The version to recommend; `nil` where none suits all. Where the newest releases were merely assumed, it is not the
  /// newest version, which older releases refuse.
  var recommendedVersion: String? {
    guard case .chosen(let version, _) = specChoice else { return nil }
    guard target.isAssumed, version == Self.releasedSpecVersions.last else { return version }
    return Self.releasedSpecVersions.dropLast().last { refusing($0).isEmpty } ?? version
  }

  /// What to write in place of a version that cannot be had.
  var versionHelp: String {
    recommendedVersion.map { "write \"\($0)\", which all of them can take" } ?? specChoice.explanation
  }
}
