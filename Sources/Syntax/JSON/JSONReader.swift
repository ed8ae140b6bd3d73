package import Diagnostics

/// Reads JSON exactly as RFC 8259 has it, into a tree that knows its places.
///
/// Go's decoder, which reads the files on the node, lets some of what is reported here pass without a word: of two
/// equal keys it takes the last one, half of a surrogate pair it turns into a replacement character.
package enum JSONReader {
  /// No text may be larger: places are kept in 32 bits.
  package static let maximumSize = 2 << 30
  /// No list or object may lie deeper; the outermost one lies at depth 1.
  package static let maximumDepth = 64

  /// Reads a text, which holds one value of any kind. Everything wrong with it goes into the bag; `nil` where it
  /// could not be read to the end.
  ///
  /// Strings become scalars that are not plain; numbers, `true`, `false` and `null` plain ones with the text of the
  /// file. The range of a string or a key takes in its quotes. Of members with one key all stay in the tree. Where
  /// there are errors and a tree, the tree holds what was most likely meant.
  package static func read(_ file: FileID, _ bytes: [UInt8], into bag: inout DiagnosticBag) -> Node? {
    guard bytes.count <= maximumSize else {
      bag.error(
        "file-too-large", "the file has \(bytes.count) bytes; at most 2 GiB are read",
        at: SourceRange(file: file, start: 0, end: 0))
      return nil
    }
    guard TextEncoding.check(file, bytes, into: &bag) else { return nil }
    var parser = JSONParser(file: file, bytes: bytes)
    let tree = parser.readDocument()
    bag.add(parser.bag)
    return tree
  }
}
