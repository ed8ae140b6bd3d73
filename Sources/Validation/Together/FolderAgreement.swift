import CNIModel
import Catalogue
import ContainerdConfig
import Diagnostics

/// Whether a folder of networks is the one that containerd reads.
enum FolderAgreement {
  /// - Parameter folder: the path that the user gave. A folder of a repository can have any name; only one that says
  ///   where it lies on a node is held against the config.
  static func check(_ node: ConfiguredNode, folder: String, for target: Target, _ bag: inout DiagnosticBag) {
    let path = FilePath(folder)
    let wanted = FilePath(node.values.confDir.text)
    guard !path.ends(with: wanted), let place = placeOnNode(path) else { return }
    let isDefault = node.values.confDir.place == nil
    bag.warning(
      "config-differs-from-folder",
      "containerd \(target.containerd.version) reads networks from \(wanted.text)\(isDefault ? ", the default," : "") and not from \(place)",
      at: node.values.confDir.place ?? node.values.heading,
      notes: [Diagnostic.Note("effect: no network in \(folder) is ever read")],
      help: "write conf_dir = \"\(place)\", or move the networks")
  }

  /// The absolute path that a folder stands for on a node: its own, or what begins with `etc` in the image of a file
  /// system.
  private static func placeOnNode(_ path: FilePath) -> String? {
    if let etc = path.steps.lastIndex(of: "etc") { return "/" + path.steps[etc...].joined(separator: "/") }
    return path.isAbsolute && path.steps.last == "net.d" ? path.text : nil
  }
}
