/// Writes a file that is not there yet.
package enum NewFile {
  /// Makes the file with mode 0644. Whatever has the name already is left alone, and told as a fault; so is a link.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileFault) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last.map(String.init), !name.isEmpty, name != ".", name != ".." else {
      throw FileFault(.write, path, "it is no name of a file")
    }
    guard !Folder.exists(path) else { throw FileFault(.write, path, "it is there already") }
    let parent = parts.dropLast().joined(separator: "/")
    let folder = try Folder.open(parts.count == 1 ? "." : parent.isEmpty ? "/" : parent)
    // Under a name of its own until it is whole: a full disk leaves nothing that looks like the file.
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
