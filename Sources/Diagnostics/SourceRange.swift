/// A place in one of the user's files: a half-open range of bytes.
package struct SourceRange: Sendable, Hashable {
  /// Which of the files of this run.
  package let file: FileID
  /// Byte offset of the first byte.
  package let start: UInt32
  /// Byte offset behind the last byte.
  package let end: UInt32

  package init(file: FileID, start: UInt32, end: UInt32) {
    self.file = file
    self.start = start
    self.end = max(start, end)
  }

  /// From the beginning of this range to the end of another one. A key and its value may come from different files,
  /// a template and a profile; then it is this range alone.
  package func through(_ other: SourceRange) -> SourceRange {
    other.file == file ? SourceRange(file: file, start: start, end: other.end) : self
  }

  /// Whether the whole of another range lies within this one.
  package func contains(_ other: SourceRange) -> Bool {
    file == other.file && start <= other.start && other.end <= end
  }
}

/// Names a file of this run, in the order in which they were read.
package struct FileID: Sendable, Hashable, Comparable {
  package let index: UInt32

  /// Names a file by its number among those of the run, for whoever keeps very many places.
  package init(index: UInt32) { self.index = index }

  package static func < (left: FileID, right: FileID) -> Bool { left.index < right.index }
}

/// The files that a run has read.
package struct SourceFiles: Sendable {
  private var files: [SourceFile] = []

  package init() {}

  /// Takes in a file and names it.
  package mutating func add(_ file: SourceFile) -> FileID {
    files.append(file)
    return FileID(index: UInt32(files.count - 1))
  }

  /// The same files, those with their lines at hand that findings point into.
  package func indexed(for diagnostics: [Diagnostic]) -> SourceFiles {
    var indexed = self
    for diagnostic in diagnostics {
      indexed.index(diagnostic.range)
      for note in diagnostic.notes { indexed.index(note.range) }
    }
    return indexed
  }

  private mutating func index(_ range: SourceRange?) {
    guard let number = range.map({ Int($0.file.index) }), !files[number].isIndexed else { return }
    files[number] = files[number].indexed
  }

  /// The file of a name that this collection gave out.
  package subscript(id: FileID) -> SourceFile { files[Int(id.index)] }
}
