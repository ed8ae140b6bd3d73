package import NetworkTypes

extension Libcni {
  /// What a list without cniVersion, or with an empty one, brings by verb. Every release loads it.
  package enum EmptyVersion {
    /// On ADD every release takes it and plugins answer in 0.1.0, so plugins that start later refuse it: firewall
    /// (0.4.0), bandwidth (0.3.0), vrf (0.3.1).
    package static let addErrors: [ErrorText] = [
      ErrorText(
        #"incompatible CNI versions; config is "0.1.0", plugin supports [...]"#, when: "a plugin that starts later"),
      ErrorText("cannot convert: no valid IP addresses", when: "an interface plugin without IPAM"),
    ]

    /// On DEL; where it fails no plugin is called, and addresses and interfaces stay behind.
    package static let delErrors: [ErrorText] = [
      ErrorText(
        .from("0.7.0-alpha0", to: "0.7.0-alpha1"), #"failed to convert major version part "": ..."#),
      ErrorText(.from("0.7.0", to: "1.0.1"), #"invalid version "": the version is empty"#),
    ]

    /// On CHECK.
    package static let checkErrors: [ErrorText] = [
      ErrorText(.from("0.7.0", to: "1.0.1"), #"invalid version "": the version is empty"#),
      ErrorText(.from("1.1.0", to: "1.3.0"), #"configuration version "" does not support the CHECK command"#),
    ]

    /// Whether a release can remove a network that has none.
    package static func canDelete(libcni: Version) -> Bool { delError(libcni: libcni) == nil }

    /// What DEL says in a release; `nil` where it works.
    package static func delError(libcni: Version) -> String? {
      delErrors.first { $0.span.contains(libcni) }?.text
    }

    /// What CHECK says in a release; `nil` for one that does not have it.
    package static func checkError(libcni: Version) -> String? {
      checkErrors.first { $0.span.contains(libcni) }?.text
    }

    /// How a release reads it when it checks a list against its plugins: 0.7.x compares with "", which always fails.
    package static func countsAs010InValidation(libcni: Version) -> Bool { libcni >= "0.8.0" }
  }
}
