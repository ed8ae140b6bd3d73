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
  private var comparison = FileComparison()
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
      } else if innerOf < 0 || !shared[number].isBeside(shared[innerOf]) {
        inner = try openInner(shared[number].path[..<shared[number].nameStart], in: folder, page)
        innerOf = number
      }
      try update(number, in: inner, page.bytes[page.range(of: index)], page)
    }
    // What waits holds its folders open.
    if pending.files.isEmpty { pending.close() } else if pending.folders.count > 200 { try finish() }
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
      if page.files.contains(where: { shared[$0.shared].leads(through: name, below: prefix) }) { return }
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

  private mutating func update(
    _ number: Int, in folder: Int32, _ bytes: ArraySlice<UInt8>, _ page: FolderPage
  ) throws(FileFault) {
    if comparison.holds(shared[number].name, bytes, in: folder) {
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

  private func shownPath(_ page: FolderPage, _ file: [UInt8]) -> String {
    root.path + "/" + String(decoding: page.path + file, as: UTF8.self)
  }

  /// The fault that `errno` tells of a page's folder, or of something in it.
  private func fault(_ page: FolderPage, _ name: String? = nil) -> FileFault {
    let path = root.path + "/" + String(decoding: page.name, as: UTF8.self)
    return FileFault.last(.write, name.map { "\(path)/\($0)" } ?? path)
  }
}
