import Emission

/// Writes findings for other programs: one array, empty where all is well.
package struct JSONRenderer {
  private let files: SourceFiles
  private let pointer: (SourceRange) -> String?

  /// - Parameter pointer: the JSON pointer of a place in the file that it lies in, where it is one of a value.
  package init(files: SourceFiles, pointer: @escaping (SourceRange) -> String?) {
    self.files = files
    self.pointer = pointer
  }

  /// The document.
  package func render(_ diagnostics: [Diagnostic]) -> [UInt8] {
    JSONWriter.document(.array(diagnostics.map(object)))
  }

  private func object(_ diagnostic: Diagnostic) -> JSON {
    .object(
      [
        .init("rule", .string(diagnostic.rule)),
        .init("severity", .string(diagnostic.severity.rawValue)),
        .init("message", .string(diagnostic.message)),
      ] + place(diagnostic.range) + [
        .init("pointer", diagnostic.range.flatMap(pointer).map { .string($0) } ?? .null),
        .init("notes", .array(diagnostic.notes.map(note))),
        .init("help", diagnostic.help.map { .string($0) } ?? .null),
      ])
  }

  private func note(_ note: Diagnostic.Note) -> JSON {
    .object([.init("message", .string(note.message))] + (note.range == nil ? [] : place(note.range)))
  }

  private func place(_ range: SourceRange?) -> [JSON.Member] {
    guard let range else {
      return ["file", "line", "column", "endLine", "endColumn"].map { .init($0, .null) }
    }
    let file = files[range.file]
    let start = file.position(at: range.start)
    let end = file.position(at: range.end)
    return [
      .init("file", .string(file.name)),
      .init("line", .integer(start.line)),
      .init("column", .integer(start.column)),
      .init("endLine", .integer(end.line)),
      .init("endColumn", .integer(end.column)),
    ]
  }
}
