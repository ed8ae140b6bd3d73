import CNIModel
package import Diagnostics
package import Syntax

/// Reads documents of the kind Capabilities.
package enum CapabilitiesReader {
  /// Reads a document; `nil` where it is none, or cannot be relied on. What is wrong with it is in the bag.
  package static func read(_ node: Node, into bag: inout DiagnosticBag) -> CapabilitiesDocument? {
    var found = DiagnosticBag()
    defer { bag.add(found) }
    let refusal = "tells nothing about a node; a Capabilities document is expected"
    guard DocumentHeader.check(node, is: "Capabilities", else: refusal, &found) else { return nil }
    var document = CapabilitiesDocument(pluginsPlace: node.mapping?.first?.keyRange ?? node.range)
    CapabilitiesSection.table.read(node, into: &document, &found)
    CapabilitiesCheck.check(document, node, &found)
    return found.hasErrors ? nil : document
  }

  /// Checks a document by itself: what it says, and whether the catalogue knows the releases that it states.
  package static func check(_ node: Node, into bag: inout DiagnosticBag) {
    guard let document = read(node, into: &bag) else { return }
    let overrides = TargetOverrides(capabilities: document)
    _ = TargetResolution.standIn(overrides, into: &bag)
  }

  /// Reads the documents that targets name, each of them once.
  static func open(_ targets: inout [TargetSpec], from documents: inout some DocumentSource, _ bag: inout DiagnosticBag)
  {
    for index in targets.indices {
      guard let path = targets[index].capabilities else { continue }
      let earlier = targets[..<index].first { $0.capabilities?.value == path.value }
      targets[index].measured =
        earlier.map(\.measured) ?? open(path, namedIn: path.range.file, from: &documents, &bag)
    }
  }

  /// Opens the document that another one names. What is wrong with it is in the bag.
  static func open(
    _ path: Located<String>, namedIn document: FileID, from documents: inout some DocumentSource,
    _ bag: inout DiagnosticBag
  ) -> CapabilitiesDocument? {
    do {
      let opened = try documents.open(path.value, namedIn: document)
      guard let tree = YAMLReader.read(opened.id, opened.file.bytes, into: &bag) else { return nil }
      documents.remember(tree, of: opened.id)
      return read(tree, into: &bag)
    } catch {
      bag.error(
        "unreadable-document", "\(path.value) cannot be read: \(error.reason)", at: path.range,
        help: "the path begins in the folder of this file")
      return nil
    }
  }
}
