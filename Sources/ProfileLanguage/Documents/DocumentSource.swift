package import Diagnostics
package import Syntax

/// Opens the documents that a document names: its template, the capabilities of its target.
///
/// The language itself never touches a file; whoever runs it lends it one of these.
package protocol DocumentSource {
  /// Opens the file at a path that stands in another document. A relative path begins in that document's folder.
  mutating func open(_ path: String, namedIn document: FileID) throws(UnreadableDocument) -> OpenDocument

  /// Opens a file that lists very many things, a line or an item each, and may be larger than a document.
  ///
  /// - Parameter limit: how many bytes are read at most; a number of MiB.
  mutating func openList(
    _ path: String, namedIn document: FileID, upTo limit: Int
  ) throws(UnreadableDocument) -> OpenDocument

  /// Takes in a text that lies in this program, so that findings can point into it.
  mutating func take(_ file: SourceFile) -> FileID

  /// Remembers the tree of a document, so that places in it have pointers.
  mutating func remember(_ tree: Node, of document: FileID)
}

extension DocumentSource {
  /// Sources that hold everything in memory need no limit.
  package mutating func openList(
    _ path: String, namedIn document: FileID, upTo limit: Int
  ) throws(UnreadableDocument) -> OpenDocument {
    try open(path, namedIn: document)
  }
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
  /// Whether the reason is that nothing is there.
  package let isMissing: Bool

  package init(_ reason: String, isMissing: Bool = false) {
    self.reason = reason
    self.isMissing = isMissing
  }
}
