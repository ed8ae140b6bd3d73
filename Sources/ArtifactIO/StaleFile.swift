/// A file of an earlier run that is not made any more.
enum StaleFile {
  /// Removes the file if it still has the sum that the earlier run wrote down, and the folders that are empty then.
  ///
  /// - Parameter path: below the folder; no part of it is `.`, `..` or empty.
  /// - Returns: whether it was there and is gone.
  static func remove(_ path: String, sum: String, in folder: borrowing Folder) throws(FileFault) -> Bool {
    try remove(path.split(separator: "/").map(String.init)[...], sum, in: folder)
  }

  /// Whether a build makes files of such a name. A `SHA256SUMS` may be anybody's.
  private static func mayBeMade(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return ["conflist", "template", "toml", "yaml", "ign"].contains(name[name.index(after: dot)...])
  }

  private static func remove(
    _ path: ArraySlice<String>, _ sum: String, in folder: borrowing Folder
  ) throws(FileFault) -> Bool {
    guard let name = path.first else { return false }
    if path.count > 1 {
      guard let inner = folder.existingSubfolder(name) else { return false }
      let isRemoved = try remove(path.dropFirst(), sum, in: inner)
      if isRemoved { folder.removeIfEmpty(name) }
      return isRemoved
    }
    guard mayBeMade(name), let bytes = folder.contents(name, limit: 64 << 20), SHA256.hex(bytes) == sum,
      SourceDocument(bytes) == nil
    else { return false }
    try folder.remove(name)
    return true
  }
}
