package import Diagnostics

/// Reads TOML 1.0 into the tree that YAML and JSON are read into.
package enum TOMLReader {
  /// Reads a text. Everything wrong with it goes into the bag; `nil` where there is no tree to go on with.
  package static func read(_ file: FileID, _ bytes: [UInt8], into bag: inout DiagnosticBag) -> Node? {
    guard TextEncoding.check(file, bytes, into: &bag) else { return nil }
    return nil
  }
}
