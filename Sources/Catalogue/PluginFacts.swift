package import NetworkTypes

/// What the catalogue knows about one of the reference plugins.
package struct PluginFacts: Sendable {
  /// What a plugin does in a chain.
  package enum Role: String, Sendable, Hashable {
    /// Makes or moves the container's interface; stands first.
    case interface
    /// Hands out addresses; stands under `ipam` of an interface plugin.
    case ipam
    /// Changes what the plugins before it made; needs one of them.
    case meta
  }

  /// How an interface plugin deals with addresses.
  package enum IPAMUse: Sendable, Hashable {
    /// It calls no IPAM plugin.
    case none
    /// It works without, in the releases named; in others it refuses to.
    case optional(ReleaseSpan)
    case required
  }

  /// Something that the runtime may hand over at run time, and the releases that take it.
  package struct Input: Sendable, Hashable {
    package let name: String
    package let span: ReleaseSpan

    package init(_ name: String, _ span: ReleaseSpan) {
      self.name = name
      self.span = span
    }
  }

  /// A verb beyond ADD, DEL and VERSION that the plugin really acts on, and since when.
  package struct Verb: Sendable, Hashable {
    package let name: String
    package let since: Version

    package init(_ name: String, since: Version) {
      self.name = name
      self.since = since
    }
  }

  /// A key that people write and that the plugin never had.
  package struct NotAKey: Sendable, Hashable {
    package let name: String
    /// Where it belongs, or what to write instead.
    package let instead: String

    package init(_ name: String, instead: String) {
      self.name = name
      self.instead = instead
    }
  }

  /// The value of `type`: the file name of the binary.
  package let type: String
  package let role: Role
  /// Releases that ship the plugin.
  package let span: ReleaseSpan
  /// What it is for, in one line.
  package let summary: String
  package let ipam: IPAMUse
  package let verbs: [Verb]
  /// Keys of `runtimeConfig` that it reads; for an IPAM plugin they are declared on the interface plugin.
  package let capabilities: [Input]
  /// What it reads from `args.cni`.
  package let argsCNI: [Input]
  /// What it reads from the environment variable `CNI_ARGS`.
  package let cniArgs: [Input]
  /// Its own keys, in the order in which people write them. Keys that every plugin has stand in `CommonKeys`.
  package let keys: [KeyFacts]
  package let notKeys: [NotAKey]
  /// Constraints that the code or the kernel enforces, with the error text they give.
  package let constraints: [Change]
  /// Behaviour that moved.
  package let changes: [Change]
  /// What CHECK, STATUS and GC do and fail to do.
  package let verbNotes: [String]
  /// Spec versions by release where they differ from the release's common list.
  package let specExceptions: [SpecException]

  /// Releases in which a plugin answers another list of spec versions than its release's common one.
  package struct SpecException: Sendable, Hashable {
    package let span: ReleaseSpan
    package let versions: [String]

    package init(_ span: ReleaseSpan, _ versions: [String]) {
      self.span = span
      self.versions = versions
    }
  }

  package init(
    _ type: String, _ role: Role, _ span: ReleaseSpan = .always, _ summary: String, ipam: IPAMUse = .none,
    verbs: [Verb] = [], capabilities: [Input] = [], argsCNI: [Input] = [], cniArgs: [Input] = [],
    keys: [KeyFacts] = [], notKeys: [NotAKey] = [], constraints: [Change] = [], changes: [Change] = [],
    verbNotes: [String] = [], specExceptions: [SpecException] = []
  ) {
    self.type = type
    self.role = role
    self.span = span
    self.summary = summary
    self.ipam = ipam
    self.verbs = verbs
    self.capabilities = capabilities
    self.argsCNI = argsCNI
    self.cniArgs = cniArgs
    self.keys = keys
    self.notKeys = notKeys
    self.constraints = constraints
    self.changes = changes
    self.verbNotes = verbNotes
    self.specExceptions = specExceptions
  }

  /// The key of a CNI name, in exactly this spelling.
  package func key(_ name: String) -> KeyFacts? { keys.first { $0.name == name } }

  /// The spec versions that the plugin of a release answers to `VERSION`; `nil` where the release does not ship it.
  package func specVersions(in release: PluginRelease) -> [String]? {
    guard span.contains(release.version) else { return nil }
    return specExceptions.first { $0.span.contains(release.version) }?.versions ?? release.specVersions
  }
}
