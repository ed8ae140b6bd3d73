import Diagnostics
import ProfileLanguage
import Syntax

/// The files of a run in which the input is one of several: it stands at one path, and sound files at others.
struct Surroundings: DocumentSource {
  private let texts: [(path: String, bytes: [UInt8])]
  private(set) var files = SourceFiles()

  init(_ texts: [(path: String, bytes: [UInt8])]) {
    self.texts = texts
  }

  mutating func open(_ path: String, namedIn document: FileID) throws(UnreadableDocument) -> OpenDocument {
    guard let bytes = texts.first(where: { $0.path == path })?.bytes else {
      throw UnreadableDocument("nothing is there", isMissing: true)
    }
    return open(path, bytes)
  }

  /// Takes in a document that no other one names.
  mutating func open(_ path: String, _ bytes: [UInt8]) -> OpenDocument {
    let file = SourceFile(name: path, bytes: bytes)
    return OpenDocument(file, take(file))
  }

  mutating func take(_ file: SourceFile) -> FileID { files.add(file) }

  mutating func remember(_ tree: Node, of document: FileID) {}
}
