package import Diagnostics

/// Reads TOML 1.0 into the tree that YAML and JSON are read into.
package enum TOMLReader {
  /// No text may be larger: places are kept in 32 bits.
  package static let maximumSize = 2 << 30
  /// No table or array may lie deeper; the text itself is the table at depth 1.
  package static let maximumDepth = 64

  /// Reads a text. Everything wrong with it goes into the bag; `nil` where there is no tree to go on with.
  ///
  /// Tables become mappings; arrays, and arrays of tables, sequences; strings become scalars that are not plain, and
  /// everything else plain ones with the text of the file, without the underscores of numbers. A table has the range
  /// of its header, one that only deeper headers or dotted keys name that of the keys that lead to it; the text itself
  /// has the whole file's. There is a tree only where nothing had to be left out of it: of two equal keys both stay.
  package static func read(_ file: FileID, _ bytes: [UInt8], into bag: inout DiagnosticBag) -> Node? {
    guard bytes.count <= maximumSize else {
      bag.error(
        "file-too-large", "the file has \(bytes.count) bytes; at most 2 GiB are read",
        at: SourceRange(file: file, start: 0, end: 0))
      return nil
    }
    guard TextEncoding.check(file, bytes, into: &bag) else { return nil }
    var parser = TOMLParser(file: file, bytes: bytes)
    let tree = parser.readDocument()
    bag.add(parser.bag)
    return tree
  }
}
