import ArtifactIO
import Diagnostics
import Fleet
import ProfileLanguage
import Syntax

/// The fleet that a half-typed line is about.
enum FleetOnLine {
  /// The first file among the words that is a fleet, else the default profile if that is one. What cannot be read is no
  /// fleet.
  ///
  /// - Parameters:
  ///   - words: the words of the line, the program's own first.
  ///   - index: the word that is being typed.
  static func read(_ words: [String], but index: Int) -> FleetRoll? {
    let named = words.indices.dropFirst().filter { $0 != index && !words[$0].hasPrefix("-") }.map { words[$0] }
    for path in named {
      if let roll = roll(of: path) { return roll }
    }
    return DefaultProfile.find().flatMap(roll)
  }

  private static func roll(of path: String) -> FleetRoll? {
    guard case .file = FileReading.nature(of: path),
      let bytes = try? FileReading.read(path, upTo: QuickDocuments.limit)
    else { return nil }
    var documents = QuickDocuments()
    var unheard = DiagnosticBag()
    let id = documents.take(SourceFile(name: path, bytes: bytes))
    return ReadDocument.read(id, bytes, into: &unheard).flatMap { FleetRoll($0, from: &documents) }
  }
}

/// Opens what documents name, unless that takes longer than somebody waits for who is typing.
private struct QuickDocuments: DocumentSource {
  /// The largest file that is read, in bytes: some 0.1 s.
  static let limit = 16 << 20

  private var input = Input()

  mutating func open(_ path: String, namedIn document: FileID) throws(UnreadableDocument) -> OpenDocument {
    try input.openList(path, namedIn: document, upTo: Self.limit)
  }

  mutating func openList(
    _ path: String, namedIn document: FileID, upTo limit: Int
  ) throws(UnreadableDocument) -> OpenDocument {
    try input.openList(path, namedIn: document, upTo: min(limit, Self.limit))
  }

  mutating func take(_ file: SourceFile) -> FileID { input.take(file) }

  mutating func remember(_ tree: Node, of document: FileID) {}
}
