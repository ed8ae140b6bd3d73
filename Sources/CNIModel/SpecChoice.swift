import Catalogue
package import NetworkTypes

/// The spec version that `cniVersion: auto` stands for: the highest one that the runtime can read and that every
/// plugin of the chain, the IPAM plugin included, answers in the target.
package enum SpecChoice: Sendable, Hashable {
  /// The version to write, and who stands in the way of the next higher one; nobody where there is no higher one.
  case chosen(String, limitedBy: [Party])
  /// No version suits all. Named are those whose lists exclude each other; whoever takes more than one of them is
  /// left out.
  case noCommonVersion([Party])

  /// Somebody who takes part in the choice, and what he takes.
  package enum Party: Sendable, Hashable {
    /// The runtime, and the highest version whose results its libcni reads.
    case runtime(Version, upTo: Version)
    /// A reference plugin of a release, and the versions that it answers to `VERSION`.
    case plugin(String, release: Version, versions: [String])
    /// A plugin of others whose versions were measured on the node.
    case measured(String, versions: [String])
    /// A plugin that nobody here knows. It does not limit below 1.1.0, which would send it the new verb STATUS.
    case thirdParty(String)
  }

  /// Chooses for a chain.
  /// - Parameter types: the types of the chain's plugins and of their IPAM plugins, in any order. Those that the
  ///   target's release does not ship have no say here; `plugin-not-in-release` speaks about them.
  package static func choose(plugins types: [String], target: Target) -> SpecChoice {
    let parties = parties(types, target: target)
    let versions = Catalogue.specVersions.map(\.version.description).reversed()
    var above: String?
    for version in versions {
      if parties.allSatisfy({ $0.takes(version) }) {
        return .chosen(version, limitedBy: above.map { refused in parties.filter { !$0.takes(refused) } } ?? [])
      }
      above = version
    }
    return .noCommonVersion(narrowest(of: parties, among: Array(versions)))
  }

  /// What was decided and why, in one sentence without a full stop.
  package var explanation: String {
    switch self {
    case .chosen(let version, let parties):
      parties.isEmpty
        ? "\(version) is the newest version, and all can take it"
        : "\(version) is the highest that all can take: \(Self.described(parties))"
    case .noCommonVersion(let parties):
      "no version suits all: \(Self.described(parties))"
    }
  }

  /// Parties in words; plugins of one release that take the same are said together.
  private static func described(_ parties: [Party]) -> String {
    var clauses: [String] = []
    var told: Set<Party> = []
    for party in parties where !told.contains(party) {
      guard case .plugin(_, let release, let versions) = party else {
        clauses.append(party.description)
        continue
      }
      let alike = parties.filter { other in
        if case .plugin(_, release, versions) = other { true } else { false }
      }
      told.formUnion(alike)
      let names = alike.compactMap { other in if case .plugin(let type, _, _) = other { type } else { nil } }
      let verb = names.count == 1 ? "supports" : "support"
      clauses.append("\(WordList.and(names)) of plugins \(release) \(verb) \(quoted(versions))")
    }
    return clauses.joined(separator: "; ")
  }

  private static func parties(_ types: [String], target: Target) -> [Party] {
    var parties: [Party] = [.runtime(target.containerd.version, upTo: target.containerd.specMaximum)]
    for type in types where !type.isEmpty {
      let party: Party
      if let versions = target.specVersions(of: type) {
        let isReference = target.facts(of: type)?.isReference ?? false
        party =
          isReference
          ? .plugin(type, release: target.release(of: type).version, versions: versions)
          : .measured(type, versions: versions)
      } else if Catalogue.plugin(type) == nil {
        party = .thirdParty(type)
      } else {
        continue
      }
      if !parties.contains(party) { parties.append(party) }
    }
    return parties
  }

  /// Those parties of which nobody else takes less.
  private static func narrowest(of parties: [Party], among versions: [String]) -> [Party] {
    let taken = parties.map { party in Set(versions.filter(party.takes)) }
    return parties.indices.filter { index in
      !parties.indices.contains { other in
        taken[other].isStrictSubset(of: taken[index]) || (other < index && taken[other] == taken[index])
      }
    }.map { parties[$0] }
  }
}

extension SpecChoice.Party {
  /// The newest version that every plugin can be called with that was written before STATUS and GC.
  private static let withoutStatus: Version = "1.0.0"

  /// Whether a released spec version suits the party.
  package func takes(_ version: String) -> Bool {
    switch self {
    case .runtime(_, let maximum): Version(version).map { $0 <= maximum } ?? false
    case .plugin(_, _, let versions), .measured(_, let versions): versions.contains(version)
    case .thirdParty: Version(version).map { $0 <= Self.withoutStatus } ?? false
    }
  }
}

extension SpecChoice.Party: CustomStringConvertible {
  package var description: String {
    switch self {
    case .runtime(let release, let maximum): "containerd \(release) reads results up to \(maximum)"
    case .plugin(let type, let release, let versions):
      "\(type) of plugins \(release) supports \(SpecChoice.quoted(versions))"
    case .measured(let type, let versions): "\(type) of the node supports \(SpecChoice.quoted(versions))"
    case .thirdParty(let type): "\(type) is unknown here and may not answer the STATUS call of 1.1.0"
    }
  }
}

extension SpecChoice {
  /// A list of versions as the plugins themselves print it: `["0.4.0" "1.0.0"]`.
  package static func quoted(_ versions: [String]) -> String {
    "[" + versions.map { "\"\($0)\"" }.joined(separator: " ") + "]"
  }
}
