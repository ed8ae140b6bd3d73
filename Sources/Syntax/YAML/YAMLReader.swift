package import Diagnostics

/// Reads one YAML document into a tree that knows its places.
package enum YAMLReader {
  /// No text may be larger.
  package static let maximumSize = 64 << 20
  /// No node may lie deeper.
  package static let maximumDepth = 64
  /// So many nodes may be added by aliases, all together.
  package static let maximumExpansion = 1_000_000
  /// So many values may be written out, keys among them. Each takes some 60 bytes.
  package static let maximumValues = 2_000_000
  /// No single value may have more bytes.
  package static let maximumValueSize = 1 << 20

  /// Reads a text. Everything wrong with it goes into the bag; `nil` where there is no tree to go on with.
  package static func read(_ file: FileID, _ bytes: [UInt8], into bag: inout DiagnosticBag) -> Node? {
    read(file, bytes, without: [], into: &bag)
  }

  /// Reads a text of which parts are left out.
  ///
  /// - Parameter holes: ranges of bytes that are left out, in order, each of whole lines of plain ASCII without tabs. The
  ///   text is read as if they were not there, and all places are those of the whole text.
  package static func read(
    _ file: FileID, _ bytes: [UInt8], without holes: [Range<Int>], into bag: inout DiagnosticBag
  ) -> Node? {
    guard bytes.count <= maximumSize else {
      bag.error(
        "file-too-large", "the file has \(bytes.count) bytes; at most 64 MiB are read",
        at: SourceRange(file: file, start: 0, end: 0))
      return nil
    }
    guard TextEncoding.check(file, bytes, into: &bag) else { return nil }
    let start = TextEncoding.byteOrderMarkLength(bytes)
    let before = bag.count(of: .error)
    var builder = TreeBuilder(file: file, bytes: bytes, start: start, holes: Holes(holes))
    let tree = builder.read()
    bag.add(builder.bag)
    let failed = bag.count(of: .error) > before && tree == nil
    if !failed { TabCheck.check(file, bytes, scalars: builder.scalarExtents, into: &bag) }
    return tree
  }
}
