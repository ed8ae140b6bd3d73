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
    if let origin = revisions.first(where: { $0.id == document }) {
      return try open(path, namedAt: origin.path, in: origin.revision)
    }
    let name = location(of: path, namedIn: document)
    do {
      let file = SourceFile(name: name, bytes: try FileReading.read(name, upTo: limit))
      return OpenDocument(file, take(file))
    } catch {
      throw UnreadableDocument(error.reason, isMissing: error.isMissing)
    }
  }

  /// Opens a file of a revision that a document of the same revision names.
  private mutating func open(
    _ path: String, namedAt other: String, in revision: GitRevision
  ) throws(UnreadableDocument) -> OpenDocument {
    let folder = other.lastIndex(of: "/").map { String(other[...$0]) } ?? ""
    let whole = path.hasPrefix("/") ? path : folder + path
    let found: [UInt8]?
    do throws(GitFault) {
      found = try revision.file(whole)
    } catch {
      throw UnreadableDocument(error.reason)
    }
    guard let found else {
      throw UnreadableDocument("the revision \(revision.name) has no such file", isMissing: true)
    }
    let file = SourceFile(name: "git:\(revision.name):\(whole)", bytes: found)
    return OpenDocument(file, add(file, of: revision, at: whole))
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
