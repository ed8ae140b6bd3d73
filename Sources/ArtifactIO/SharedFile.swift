/// What a file has in common in many folders: its path below the folder, and what it begins with.
package struct SharedFile: Sendable {
  /// The path below the folder in UTF-8, with slashes.
  package let path: [UInt8]
  /// Where the file's own name begins in the path: behind the last slash, or at 0.
  let nameStart: Int
  /// The file's own name as the system takes it, with a zero at its end.
  let name: [CChar]
  /// What the sum of every such file begins with.
  let beginning: SHA256.Beginning
  /// The sum, where all of these files are the same.
  let digest: SHA256.Digest?

  /// - Parameters:
  ///   - path: components that were checked with `FileName` where they were read.
  ///   - bytes: what each of the files begins with; all of it where `isConstant`.
  package init(_ path: [String], beginningWith bytes: [UInt8] = [], isConstant: Bool = false) {
    let whole = Array(path.joined(separator: "/").utf8)
    self.path = whole
    nameStart = whole.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    name = whole[nameStart...].map { CChar(bitPattern: $0) } + [0]
    beginning = SHA256.Beginning(bytes)
    digest = isConstant ? bytes.withUnsafeBytes { SHA256.digest($0) } : nil
  }
}

extension SharedFile {
  /// The sum of one of these files.
  func digest(of bytes: UnsafeRawBufferPointer) -> SHA256.Digest {
    digest ?? SHA256.digest(bytes, after: beginning)
  }
}

extension SharedFile {
  /// Whether two files lie in one folder.
  func isBeside(_ other: SharedFile) -> Bool { path[..<nameStart] == other.path[..<other.nameStart] }

  /// Whether a name in a folder is the next part of the path.
  ///
  /// - Parameter prefix: the way to the folder, its slash included; empty for the topmost one.
  func leads(through name: UnsafeBufferPointer<UInt8>, below prefix: ArraySlice<UInt8>) -> Bool {
    let end = prefix.count + name.count
    guard path.count >= end, end == path.count || path[end] == UInt8(ascii: "/") else { return false }
    var index = prefix.count
    for byte in name {
      guard path[index] == byte else { return false }
      index += 1
    }
    return prefix.isEmpty || path.starts(with: prefix)
  }
}
