import Diagnostics
import ProfileLanguage
import Syntax

/// Files that a test makes up.
struct MemoryDocuments: DocumentSource {
  let texts: [String: String]
  private(set) var files = SourceFiles()

  init(texts: [String: String]) {
    self.texts = texts
  }

  mutating func open(_ path: String, namedIn document: FileID) throws(UnreadableDocument) -> OpenDocument {
    guard let text = texts[path] else { throw UnreadableDocument("No such file or directory", isMissing: true) }
    let file = SourceFile(name: path, bytes: Array(text.utf8))
    return OpenDocument(file, take(file))
  }

  mutating func take(_ file: SourceFile) -> FileID { files.add(file) }

  mutating func remember(_ tree: Node, of document: FileID) {}
}
