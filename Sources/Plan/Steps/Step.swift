/// A piece of work on a node.
package struct Step: Sendable, Equatable {
  let action: Action
  /// What is done, in a few words.
  package let title: String
  package let place: Place
  /// What to type; `$NODE` is the node's name.
  package let commands: [String]
  /// Why it is there, or what to see to.
  package let why: String

  /// Where the commands are run.
  package enum Place: String, Sendable {
    /// Where `kubectl` reaches the cluster.
    case control
    case node
  }

  /// What kind of work it is.
  enum Action: Sendable, Equatable {
    /// Looks whether anything stands in the way of the files.
    case preview
    case drain
    case stopKubelet
    /// What a drain leaves on the node.
    case stopPods
    case stopContainerd
    /// What is replaced, and the folder of the binaries.
    case replacePlugins(PluginReplacement, folder: String)
    /// The files, and whether `cnigen apply` writes them.
    case writeFiles([FilePlacement], isApplied: Bool)
    /// The files that had to stay until containerd was started anew.
    case removeFiles([FilePlacement])
    case rollBack
    /// What containerd makes of a template, and whether kubelet is restarted for it.
    case render(RenderedNetwork, restartsKubelet: Bool)
    /// The bridge, and whether it stays where something is still on it.
    case deleteBridge(String, onlyIfEmpty: Bool)
    /// The folder of a network's leases.
    case removeLeases(String)
    /// The release, the command that installs a package, and whether containerd is stopped once more after it.
    case replaceContainerd(install: String, release: String, stopsAgain: Bool)
    case startServices
    /// All containers, by what keeps them running where that is not Kubernetes.
    case stopContainers
    case startContainers
    case restartContainerd
    case askForNetworks(NetworkQuestion)
    case check
    case uncordon

    /// The word for it in JSON.
    var word: String {
      switch self {
      case .preview: "preview"
      case .drain: "drain"
      case .stopKubelet: "stop-kubelet"
      case .stopPods: "stop-pods"
      case .stopContainerd: "stop-containerd"
      case .replacePlugins: "replace-plugins"
      case .writeFiles: "write-files"
      case .removeFiles: "remove-files"
      case .rollBack: "roll-back"
      case .render: "render"
      case .deleteBridge: "delete-bridge"
      case .removeLeases: "remove-leases"
      case .replaceContainerd: "replace-containerd"
      case .startServices: "start"
      case .stopContainers: "stop-containers"
      case .startContainers: "start-containers"
      case .restartContainerd: "restart-containerd"
      case .askForNetworks: "ask-for-networks"
      case .check: "check"
      case .uncordon: "uncordon"
      }
    }
  }
}

/// A file of a node's build, and where it belongs on the node.
package struct FilePlacement: Sendable, Equatable {
  /// The path below the node's folder in the build.
  package let name: String
  /// The path on the node.
  package let path: String
  /// Whether it is taken away instead.
  package let isRemoved: Bool

  /// A path beside it that containerd passes over.
  var temporaryPath: String {
    let (folder, name) = NodePaths.split(path)
    return "\(folder ?? "")/.\(name).cnigen-new"
  }
}
