/// What lies in an output folder itself and is neither a folder of a source nor the sums.
enum Strangers {
  /// Their names.
  ///
  /// - Parameter removesAbandoned: whether files that a killed run has left are removed; if not, they are strangers.
  static func find(
    in path: String, beside source: some FolderSource, removesAbandoned: Bool
  ) throws(FileFault) -> [[UInt8]] {
    let root = try Folder.open(path)
    var names: [[UInt8]] = []
    for name in try root.names() where name != Checksums.fileName {
      if TemporaryName.isAbandoned(name), removesAbandoned {
        try root.remove(name)
      } else {
        names.append(Array(name.utf8))
      }
    }
    // Both in the order of paths, where a slash follows the name of a folder.
    func follows(_ left: [UInt8], _ right: [UInt8]) -> Bool {
      (right + [UInt8(ascii: "/")]).lexicographicallyPrecedes(left + [UInt8(ascii: "/")])
    }
    names.sort { follows($1, $0) }
    var page = FolderPage()
    var folder = 0
    return names.filter { name in
      while folder < source.count {
        source.fill(&page, with: folder, contents: false)
        if page.name == name { return false }
        if follows(page.name, name) { return true }
        folder += 1
      }
      return true
    }
  }
}
