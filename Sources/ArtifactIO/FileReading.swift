import Glibc

/// Reads the user's files.
package enum FileReading {
  /// No input may be larger: 64 MiB.
  package static let maximumSize = 64 << 20

  /// The bytes of a file, or of standard input for `-`. Devices, pipes and folders are refused by path, so that
  /// nothing blocks for ever.
  ///
  /// - Parameter limit: the size in bytes beyond which a file is refused, whole mebibytes.
  package static func read(_ path: String, upTo limit: Int = maximumSize) throws(FileFault) -> [UInt8] {
    if path == "-" { return try readAll(STDIN_FILENO, "standard input", expected: 0, limit) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileFault.last(.read, path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileFault.last(.read, path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw FileFault(.read, path, "it is a folder")
    default: throw FileFault(.read, path, "it is no regular file")
    }
    guard status.st_size <= limit else { throw FileFault(.read, path, tooLarge(limit)) }
    return try readAll(descriptor, path, expected: Int(status.st_size), limit)
  }

  /// Whether a path is a folder, behind links too.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// What stands at a path.
  package enum Nature: Sendable {
    case file
    /// A folder itself, not a link to one.
    case folder
    /// A link that leads nowhere.
    case danglingLink
    /// A device, a pipe, or a link to a folder.
    case other
  }

  /// What stands at a path, as a reader of a folder meets it.
  package static func nature(of path: String) -> Nature {
    var own = stat()
    var target = stat()
    guard lstat(path, &own) == 0, stat(path, &target) == 0 else { return .danglingLink }
    if own.st_mode & S_IFMT == S_IFDIR { return .folder }
    return target.st_mode & S_IFMT == S_IFREG ? .file : .other
  }

  /// The names in a folder, hidden ones too, sorted by their bytes.
  package static func allNames(in path: String) throws(FileFault) -> [String] {
    guard let stream = opendir(path) else { throw FileFault.last(.read, path) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func tooLarge(_ limit: Int) -> String { "it is larger than \(limit >> 20) MiB" }

  private static func readAll(_ descriptor: Int32, _ path: String, expected: Int, _ limit: Int) throws(FileFault)
    -> [UInt8]
  {
    // A byte more than the file has: its end shows without room for a further chunk, which a thousand small files
    // would all keep.
    var bytes = [UInt8](repeating: 0, count: expected + 1)
    var filled = 0
    while true {
      if filled == bytes.count { bytes.append(contentsOf: repeatElement(0, count: 65_536)) }
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileFault.last(.read, path)
      }
      filled += count
      if count == 0 {
        bytes.removeLast(bytes.count - filled)
        return bytes
      }
      guard filled <= limit else { throw FileFault(.read, path, tooLarge(limit)) }
    }
  }
}
