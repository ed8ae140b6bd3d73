import CNIModel
import Diagnostics
import ProfileLanguage
import Syntax

/// The profile of a fleet, before it is read: its tree, and the document that it stands in.
struct FleetProfile {
  let tree: Node
  let file: OpenDocument

  /// Opens the profile; `nil` where there is none, or it cannot be opened, which is in the bag.
  ///
  /// - Parameter file: the fleet's document, which may hold the profile itself.
  static func open(
    _ fleet: FleetSpec, of file: OpenDocument, from documents: inout some DocumentSource, into bag: inout DiagnosticBag
  ) -> FleetProfile? {
    switch fleet.profile {
    case nil: return nil
    case .inline(let body): return FleetProfile(tree: ProfileTree.document(body, named: fleet.name), file: file)
    case .path(let path):
      do {
        let opened = try documents.open(path.value, namedIn: path.range.file)
        guard let tree = YAMLReader.read(opened.id, opened.file.bytes, into: &bag) else { return nil }
        documents.remember(tree, of: opened.id)
        return FleetProfile(tree: tree, file: opened)
      } catch {
        bag.error(
          "unreadable-document", "\(path.value) cannot be read: \(error.reason)", at: path.range,
          help: "the path begins in the folder of this file")
        return nil
      }
    }
  }
}
