package import Diagnostics
package import Syntax

/// A document of the language as it was read: its tree, and the nodes of a fleet that are not in it.
package struct ReadDocument: Sendable {
  /// The tree. Of a fleet with very many plain nodes it lacks most of those.
  package let tree: Node
  /// What it lacks.
  package let plainNodes: PlainNodes?

  /// A document whose tree lacks nothing.
  package init(_ tree: Node) { self.init(tree, plainNodes: nil) }

  private init(_ tree: Node, plainNodes: PlainNodes?) {
    self.tree = tree
    self.plainNodes = plainNodes
  }

  /// Reads a document. Everything wrong with it goes into the bag; `nil` where there is no tree to go on with.
  ///
  /// - Parameter isWhole: whether the tree must lack nothing, because somebody wants pointers to places in it.
  package static func read(
    _ file: FileID, _ bytes: [UInt8], isWhole: Bool = false, into bag: inout DiagnosticBag
  ) -> ReadDocument? {
    if !isWhole, bytes.count <= YAMLReader.maximumSize, var nodes = PlainNodes.find(in: bytes, of: file) {
      var found = DiagnosticBag()
      if let tree = YAMLReader.read(file, bytes, without: nodes.holes, into: &found), !found.hasErrors,
        nodes.settle(in: tree)
      {
        bag.add(found)
        return ReadDocument(tree, plainNodes: nodes)
      }
    }
    return YAMLReader.read(file, bytes, into: &bag).map { ReadDocument($0) }
  }
}
