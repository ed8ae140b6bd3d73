package import Diagnostics
import CNIModel
package import ProfileLanguage

/// Holds a Capabilities document against the node as it is now. Only what the document states is compared: one that
/// was written by hand may say less.
package enum NodeComparison {
  /// The folders that the document was made from: those that it names, or those in which its plugins lie.
  package static func folders(of document: CapabilitiesDocument) -> [String] {
    guard document.folders.isEmpty else { return document.folders.map(\.value) }
    var folders: [String] = []
    for path in document.plugins.compactMap(\.path?.value) {
      let folder = path.split(separator: "/").dropLast().map { "/\($0)" }.joined()
      if !folder.isEmpty, !folders.contains(folder) { folders.append(folder) }
    }
    return folders
  }

  /// Reports every difference at the document's line that no longer holds.
  package static func compare(
    _ document: CapabilitiesDocument, with node: FoundNode, into bag: inout DiagnosticBag
  ) {
    if let containerd = document.containerd {
      ContainerdComparison(document: containerd, found: node.containerd).report(&bag)
    } else if let found = node.containerd {
      bag.error(
        "containerd-changed", "containerd \(found.version) lies on the node now, and the document has none",
        at: document.pluginsPlace, help: remedy)
    }
    for plugin in document.plugins {
      guard let type = plugin.type else { continue }
      if let found = node.plugins.first(where: { $0.type == type.value }) {
        PluginComparison(document: plugin, found: found).report(&bag)
      } else {
        bag.error(
          "plugin-removed", "\(type.value) no longer lies on the node", at: type.range,
          notes: plugin.path.map { [Diagnostic.Note("it was \($0.value)")] } ?? [],
          help: "install it again, or \(remedy)")
      }
    }
    for found in node.plugins where !document.plugins.contains(where: { $0.type?.value == found.type }) {
      bag.error(
        "plugin-added", "\(found.type) lies on the node now: \(found.path)", at: document.pluginsPlace, help: remedy)
    }
  }

  /// What to do about a document that does not hold any more.
  static let remedy = "write the document again with cnigen probe -o, and build again what was built against it"
}
