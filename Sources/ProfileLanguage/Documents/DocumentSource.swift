package import Diagnostics
package import Syntax

/// Opens the documents that a document names: its template, the capabilities of its target.
///
/// The language itself never touches a file; whoever runs it lends it one of these.
package protocol DocumentSource {
  /// Opens the file at a path that stands in another document. A relative path begins in that document's folder.
  mutating func open(_ path: String, namedIn document: FileID) throws(UnreadableDocument) -> OpenDocument

  /// Takes in a text that lies in this program, so that findings can point into it.
  mutating func take(_ file: SourceFile) -> FileID

  /// Remembers the tree of a document, so that places in it have pointers.
  mutating func remember(_ tree: Node, of document: FileID)
}

/// A document that was opened, under the name by which this run knows it.
package struct OpenDocument: Sendable {
  package let id: FileID
  package let file: SourceFile
  /// Nodes of a fleet that its tree lacks.
  package let plainNodes: PlainNodes?

  package init(_ file: SourceFile, _ id: FileID, plainNodes: PlainNodes? = nil) {
    self.file = file
    self.id = id
    self.plainNodes = plainNodes
  }
}

/// A document that cannot be opened.
package struct UnreadableDocument: Error {
  /// The system's reason, in words.
  package let reason: String

  package init(_ reason: String) {
    self.reason = reason
  }
}
