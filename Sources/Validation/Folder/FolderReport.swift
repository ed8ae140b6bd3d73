package import NetworkTypes

/// What the readers of a folder of network configurations take from it.
package struct FolderReport: Sendable {
  /// A network that a reader takes.
  package struct Network: Sendable, Hashable {
    package let file: String
    package let name: String
    /// The types of the chain, in order.
    package let plugins: [String]
  }

  /// What a file that counts holds, whether or not containerd opens it.
  package struct File: Sendable {
    package let name: String
    /// The network in it, or why it does not load.
    package let network: Network?
    package let fault: String?
  }

  /// The release of containerd.
  package let containerd: Version
  /// The files that count, in containerd's order.
  package let files: [String]
  /// The same with what is in them.
  package let contents: [File]
  /// Those of them that containerd opens.
  package let opened: [String]
  /// What containerd gives a pod; nothing where the load fails.
  package let networks: [Network]
  /// What containerd says where the load fails.
  package let failure: String?
  /// What a search by name ends with, for every name in the folder, in the order of the files.
  package let byName: [(name: String, outcome: LibcniLookup.Outcome)]
  /// What every network command of nerdctl ends with; `nil` where it can read all files.
  package let nerdctlFailure: String?
}
