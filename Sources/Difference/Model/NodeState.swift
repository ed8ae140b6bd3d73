package import CNIModel

/// What one node has, as far as a side of a comparison tells: networks with their places, what containerd is told, and
/// every file by its bytes.
package struct NodeState: Sendable {
  /// The releases; assumed ones where `knowsTarget` is false.
  package let target: Target
  /// Whether the side states the releases.
  package let knowsTarget: Bool
  /// The networks, in the order in which containerd meets their files.
  package let networks: [NetworkState]
  package let runtime: Runtime
  /// All files by their paths, in the order in which they are written; empty where the side is less than a build.
  package let files: [File]
  /// Whether `files` are all that a build makes, so that a file that is not there is none.
  package let isWhole: Bool
  /// How many files containerd takes, as the other side of a comparison tells.
  private var statedElsewhere: Int?

  /// What is known of containerd's config.
  package enum Runtime: Sendable {
    /// The side says nothing of it: a folder of networks, a single conflist.
    case unknown
    /// There is none.
    case none
    case settings(RuntimeSettings)

    package var settings: RuntimeSettings? { if case .settings(let settings) = self { settings } else { nil } }
  }

  /// A file of the node's folder.
  package struct File: Sendable, Equatable {
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }

    /// Whether it is one of those that containerd itself reads.
    package var isForContainerd: Bool {
      [".conflist", ".conf", ".json", ".toml", ".template"].contains(where: path.hasSuffix)
    }
  }

  package init(
    target: Target, knowsTarget: Bool, networks: [NetworkState], runtime: Runtime, files: [File] = [],
    isWhole: Bool = false
  ) {
    self.target = target
    self.knowsTarget = knowsTarget
    self.networks = networks.sorted { $0.fileName.utf8.lexicographicallyPrecedes($1.fileName.utf8) }
    self.runtime = runtime
    self.files = files
    self.isWhole = isWhole
  }

  /// The same with what the other side tells where this one says nothing: the releases, and how many files containerd
  /// takes. A change of these is only what both sides tell.
  func completed(by other: NodeState) -> NodeState {
    var state = NodeState(
      target: knowsTarget || !other.knowsTarget ? target : other.target, knowsTarget: knowsTarget, networks: networks,
      runtime: runtime, files: files, isWhole: isWhole)
    if case .unknown = runtime { state.statedElsewhere = other.runtime.settings.map(Self.maximum) }
    return state
  }

  /// How many files of its folder containerd takes for networks; 0 for all.
  package var maximumNetworks: Int {
    runtime.settings.map(Self.maximum) ?? statedElsewhere ?? RuntimeSettings.defaultMaximumNetworks
  }

  private static func maximum(_ settings: RuntimeSettings) -> Int {
    settings["max_conf_num"]?.value.integer ?? RuntimeSettings.defaultMaximumNetworks
  }

  /// The networks that containerd gives a pod, in the order of its interfaces.
  package var inForce: ArraySlice<NetworkState> {
    maximumNetworks > 0 ? networks.prefix(maximumNetworks) : networks[...]
  }
}

/// A network, and the file that holds it.
package struct NetworkState: Sendable {
  package let list: NetworkList
  /// The name alone, which says what comes first.
  package let fileName: String
  /// Whether containerd makes the file itself, from a template; the list is that of a node of both families then.
  package let isTemplate: Bool

  package init(_ list: NetworkList, fileName: String, isTemplate: Bool = false) {
    self.list = list
    self.fileName = fileName
    self.isTemplate = isTemplate
  }

  /// The network's name; empty where it has none.
  package var name: String { list.name?.value ?? "" }
}
