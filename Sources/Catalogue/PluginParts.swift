package import NetworkTypes

extension PluginFacts {
  /// What a plugin does in a chain.
  package enum Role: String, Sendable, Hashable {
    /// Makes or moves the container's interface; stands first.
    case interface
    /// Hands out addresses; stands under `ipam` of an interface plugin.
    case ipam
    /// Changes what the plugins before it made; needs one of them.
    case meta
    /// Nobody says: a plugin of others that is described without it.
    case unstated
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

  /// A place from which a plugin takes a MAC address.
  package enum MACSource: String, Sendable, Hashable {
    /// The key `mac` of its configuration.
    case key
    /// `MAC=` in the environment variable `CNI_ARGS`.
    case cniArgs
    /// `args.cni.mac`.
    case argsCNI
    /// `runtimeConfig.mac`, that is, the capability.
    case capability
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

  /// Something that a verb does, or fails to do, against what its name promises.
  package struct VerbNote: Sendable, Hashable {
    package let verb: String
    package let span: ReleaseSpan
    /// What happens, in one line.
    package let what: String
    /// What the plugin says; empty where it says nothing.
    package let error: String
    package let evidence: Constraint.Evidence

    package init(
      _ verb: String, _ span: ReleaseSpan, _ what: String, error: String = "",
      evidence: Constraint.Evidence = .measured
    ) {
      self.verb = verb
      self.span = span
      self.what = what
      self.error = error
      self.evidence = evidence
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

  /// Releases in which a plugin answers another list of spec versions than its release's common one.
  package struct SpecException: Sendable, Hashable {
    package let span: ReleaseSpan
    package let versions: [String]

    package init(_ span: ReleaseSpan, _ versions: [String]) {
      self.span = span
      self.versions = versions
    }
  }
}
