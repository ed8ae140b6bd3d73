/// Writes one file that the user named: a reader sees the old file or the new one, never a part.
package enum OutputFile {
  /// Writes the bytes beside the file and renames them over it; one that holds them already is left alone.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileFault) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last.map(String.init), !name.isEmpty, name != ".", name != ".." else {
      throw FileFault(.write, path, "it is no name of a file")
    }
    let parent = parts.count == 1 ? "." : parts.dropLast().joined(separator: "/")
    let folder = try Folder.open(parent.isEmpty ? "/" : parent)
    guard !folder.holds(name, bytes) else { return }
    let temporary = TemporaryName.forFile(name)
    do throws(FileFault) {
      try folder.create(temporary, bytes, sync: true)
      try folder.rename(temporary, to: name)
    } catch {
      try? folder.remove(temporary)
      throw FileFault(error.operation, path, error.reason)
    }
    try folder.sync()
  }
}
