import CLinux
import Glibc

/// An open folder. Everything below it is reached by names relative to it and never through a symbolic link, so
/// that nothing lands outside even if somebody moves things while we write.
struct Folder: ~Copyable {
  let descriptor: Int32
  /// The path for messages.
  let path: String

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// Opens a folder that the user named; links in this path are his to follow.
  static func open(_ path: String) throws(FileFault) -> Folder {
    let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault.last(.write, path) }
    return Folder(descriptor: descriptor, path: path)
  }

  /// The same folder for one more owner.
  func again() throws(FileFault) -> Folder {
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { throw FileFault.last(.write, path) }
    return Folder(descriptor: copy, path: path)
  }

  /// Whether something is there under a path that the user named.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Makes a folder with mode 0755 whatever the umask.
  static func make(_ path: String) throws(FileFault) {
    guard mkdir(path, 0o755) == 0, chmod(path, 0o755) == 0 else { throw FileFault.last(.write, path) }
  }

  /// A folder below this one, made where it is missing.
  func subfolder(_ name: String) throws(FileFault) -> Folder {
    let inner = path + "/" + name
    if mkdirat(descriptor, name, 0o755) == 0 {
      guard fchmodat(descriptor, name, 0o755, 0) == 0 else { throw FileFault.last(.write, inner) }
    } else if errno != EEXIST {
      throw FileFault.last(.write, inner)
    }
    let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard opened >= 0 else { throw FileFault.last(.write, inner) }
    return Folder(descriptor: opened, path: inner)
  }

  /// A folder below this one, if it is there.
  func existingSubfolder(_ name: String) -> Folder? {
    let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    return opened >= 0 ? Folder(descriptor: opened, path: path + "/" + name) : nil
  }

  /// The bytes of a regular file in the folder; `nil` where there is none, or it is larger than a limit.
  func contents(_ name: String, limit: Int) -> [UInt8]? {
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var offset = 0
    while offset < bytes.count {
      let remaining = bytes.count - offset
      let position = offset
      let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress.map { $0 + position }, remaining) }
      guard count > 0 else { return nil }
      offset += count
    }
    return bytes
  }

  /// Writes a new file, mode 0644 whatever the umask. Nobody sees to it that it reaches the disk.
  func create(_ name: String, _ bytes: [UInt8]) throws(FileFault) {
    let inner = path + "/" + name
    let file = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw FileFault.last(.write, inner) }
    do throws(FileFault) {
      try Self.writeAll(file, bytes, inner)
      guard fchmod(file, 0o644) == 0 else { throw FileFault.last(.write, inner) }
    } catch {
      close(file)
      throw error
    }
    guard close(file) == 0 else { throw FileFault.last(.write, inner) }
  }

  private static func writeAll(_ file: Int32, _ bytes: [UInt8], _ path: String) throws(FileFault) {
    try writeAll(file, bytes[...], path)
  }

  /// Writes all bytes to an open file.
  static func writeAll(_ file: Int32, _ bytes: ArraySlice<UInt8>, _ path: String) throws(FileFault) {
    var offset = 0
    while offset < bytes.count {
      let position = offset
      let count = bytes.withUnsafeBytes { write(file, $0.baseAddress.map { $0 + position }, bytes.count - position) }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileFault.last(.write, path)
      }
      offset += count
    }
  }

  /// Renames within the folder, over whatever file has the new name.
  func rename(_ old: String, to new: String) throws(FileFault) {
    guard renameat(descriptor, old, descriptor, new) == 0 else { throw FileFault.last(.write, path + "/" + new) }
  }

  /// Removes a file; one that is not there is as good as removed.
  func remove(_ name: String) throws(FileFault) {
    guard unlinkat(descriptor, name, 0) == 0 || errno == ENOENT else {
      throw FileFault.last(.write, path + "/" + name)
    }
  }

  /// Removes an empty folder; one that holds anything stays.
  func removeIfEmpty(_ name: String) { _ = unlinkat(descriptor, name, AT_REMOVEDIR) }

  /// Puts the folder's own entries on the disk.
  func sync() throws(FileFault) {
    guard fsync(descriptor) == 0 else { throw FileFault.last(.write, path) }
  }

  /// Puts everything of the folder's file system on the disk at once.
  func syncFileSystem() throws(FileFault) {
    guard syncfs(descriptor) == 0 else { throw FileFault.last(.write, path) }
  }

  /// The names in the folder, without `.` and `..`, sorted by their bytes.
  func names() throws(FileFault) -> [String] {
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let stream = fdopendir(copy) else { throw FileFault.last(.write, path) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
