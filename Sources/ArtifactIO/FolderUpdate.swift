import Glibc

/// Brings the folders of a tree up to date, one after another: files that hold their bytes are left alone, the others
/// are written beside their old ones, put on the disk together, and renamed.
struct FolderUpdate: ~Copyable {
  private let root: Folder
  private let shared: [SharedFile]
  private(set) var outcome = TreeOutcome()
  /// What lies in the folders and is not on their pages.
  private(set) var unknown: [[UInt8]] = []
  private var entries = FolderEntries()
  private var room: [UInt8] = []
  private var name: [CChar] = []
  private var pending = Pending()

  init(in root: borrowing Folder, _ shared: [SharedFile]) throws(FileFault) {
    self.root = try root.again()
    self.shared = shared
  }

  /// Compares a folder with its page; what has to change waits for `finish`.
  mutating func update(_ page: FolderPage) throws(FileFault) {
    let folder = try open(page.name, in: root.descriptor, root.path)
    pending.folders.append(folder)
    let path = root.path + "/" + String(decoding: page.name, as: UTF8.self)
    try clean(folder, path, page, depth: 0, below: [])
    var (inner, innerPath): (Int32, ArraySlice<UInt8>) = (folder, [])
    for index in page.files.indices {
      let file = shared[page.files[index].shared].path
      let cut = file.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
      if file[..<cut] != innerPath {
        innerPath = file[..<cut]
        inner = folder
        for (depth, part) in innerPath.dropLast().split(separator: UInt8(ascii: "/")).enumerated() where cut > 0 {
          inner = try open(Array(part), in: inner, path)
          pending.folders.append(inner)
          try clean(inner, path, page, depth: depth + 1, below: innerPath)
        }
      }
      try update(file[cut...], in: inner, page.bytes[page.range(of: index)], path)
    }
    // What waits holds its folders open.
    if pending.files.isEmpty { pending.close() } else if pending.folders.count > 200 { try finish() }
  }

  /// Puts what waits on the disk and in its place.
  mutating func finish() throws(FileFault) {
    defer { pending.close() }
    guard !pending.files.isEmpty else { return }
    do throws(FileFault) {
      try root.syncFileSystem()
      for file in pending.files {
        guard renameat(file.folder, file.temporary, file.folder, file.name) == 0 else {
          throw FileFault.last(.write, file.path)
        }
        outcome.written += 1
      }
    } catch {
      pending.removeFiles()
      throw error
    }
  }

  /// Takes back what waits.
  mutating func abandon() {
    pending.removeFiles()
    pending.close()
  }

  /// New files that wait for their names, and the folders that they lie in.
  private struct Pending {
    var files: [(folder: Int32, temporary: String, name: String, path: String)] = []
    var folders: [Int32] = []

    mutating func close() {
      for folder in folders { Glibc.close(folder) }
      folders.removeAll(keepingCapacity: true)
      files.removeAll(keepingCapacity: true)
    }

    func removeFiles() {
      for file in files { unlinkat(file.folder, file.temporary, 0) }
    }
  }

  /// Opens a folder and makes it where it is missing.
  private mutating func open(_ bytes: [UInt8], in outer: Int32, _ path: String) throws(FileFault) -> Int32 {
    setName(bytes[...])
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    var opened = openat(outer, name, flags)
    if opened < 0, errno == ENOENT {
      guard mkdirat(outer, name, 0o755) == 0 || errno == EEXIST else { throw fault(path, bytes[...]) }
      opened = openat(outer, name, flags)
    }
    guard opened >= 0 else { throw fault(path, bytes[...]) }
    return opened
  }

  /// Removes what a killed run has left, and takes down what is not on the page.
  private mutating func clean(
    _ folder: Int32, _ path: String, _ page: FolderPage, depth: Int, below prefix: ArraySlice<UInt8>
  ) throws(FileFault) {
    var abandoned: [String] = []
    var others: [[UInt8]] = []
    let shared = shared
    try entries.forEach(in: folder, path) { name throws(FileFault) in
      if page.files.contains(where: { Self.isEntry(name, of: shared[$0.shared].path, below: prefix) }) { return }
      guard !TemporaryName.mayBe(name) else {
        let text = String(decoding: name, as: UTF8.self)
        if TemporaryName.isAbandoned(text) { abandoned.append(text) }
        return
      }
      others.append(page.name + [UInt8(ascii: "/")] + prefix + name)
    }
    for name in abandoned where unlinkat(folder, name, 0) != 0 && errno != ENOENT {
      throw FileFault.last(.write, path + "/" + name)
    }
    unknown += others
  }

  /// Whether a name in a folder is the next part of a path.
  private static func isEntry(
    _ name: UnsafeBufferPointer<UInt8>, of path: [UInt8], below prefix: ArraySlice<UInt8>
  ) -> Bool {
    guard path.count >= prefix.count + name.count, path.starts(with: prefix) else { return false }
    let end = prefix.count + name.count
    return path[prefix.count..<end].elementsEqual(name) && (end == path.count || path[end] == UInt8(ascii: "/"))
  }

  private mutating func update(
    _ file: ArraySlice<UInt8>, in folder: Int32, _ bytes: ArraySlice<UInt8>, _ path: String
  ) throws(FileFault) {
    setName(file)
    if holds(bytes, in: folder) {
      outcome.unchanged += 1
      return
    }
    let text = String(decoding: file, as: UTF8.self)
    let temporary = TemporaryName.forFile(text)
    let new = openat(folder, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard new >= 0 else { throw fault(path, file) }
    pending.files.append((folder, temporary, text, path + "/" + text))
    do throws(FileFault) {
      try Folder.writeAll(new, bytes, path + "/" + text)
    } catch {
      close(new)
      throw error
    }
    guard close(new) == 0 else { throw fault(path, file) }
  }

  /// Whether the regular file of the name holds exactly these bytes with mode 0644.
  private mutating func holds(_ bytes: ArraySlice<UInt8>, in folder: Int32) -> Bool {
    let file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o7777 == 0o644,
      status.st_size == bytes.count
    else { return false }
    if room.count < bytes.count { room = [UInt8](repeating: 0, count: max(bytes.count, 4096)) }
    return room.withUnsafeMutableBytes { room in
      var filled = 0
      while filled < bytes.count {
        let count = read(file, room.baseAddress.map { $0 + filled }, bytes.count - filled)
        guard count > 0 else { return false }
        filled += count
      }
      return bytes.withUnsafeBytes { bytes in
        guard let left = bytes.baseAddress, let right = room.baseAddress else { return true }
        return memcmp(left, right, bytes.count) == 0
      }
    }
  }

  private mutating func setName(_ bytes: ArraySlice<UInt8>) {
    name.removeAll(keepingCapacity: true)
    for byte in bytes { name.append(CChar(bitPattern: byte)) }
    name.append(0)
  }

  private func fault(_ path: String, _ name: ArraySlice<UInt8>) -> FileFault {
    FileFault.last(.write, path + "/" + String(decoding: name, as: UTF8.self))
  }
}
