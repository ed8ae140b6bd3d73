import Diagnostics
import ProfileLanguage
import Syntax

/// The files of a run on one input: whatever path a document names, the input itself stands there. So an input that
/// names another document is its own template, too.
struct Echo: DocumentSource {
  let bytes: [UInt8]
  private(set) var files = SourceFiles()

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func open(_ path: String, namedIn document: FileID) throws(UnreadableDocument) -> OpenDocument {
    let file = SourceFile(name: path, bytes: bytes)
    return OpenDocument(file, take(file))
  }

  mutating func take(_ file: SourceFile) -> FileID { files.add(file) }

  mutating func remember(_ tree: Node, of document: FileID) {}
}
