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
    let folder = try open(page.name[...], in: root.descriptor, page)
    pending.folders.append(folder)
    try clean(folder, page, below: 0, of: [])
    var (inner, innerOf) = (folder, -1)
    for index in page.files.indices {
      let number = page.files[index].shared
      if shared[number].nameStart == 0 {
        (inner, innerOf) = (folder, -1)
      } else if innerOf < 0 || !isBeside(number, innerOf) {
        inner = try openInner(shared[number].path[..<shared[number].nameStart], in: folder, page)
        innerOf = number
      }
      try update(number, in: inner, page.bytes[page.range(of: index)], page)
    }
    // What waits holds its folders open.
    if pending.files.isEmpty { pending.close() } else if pending.folders.count > 200 { try finish() }
  }

  /// Whether two files lie in one folder.
  private func isBeside(_ one: Int, _ other: Int) -> Bool {
    shared[one].path[..<shared[one].nameStart] == shared[other].path[..<shared[other].nameStart]
  }

  /// Opens the folders on the way to a file.
  private mutating func openInner(
    _ path: ArraySlice<UInt8>, in folder: Int32, _ page: FolderPage
  ) throws(FileFault) -> Int32 {
    var inner = folder
    var start = 0
    for slash in path.indices where path[slash] == UInt8(ascii: "/") {
      inner = try open(path[start..<slash], in: inner, page)
      pending.folders.append(inner)
      start = slash + 1
      try clean(inner, page, below: start, of: path)
    }
    return inner
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
  private mutating func open(
    _ bytes: ArraySlice<UInt8>, in outer: Int32, _ page: FolderPage
  ) throws(FileFault) -> Int32 {
    name.removeAll(keepingCapacity: true)
    for byte in bytes { name.append(CChar(bitPattern: byte)) }
    name.append(0)
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    var opened = openat(outer, name, flags)
    if opened < 0, errno == ENOENT {
      guard mkdirat(outer, name, 0o755) == 0 || errno == EEXIST else { throw fault(page) }
      opened = openat(outer, name, flags)
    }
    guard opened >= 0 else { throw fault(page) }
    return opened
  }

  /// Removes what a killed run has left, and takes down what is not on the page.
  ///
  /// - Parameters:
  ///   - count: how many bytes of the path lead to the folder, its slash included.
  ///   - path: of a file that is on the page.
  private mutating func clean(
    _ folder: Int32, _ page: FolderPage, below count: Int, of path: ArraySlice<UInt8>
  ) throws(FileFault) {
    var abandoned: [String] = []
    let prefix = path.prefix(count)
    let shared = shared
    var others: [[UInt8]] = []
    let status = entries.forEach(in: folder) { name in
      if page.files.contains(where: { Self.isEntry(name, of: shared[$0.shared].path, below: prefix) }) { return }
      guard !TemporaryName.mayBe(name) else {
        let text = String(decoding: name, as: UTF8.self)
        if TemporaryName.isAbandoned(text) { abandoned.append(text) }
        return
      }
      others.append(page.path + prefix + name)
    }
    guard status else { throw fault(page) }
    for name in abandoned where unlinkat(folder, name, 0) != 0 && errno != ENOENT { throw fault(page, name) }
    if !others.isEmpty { unknown += others }
  }

  /// Whether a name in a folder is the next part of a path.
  private static func isEntry(
    _ name: UnsafeBufferPointer<UInt8>, of path: [UInt8], below prefix: ArraySlice<UInt8>
  ) -> Bool {
    let end = prefix.count + name.count
    guard path.count >= end, end == path.count || path[end] == UInt8(ascii: "/") else { return false }
    var index = prefix.count
    for byte in name {
      guard path[index] == byte else { return false }
      index += 1
    }
    return prefix.isEmpty || path.starts(with: prefix)
  }

  private mutating func update(
    _ number: Int, in folder: Int32, _ bytes: ArraySlice<UInt8>, _ page: FolderPage
  ) throws(FileFault) {
    if holds(bytes, number, in: folder) {
      outcome.unchanged += 1
      return
    }
    let text = String(decoding: shared[number].path[shared[number].nameStart...], as: UTF8.self)
    let path = shownPath(page, shared[number].path)
    let temporary = TemporaryName.forFile(text)
    let new = openat(folder, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard new >= 0 else { throw FileFault.last(.write, path) }
    pending.files.append((folder, temporary, text, path))
    do throws(FileFault) {
      try Folder.writeAll(new, bytes, path)
    } catch {
      close(new)
      throw error
    }
    guard close(new) == 0 else { throw FileFault.last(.write, path) }
  }

  /// Whether a regular file holds exactly these bytes with mode 0644.
  private mutating func holds(_ bytes: ArraySlice<UInt8>, _ number: Int, in folder: Int32) -> Bool {
    let file = openat(folder, shared[number].name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
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

  private func shownPath(_ page: FolderPage, _ file: [UInt8]) -> String {
    root.path + "/" + String(decoding: page.path + file, as: UTF8.self)
  }

  /// The fault that `errno` tells of a page's folder, or of something in it.
  private func fault(_ page: FolderPage, _ name: String? = nil) -> FileFault {
    let path = root.path + "/" + String(decoding: page.name, as: UTF8.self)
    return FileFault.last(.write, name.map { "\(path)/\($0)" } ?? path)
  }
}
