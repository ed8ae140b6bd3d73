package import NetworkTypes
import ProfileLanguage

/// What was found on a node.
package struct FoundNode: Sendable {
  /// The node's name.
  package var name: String
  /// The day, as `yyyy-mm-dd`.
  package var date: String
  package var containerd: FoundContainerd?
  /// The folders that were looked into.
  package var folders: [String] = []
  /// By type.
  package var plugins: [FoundPlugin] = []
}

/// A plugin that was found.
package struct FoundPlugin: Sendable {
  package let type: String
  package let path: String
  package let shadowed: [String]
  /// The spec versions that it answered, or why it did not answer.
  let answer: VersionQuestion.Answer
  let release: ReleaseFinding
  /// `nil` where the file cannot be read.
  package let sha256: String?

  /// Why it did not answer.
  package var fault: String? {
    if case .fault(let fault) = answer { fault } else { nil }
  }

  /// The spec versions that it answered.
  package var specVersions: [String]? {
    if case .versions(let versions) = answer { versions } else { nil }
  }
}

/// containerd, and what it reads on the node.
package struct FoundContainerd: Sendable {
  package let version: Version
  /// The version in its own words.
  package let told: String
  package let path: String
  package var configFiles: [(path: String, sha256: String)] = []
  /// The schema that the first of them states.
  package var schema: Int?
  /// What the files come to; `nil` where they cannot be read.
  package var settings: Settings?

  package struct Settings: Sendable {
    package let binDirs: [String]
    package let confDir: String
    package let maxConfNum: Int
    /// The path of the template that networks are written by; `nil` for none.
    package let confTemplate: String?
    /// The files of `confDir` that are networks, in the order in which they are read.
    package var networks: [FoundNetwork] = []
  }
}

/// A file of a network.
package struct FoundNetwork: Sendable {
  package let file: String
  /// The network's name.
  package let name: String?
  package let plugins: [String]
  package let isOpened: Bool
  package let fault: String?
  package let sha256: String?
}
