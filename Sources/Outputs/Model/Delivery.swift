package import CNIModel
package import Diagnostics

/// What a build has made for one target and where it belongs on a node: the material of every output.
package struct Delivery: Sendable {
  /// The profile's name.
  package let name: Located<String>
  package let target: Target
  /// Where the target's name is written; `nil` where there is only one target.
  package let targetPlace: SourceRange?
  /// The folder of the networks on the node.
  package let confDir: String
  /// The containerd config first and the networks or the template behind it, as they are to be put in place.
  package let files: [NodeFile]

  package init(
    name: Located<String>, target: Target, targetPlace: SourceRange?, confDir: String, files: [NodeFile]
  ) {
    self.name = name
    self.target = target
    self.targetPlace = targetPlace
    self.confDir = confDir
    self.files = files
  }

  /// The networks with their files.
  var networks: [(file: NodeFile, list: NetworkList)] {
    files.compactMap { file in
      if case .network(let list) = file.role { (file, list) } else { nil }
    }
  }

  /// The files that are read while containerd runs: networks, or the template of one.
  var networkFiles: [NodeFile] {
    files.filter { if case .runtimeConfig = $0.role { false } else { true } }
  }

  /// Whether a template stands in the place of the networks, and where the profile asks for it.
  var template: (isThere: Bool, place: SourceRange?) {
    for file in files { if case .template(let place) = file.role { return (true, place) } }
    return (false, nil)
  }

  /// Whether a containerd config is among the files. containerd reads it at its start only.
  var hasRuntimeConfig: Bool {
    files.contains { if case .runtimeConfig = $0.role { true } else { false } }
  }
}

/// A file of a node.
package struct NodeFile: Sendable {
  /// The absolute path on the node.
  package let path: String
  package let bytes: [UInt8]
  package let role: Role

  /// What a file is to the node.
  package enum Role: Sendable {
    /// containerd's config or a drop-in of it.
    case runtimeConfig
    case network(NetworkList)
    /// A template from which containerd makes a network, when Kubernetes has assigned the node's ranges; and the place
    /// where the profile says so.
    case template(SourceRange?)
  }

  package init(path: String, bytes: [UInt8], role: Role) {
    self.path = path
    self.bytes = bytes
    self.role = role
  }

  /// The last component of the path.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The path of the folder that it lies in.
  var folder: String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// The contents as text; `nil` for bytes that are no UTF-8.
  var text: String? { String(validating: bytes, as: UTF8.self) }
}
