package import NetworkTypes

extension Containerd {
  /// How containerd finds further config files.
  package enum Imports {
    package static let key = "imports"

    /// The pattern that 2.2 and later print as a default. The daemon follows the imports line of the files themselves:
    /// a config.toml without it, or none at all, loads no drop-in.
    package static let printedDefault = "/etc/containerd/conf.d/*.toml"

    /// The first release that prints it, in `config default` and `config migrate` alone.
    package static let printedSince: Version = "2.2.0"

    /// What becomes of an import that is a plain path, without a file.
    package enum Missing: String, Sendable, Hashable {
      case ignored
      /// The daemon and `config dump` fail.
      case fatal
      /// The daemon fails; `config dump` and `config migrate` exit with status 0 and say nothing.
      case fatalToDaemon
    }

    /// What a release does with a plain path that is not there.
    package static func missingPlainPath(in release: Version) -> Missing {
      switch release.line {
      case "1.3", "1.4": .ignored
      case "1.5", "1.6", "1.7": .fatal
      default: .fatalToDaemon
      }
    }

    /// What it then says; empty where it says nothing.
    package static func missingPathError(in release: Version) -> String {
      switch missingPlainPath(in: release) {
      case .ignored: ""
      case .fatal: "containerd: failed to load TOML: PATH: open PATH: no such file or directory"
      case .fatalToDaemon: "containerd: open PATH: no such file or directory"
      }
    }

    /// Whether a release reads a relative pattern with a `*` from the importing file's folder; older ones take the
    /// working directory. A relative path without one is always read from the importing file's folder.
    package static func relativePatternsFollowFile(in release: Version) -> Bool {
      let old: [ReleaseSpan] = [.from("1.3.0", to: "1.6.28"), .from("1.7.0", to: "1.7.15")]
      return !old.contain(release)
    }

    /// What a pattern can hold.
    package static let patterns = "only *, as filepath.Glob has it, in lexical order; one without a match is fine"

    /// The order in which files are read; later ones win and each is read once.
    package static let order =
      "level by level: the root file, its imports in order (patterns lexically), then their imports"

    /// The advice for a drop-in.
    package static let advice =
      "state the root file's version in every drop-in; on 1.x do not use a drop-in that sets CNI alone"
  }
}
