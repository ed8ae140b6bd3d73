/// Writes one file that the user named: a reader sees the old file or the new one, never a part. What is no file, such as
/// a pipe or `/dev/null`, is written into.
package enum OutputFile {
  /// Writes the bytes beside the file and renames them over it; one that holds them already is left alone.
  ///
  /// - Parameter successor: what the bytes are, where they are a document of cnigen's; no other one is replaced.
  package static func write(
    _ bytes: [UInt8], to path: String, as successor: SourceDocument? = nil
  ) throws(FileFault) {
    let (folder, name) = try place(of: path)
    if let special = try SpecialFile.open(path, in: folder) { return try special.write(bytes) }
    let opened = try Folder.open(folder)
    try removeAbandoned(name, in: opened)
    var file = try ReplacedFile(name, in: opened, syncs: true, successor: successor)
    try file.write(bytes)
    try file.finish()
  }

  /// Writes a file piece by piece; see `write`.
  ///
  /// - Parameter body: calls what it is given with each piece. Where it throws, the old file stays.
  package static func stream(
    to path: String, _ body: (_ write: ([UInt8]) throws(FileFault) -> Void) throws(TreeFault) -> Void
  ) throws(TreeFault) {
    let (folder, name) = try TreeFault.wrap { () throws(FileFault) in try place(of: path) }
    if let special = try TreeFault.wrap({ () throws(FileFault) in try SpecialFile.open(path, in: folder) }) {
      return try body { piece throws(FileFault) in try special.write(piece) }
    }
    var file = try TreeFault.wrap { () throws(FileFault) in
      let opened = try Folder.open(folder)
      try removeAbandoned(name, in: opened)
      return try ReplacedFile(name, in: opened, syncs: true)
    }
    try body { piece throws(FileFault) in try file.write(piece) }
    _ = try TreeFault.wrap { () throws(FileFault) in try file.finish() }
  }

  /// Makes a file that is not there yet, with mode 0644. Whatever has the name already is left alone and told as a
  /// fault; so is a link.
  package static func create(_ bytes: [UInt8], at path: String) throws(FileFault) {
    let (folder, name) = try place(of: path)
    guard !Folder.exists(path) else { throw FileFault(.write, path, "it is there already") }
    var file = try ReplacedFile(name, in: try Folder.open(folder), syncs: true)
    try file.write(bytes)
    try file.finish()
  }

  /// Removes what killed runs have left of the same file.
  private static func removeAbandoned(_ name: String, in folder: borrowing Folder) throws(FileFault) {
    for found in try folder.names() where TemporaryName.isAbandoned(found, of: name) { try folder.remove(found) }
  }

  /// The folder that a path leads to, and the file's name in it.
  private static func place(of path: String) throws(FileFault) -> (folder: String, name: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last.map(String.init), !name.isEmpty, name != ".", name != ".." else {
      throw FileFault(.write, path, "it is no name of a file")
    }
    let parent = parts.count == 1 ? "." : parts.dropLast().joined(separator: "/")
    return (parent.isEmpty ? "/" : parent, name)
  }
}
