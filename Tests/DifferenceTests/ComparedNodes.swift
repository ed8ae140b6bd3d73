import CNIModel
import Catalogue
import Diagnostics
import Difference
import NetworkTypes
import ProfileLanguage
import Syntax

/// Two nodes written down in a test, held against each other.
struct ComparedNodes {
  let changes: [NodeChange]
  let files: SourceFiles

  struct Unreadable: Error { let text: String }

  /// Files of two nodes: by name, then text. A text that begins with `[` is the chain of a conflist, see `list`.
  init(
    _ old: [(name: String, text: String)], _ new: [(name: String, text: String)], from before: Releases = .newest,
    to after: Releases = .newest, isWhole: Bool = true
  ) throws {
    var files = SourceFiles()
    var bag = DiagnosticBag()
    let states = try [(old, before), (new, after)].map { sources, releases in
      let read = sources.map { source in
        let text =
          source.text.hasPrefix("[") && source.name.hasSuffix(".conflist") ? Self.list(source.text) : source.text
        let file = SourceFile(name: source.name, bytes: Array(text.utf8))
        return NodeFiles.Source(file, files.add(file))
      }
      return NodeFiles.state(
        of: read, paths: sources.map(\.name), for: try releases.target, knowsTarget: releases.isStated,
        isWhole: isWhole, into: &bag)
    }
    guard !bag.hasErrors else { throw Unreadable(text: bag.sorted().map(\.message).joined(separator: "\n")) }
    changes = NodeComparison.changes(from: states[0], to: states[1])
    self.files = files
  }

  /// Two lists of one network, each as its chain or as a whole.
  init(_ old: String, _ new: String, from before: Releases = .newest, to after: Releases = .newest) throws {
    try self.init([("10-pods.conflist", old)], [("10-pods.conflist", new)], from: before, to: after)
  }

  /// What is on a node.
  struct Releases {
    var containerd: Version = "2.1.9"
    var plugins: Version = "1.9.1"
    var kubernetes: Version?
    var isStated = true

    static let newest = Releases()

    var target: Target {
      get throws {
        guard let containerd = Catalogue.containerdRelease(containerd), let plugins = Catalogue.pluginRelease(plugins)
        else { throw Unreadable(text: "no such release") }
        return Target(containerd: containerd, plugins: plugins, kubernetes: kubernetes, isAssumed: !isStated)
      }
    }
  }

  /// A whole list around a chain.
  static func list(_ chain: String, name: String = "pods", version: String = "1.0.0") -> String {
    #"{"cniVersion": "\#(version)", "name": "\#(name)", "plugins": \#(chain)}"#
  }

  /// Each change as its kind and its class.
  var told: [String] { changes.map { "\($0.kind) \($0.effect.word)" } }

  func change(_ kind: String) -> NodeChange? { changes.first { $0.kind == kind } }

  /// The text at a place.
  func text(_ range: SourceRange?) -> String? { range.map { files[$0.file].text($0) } }
}

/// Plugins of a chain, as they stand in tests.
enum Chain {
  /// A bridge with some further keys, and the IPAM that is given.
  static func bridge(_ keys: String = "", ipam: String = Chain.ipam()) -> String {
    #"{"type": "bridge", "bridge": "cni0", "isGateway": true\#(keys.isEmpty ? "" : ", " + keys), "ipam": \#(ipam)}"#
  }

  /// host-local with one subnet and some further keys.
  static func ipam(_ subnet: String = "10.88.0.0/24", _ keys: String = "", range: String = "") -> String {
    """
    {"type": "host-local", "ranges": [[{"subnet": "\(subnet)"\(range.isEmpty ? "" : ", " + range)}]]\
    \(keys.isEmpty ? "" : ", " + keys)}
    """
  }

  /// A plugin with the IPAM that is given.
  static func plugin(_ type: String, _ keys: String = "", ipam: String? = Chain.ipam()) -> String {
    let parts = [#""type": "\#(type)""#, keys, ipam.map { #""ipam": \#($0)"# } ?? ""].filter { !$0.isEmpty }
    return "{\(parts.joined(separator: ", "))}"
  }

  static let portmap = #"{"type": "portmap", "capabilities": {"portMappings": true}}"#

  /// A chain.
  static func of(_ plugins: String...) -> String { "[\(plugins.joined(separator: ", "))]" }
}
