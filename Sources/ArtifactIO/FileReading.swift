import Glibc

/// Reads the user's files.
package enum FileReading {
  /// No input may be larger, unless somebody says so: 64 MiB.
  package static let maximumSize = 64 << 20

  /// The bytes of a file, or of standard input for `-`. Devices, pipes and folders are refused by path, so that
  /// nothing blocks for ever.
  ///
  /// - Parameter limit: how many bytes are read at most; a number of MiB.
  package static func read(_ path: String, upTo limit: Int = maximumSize) throws(FileFault) -> [UInt8] {
    if path == "-" {
      var bytes: [UInt8] = []
      try readStream(STDIN_FILENO, "standard input", upTo: limit, into: &bytes)
      return bytes
    }
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
    guard status.st_size <= limit else { throw tooLarge(path, limit) }
    if status.st_size > maximumSize { try checkText(descriptor, path) }
    return try readFile(descriptor, path, size: Int(status.st_size), upTo: limit)
  }

  /// Refuses a very large file that holds a zero byte before any of it is kept in memory: no text has one, and a file
  /// with holes costs its sender nothing.
  private static func checkText(_ descriptor: Int32, _ path: String) throws(FileFault) {
    var failure: FileFault?
    var offset = 0
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let found = chunk.withUnsafeMutableBytes { buffer -> (count: Int, zero: Int?) in
        guard let count = readSome(descriptor, path, buffer, &failure), let start = buffer.baseAddress else {
          return (0, nil)
        }
        return (count, memchr(start, 0, count).map { UnsafeRawPointer($0) - UnsafeRawPointer(start) })
      }
      if let failure { throw failure }
      if let place = found.zero { throw FileFault(.read, path, "it is no text: byte \(offset + place) is zero") }
      if found.count == 0 { break }
      offset += found.count
    }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw FileFault.last(.read, path) }
  }

  private static func tooLarge(_ path: String, _ limit: Int) -> FileFault {
    FileFault(.read, path, "it is larger than \(limit >> 20) MiB, and more is not read")
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

  /// Reads a file whose size is known; it may be another one by now.
  private static func readFile(
    _ descriptor: Int32, _ path: String, size: Int, upTo limit: Int
  ) throws(FileFault) -> [UInt8] {
    var failure: FileFault?
    // A byte more than the file has: its end shows without room for a further chunk, which a thousand small files
    // would all keep.
    var bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, filled in
      while filled <= size {
        let rest = UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[filled...]))
        guard let count = readSome(descriptor, path, rest, &failure), count > 0 else { return }
        filled += count
      }
    }
    if let failure { throw failure }
    if bytes.count > size { try readStream(descriptor, path, upTo: limit, into: &bytes) }
    return bytes
  }

  /// Reads a stream to its end, behind what is there of it.
  private static func readStream(
    _ descriptor: Int32, _ path: String, upTo limit: Int, into bytes: inout [UInt8]
  ) throws(FileFault) {
    var failure: FileFault?
    var isAtEnd = false
    while !isAtEnd {
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, filled in
        filled = readSome(descriptor, path, UnsafeMutableRawBufferPointer(buffer), &failure) ?? 0
      }
      if let failure { throw failure }
      isAtEnd = chunk.isEmpty
      bytes += chunk
      guard bytes.count <= limit else { throw tooLarge(path, limit) }
    }
  }

  /// Reads as many bytes as there are, 0 at the end; `nil` where the system refuses.
  private static func readSome(
    _ descriptor: Int32, _ path: String, _ buffer: UnsafeMutableRawBufferPointer, _ failure: inout FileFault?
  ) -> Int? {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else {
        failure = FileFault.last(.read, path)
        return nil
      }
    }
  }
}
