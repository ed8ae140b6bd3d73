import Glibc

/// Something that a user names as an output and that is no file: a pipe, a terminal, `/dev/null`, or what `/dev/stdout`
/// and a shell's `>(…)` stand for. It is written into where it is; a file renamed over it would take its place.
struct SpecialFile: ~Copyable {
  private let descriptor: Int32
  private let path: String

  /// Opens what a path names; `nil` where it is a file, a link to one, or nothing yet.
  static func open(_ path: String, in folder: String) throws(FileFault) -> SpecialFile? {
    if let own = ownDescriptor(path) { return try SpecialFile(own, path) }
    if isOfTheSystem(folder) { return try SpecialFile(path, O_WRONLY | O_CLOEXEC) }
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG, S_IFLNK: return nil
    case S_IFDIR: throw FileFault(.write, path, "it is a folder")
    case S_IFIFO, S_IFCHR: return try SpecialFile(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
    default: throw FileFault(.write, path, "it is neither a file nor a pipe")
    }
  }

  /// Another name of a descriptor that is open: opened by its name, a file would be written from its beginning.
  private init(_ own: Int32, _ path: String) throws(FileFault) {
    descriptor = fcntl(own, F_DUPFD_CLOEXEC, 0)
    guard descriptor >= 0 else { throw FileFault.last(.write, path) }
    self.path = path
  }

  private init(_ path: String, _ flags: Int32) throws(FileFault) {
    descriptor = Glibc.open(path, flags)
    guard descriptor >= 0 else { throw FileFault.last(.write, path) }
    self.path = path
  }

  deinit { close(descriptor) }

  /// Writes the next piece.
  func write(_ piece: [UInt8]) throws(FileFault) { try Folder.writeAll(descriptor, piece[...], path) }

  /// The descriptor of this process that `/dev/stdout`, `/dev/fd/N` and their like stand for.
  private static func ownDescriptor(_ path: String) -> Int32? {
    switch path {
    case "/dev/stdout": return 1
    case "/dev/stderr": return 2
    default: break
    }
    for folder in ["/dev/fd/", "/proc/self/fd/", "/proc/\(getpid())/fd/"] where path.hasPrefix(folder) {
      return Int32(path.dropFirst(folder.count))
    }
    return nil
  }

  /// Whether a folder is one of the kernel's, in which nobody keeps files: `/dev`, `/proc/self/fd`.
  private static func isOfTheSystem(_ folder: String) -> Bool {
    guard let resolved = realpath(folder, nil) else { return false }
    defer { free(resolved) }
    let name = String(cString: resolved) + "/"
    return name.hasPrefix("/proc/") || name.hasPrefix("/dev/") && !name.hasPrefix("/dev/shm/")
  }
}
