/// A file to be written: its path below the output folder, and its bytes.
package struct Artifact: Sendable, Equatable {
  /// Path components, none of them `.`, `..`, empty or with a slash in it; the last one names the file.
  package let path: [String]
  package let bytes: [UInt8]

  /// - Parameter path: components that were checked with `FileName` where they were read.
  package init(_ path: [String], _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The path with slashes, as `SHA256SUMS` and messages show it.
  package var name: String { path.joined(separator: "/") }
}
