import ArtifactIO
import Diagnostics
import ProfileLanguage
import Syntax

/// Opens what documents name, from the folder of the document that names it.
extension Input: DocumentSource {
  mutating func open(_ path: String, namedIn document: FileID) throws(UnreadableDocument) -> OpenDocument {
    try openList(path, namedIn: document, upTo: FileReading.maximumSize)
  }

  mutating func openList(
    _ path: String, namedIn document: FileID, upTo limit: Int
  ) throws(UnreadableDocument) -> OpenDocument {
    let name = location(of: path, namedIn: document)
    do {
      let file = SourceFile(name: name, bytes: try FileReading.read(name, upTo: limit))
      return OpenDocument(file, take(file))
    } catch {
      throw UnreadableDocument(error.reason, isMissing: error.isMissing)
    }
  }

  mutating func take(_ file: SourceFile) -> FileID { add(file) }

  /// The path of a file as it stands in a document, from where the program was started. What is read from standard
  /// input lies in no folder; its paths begin where the program was started. `-` stands for standard input itself.
  func location(of path: String, namedIn document: FileID) -> String {
    let name = files[document].name
    guard path != "-", !path.hasPrefix("/"), let slash = name.lastIndex(of: "/") else { return path }
    return name[...slash] + path
  }
}
