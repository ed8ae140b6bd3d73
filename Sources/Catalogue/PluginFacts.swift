package import NetworkTypes

/// What is known about a plugin: what the catalogue says of a reference plugin, or what a Capabilities document says of
/// one of others.
///
/// A class because an entry is large, never changes, and is handed around with every element of a chain.
package final class PluginFacts: Sendable {
  /// The value of `type`: the file name of the binary.
  package let type: String
  /// Who counts its releases: `plugins` for the reference plugins, which have them in common; a plugin of others has
  /// releases of its own and stands here itself.
  package let series: String
  package let role: Role
  /// Releases that ship the plugin.
  package let span: ReleaseSpan
  /// What it is for, in one line.
  package let summary: String
  package let ipam: IPAMUse
  /// Releases that run the IPAM plugin at all; others read past the section without a word.
  package let ipamSpan: ReleaseSpan
  /// Releases in which an interface plugin may also stand later in a chain; `nil` where it always stands first.
  package let mayFollow: ReleaseSpan?
  package let verbs: [Verb]
  /// Keys of `runtimeConfig` that it reads; for an IPAM plugin they are declared on the interface plugin.
  package let capabilities: [Input]
  /// What it reads from `args.cni`.
  package let argsCNI: [Input]
  /// What it reads from the environment variable `CNI_ARGS`.
  package let cniArgs: [Input]
  /// Where it looks for the MAC address, the weakest place first; empty where it sets none.
  package let macSources: [MACSource]
  /// Its own keys, in the order in which people write them. Keys that every plugin has stand in `CommonKeys`.
  package let keys: [KeyFacts]
  /// Keys that it reads by accident, and that nobody should write.
  package let hiddenKeys: [KeyFacts]
  package let notKeys: [NotAKey]
  /// Constraints that the code or the kernel enforces, with the error text they give.
  package let constraints: [Constraint]
  /// Behaviour that moved.
  package let changes: [Change]
  /// What CHECK, STATUS and GC do and fail to do.
  package let verbNotes: [VerbNote]
  /// Spec versions by release where they differ from the release's common list.
  package let specExceptions: [SpecException]

  package init(
    _ type: String, of series: String = referenceSeries, _ role: Role, _ span: ReleaseSpan = .always,
    _ summary: String, ipam: IPAMUse = .none, ipamSpan: ReleaseSpan = .always, mayFollow: ReleaseSpan? = nil,
    verbs: [Verb] = [], capabilities: [Input] = [],
    argsCNI: [Input] = [], cniArgs: [Input] = [], macSources: [MACSource] = [], keys: [KeyFacts] = [],
    hiddenKeys: [KeyFacts] = [], notKeys: [NotAKey] = [], constraints: [Constraint] = [], changes: [Change] = [],
    verbNotes: [VerbNote] = [], specExceptions: [SpecException] = []
  ) {
    self.type = type
    self.series = series
    self.role = role
    self.span = span
    self.summary = summary
    self.ipam = ipam
    self.ipamSpan = ipamSpan
    self.mayFollow = mayFollow
    self.verbs = verbs
    self.capabilities = capabilities
    self.argsCNI = argsCNI
    self.cniArgs = cniArgs
    self.macSources = macSources
    self.keys = keys
    self.hiddenKeys = hiddenKeys
    self.notKeys = notKeys
    self.constraints = constraints
    self.changes = changes
    self.verbNotes = verbNotes
    self.specExceptions = specExceptions
  }

  /// What the reference plugins' releases are called.
  package static let referenceSeries = "plugins"

  /// Whether it is one of the reference plugins.
  package var isReference: Bool { series == Self.referenceSeries }

  /// The key of a CNI name, in exactly this spelling.
  package func key(_ name: String) -> KeyFacts? { keys.first { $0.name == name } }

  /// Where a name that people write belongs, or what to write instead; `nil` for one that nobody is known to write.
  package func notKey(_ name: String) -> NotAKey? { notKeys.first { $0.name == name } }

  /// The constraints of a release that are about a key.
  package func constraints(on key: String, in release: Version) -> [Constraint] {
    constraints.filter { $0.keys.contains(key) && $0.span.contains(release) }
  }

  /// The spec versions that the plugin of a release answers to `VERSION`; `nil` where the release does not ship it.
  package func specVersions(in release: PluginRelease) -> [String]? {
    guard span.contains(release.version) else { return nil }
    return specExceptions.first { $0.span.contains(release.version) }?.versions ?? release.specVersions
  }

  /// Whether the plugin of a release really does something for a verb.
  package func acts(on verb: String, in release: Version) -> Bool {
    guard span.contains(release) else { return false }
    switch verb {
    case "ADD", "DEL", "VERSION": return true
    default: return verbs.contains { $0.name == verb && release >= $0.since }
    }
  }

  /// Whether the plugin of a release reads a capability's argument.
  package func reads(capability: String, in release: Version) -> Bool {
    capabilities.contains { $0.name == capability && $0.span.contains(release) }
  }
}
