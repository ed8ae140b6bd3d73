import ArtifactIO
import Diagnostics
import ProfileLanguage
import Syntax

/// Opens what documents name, from the folder of the document that names it.
extension Input: DocumentSource {
  mutating func open(_ path: String, namedIn document: FileID) throws(UnreadableDocument) -> OpenDocument {
    let name = Self.path(path, from: files[document].name)
    do {
      let file = SourceFile(name: name, bytes: try FileReading.read(name))
      return OpenDocument(file, take(file))
    } catch {
      throw UnreadableDocument(error.reason)
    }
  }

  mutating func take(_ file: SourceFile) -> FileID { add(file) }

  /// What is read from standard input lies in no folder; its paths begin where the program was started.
  private static func path(_ path: String, from document: String) -> String {
    guard !path.hasPrefix("/"), let slash = document.lastIndex(of: "/") else { return path }
    return document[...slash] + path
  }
}
