package import Catalogue
package import CNIModel
package import Diagnostics
package import NetworkTypes

/// What a document of the kind Capabilities says about a node: its containerd, and its plugins as their own binaries
/// answered. Every leaf has its place.
package struct CapabilitiesDocument: Sendable {
  package var name: Located<String>?
  /// The day of the measurement, as `yyyy-mm-dd`.
  package var date: Located<String>?
  package var containerd: MeasuredContainerd?
  /// The folders that were looked into for plugins, in the order in which a runtime goes through them.
  package var folders: [Located<String>] = []
  package var plugins: [Plugin] = []
  /// The key `plugins`; the document's first key where that is missing.
  package var pluginsPlace: SourceRange

  package init(pluginsPlace: SourceRange) {
    self.pluginsPlace = pluginsPlace
  }

  /// A plugin as it lies on the node.
  package struct Plugin: Sendable {
    /// The file name of the binary.
    package var type: Located<String>?
    package var release: Located<Version>?
    package var releaseFrom: Located<ReleaseSource>?
    /// What speaks for the release, in words.
    package var evidence: Located<String>?
    /// The spec versions that the binary itself answered.
    package var cniVersions: Located<[String]>?
    /// Why it did not answer.
    package var fault: Located<String>?
    package var path: Located<String>?
    package var sha256: Located<String>?
    /// Further copies, in folders that a runtime looks into later.
    package var shadowed: [Located<String>] = []
    package var description = Description()
    package let range: SourceRange

    package init(range: SourceRange) {
      self.range = range
    }
  }

  /// What is said of a plugin that the catalogue does not know.
  package struct Description: Sendable {
    package var summary = ""
    package var role: PluginFacts.Role?
    /// How it deals with addresses; `nil` where nothing is said.
    package var ipam: PluginFacts.IPAMUse?
    package var capabilities: [Located<String>] = []
    /// Its keys; `nil` where none are listed, so that none can be judged.
    package var keys: [KeyFacts]?
    /// The first key of the description; `nil` where there is none.
    package var place: SourceRange?

    package init() {}

    /// Whether anything is said.
    package var isEmpty: Bool { place == nil }
  }

  /// How the release of a plugin came to be known.
  package enum ReleaseSource: String, Sendable, CaseIterable {
    /// The binary names it.
    case told
    /// The distribution's package that holds the binary has it.
    case package
    /// It follows from the spec versions and the names of keys in the binary.
    case deduced
  }
}

/// containerd as it was found on a node.
package struct MeasuredContainerd: Sendable {
  package var version: Located<Version>?
  /// The binary.
  package var path: Located<String>?
  /// The config files in force, drop-ins included, in the order in which they are merged.
  package var configFiles: [Located<String>] = []
  /// The SHA-256 of each of them, in the same order; empty where nobody measured them.
  package var configSums: [Located<String>] = []
  /// The version of the config's schema.
  package var schema: Located<Int>?
  package var binDirs: [Located<String>] = []
  package var confDir: Located<String>?
  package var maxConfNum: Located<Int>?
  /// What lies in `confDir`, in the order in which containerd goes through it; `nil` where nobody looked.
  package var networks: [MeasuredNetwork]?
  /// The key `networks`; the section's first key where that is missing.
  package var networksPlace: SourceRange?

  package init() {}
}

/// A file of a network as containerd finds it on a node.
package struct MeasuredNetwork: Sendable {
  /// Its name in `confDir`.
  package var file: Located<String>?
  /// The network's name.
  package var name: Located<String>?
  /// The types of the chain, in order.
  package var plugins: [Located<String>] = []
  package var sha256: Located<String>?
  /// Whether containerd opens the file; it stops at `maxConfNum`.
  package var isOpened: Located<Bool>?
  /// Why containerd cannot load it.
  package var fault: Located<String>?
  package let range: SourceRange

  package init(range: SourceRange) {
    self.range = range
  }
}
