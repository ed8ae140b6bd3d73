import CNIModel
import Catalogue
import Difference
import NetworkTypes

/// What a node's containerd is asked to find out whether it has loaded the networks of a state. That it is ready says
/// only that some file could be read: one that no longer watches its folder is ready with the network of before.
struct NetworkQuestion: Sendable, Equatable {
  /// A file, and the network whose text it is.
  struct Held: Sendable, Equatable {
    let network: String
    let path: String
  }

  /// The names in the order of a pod's interfaces.
  let names: [String]
  /// The files that containerd has to hold word for word.
  let held: [Held]
  /// Whether it tells how the last load ended, as it does from 1.4 on.
  let tellsLoad: Bool
  /// Whether it may have further networks, as nobody knows how many files it takes.
  let mayHaveMore: Bool

  /// `nil` where there is nothing to ask for.
  init?(_ state: NodeState) {
    let networks = state.inForce
    // Others can neither be used by pods nor be written into a command.
    guard !networks.isEmpty, networks.allSatisfy({ NetworkName.isWellFormed($0.name) }) else { return nil }
    let paths = NodePaths(state: state)
    names = networks.map(\.name)
    // What containerd makes of a template, or of a single plugin, is another text.
    held = networks.filter { !$0.isTemplate && $0.fileName.hasSuffix(".conflist") }.compactMap { network in
      paths.path(of: network.fileName).map { Held(network: network.name, path: $0) }
    }
    tellsLoad = !state.knowsTarget || state.target.containerd.version >= "1.4.0"
    mayHaveMore = state.runtime.settings == nil
  }

  /// A condition of a shell: NetworkReady, the last load, and the names, on one line that it prints where all is well.
  var isLoaded: String {
    let load = tellsLoad ? "{{.lastCNILoadStatus}}" : ""
    let template =
      "{{range .status.conditions}}{{.type}}={{.status}} {{end}}\(load){{range .cniconfig.Networks}} {{.Config.Name}}{{end}}"
    let names = names.map { $0.split(separator: ".", omittingEmptySubsequences: false).joined(separator: "[.]") }
    let line =
      "NetworkReady=true ([^ ]*=[^ ]* )*\(tellsLoad ? "OK" : "")( cni-loopback)? \(names.joined(separator: " "))"
    return "\(Self.info(template)) | grep -E \"\(line)\(mayHaveMore ? "( |$)" : "$")\""
  }

  /// The command that prints the text which it holds of a network, for a substitution in quotes.
  static func text(of network: String) -> String {
    info(#"{{range .cniconfig.Networks}}{{if eq .Config.Name \"\#(network)\"}}{{.Config.Source}}{{end}}{{end}}"#)
  }

  /// A condition of a shell: a file is there, and a command prints what it has, but for lines without text at the end.
  ///
  /// - Parameter place: the file, as a word of a shell.
  static func isSame(_ command: String, as place: String) -> String {
    "test -s \(place) && test \"$(\(command))\" = \"$(cat \(place))\""
  }

  private static func info(_ template: String) -> String {
    "crictl info --output go-template --template \"\(template)\""
  }

  /// The commands: containerd takes a moment after its start, and a network from a template comes with kubelet.
  var commands: [String] {
    let texts = held.map { Self.isSame(Self.text(of: $0.network), as: ShellWord.quoted($0.path)) }
    return ([isLoaded] + texts).map { condition in
      "timeout 2m sh -c \(ShellWord.quoted("until \(condition); do sleep 2; done"))"
    }
  }
}
