import Glibc

/// Compares folders of a tree with their pages, one after another, and changes nothing.
struct FolderCheck: ~Copyable {
  private let root: Folder
  private let shared: [SharedFile]
  /// Paths of files and folders that are not there.
  private(set) var missing: [[UInt8]] = []
  /// Paths of files that hold something else.
  private(set) var differing: [[UInt8]] = []
  /// Paths of what is there and on no page.
  private(set) var unknown: [[UInt8]] = []
  private var entries = FolderEntries()
  private var comparison = FileComparison()

  init(in root: borrowing Folder, _ shared: [SharedFile]) throws(FileFault) {
    self.root = try root.again()
    self.shared = shared
  }

  /// Compares a folder with its page.
  mutating func check(_ page: FolderPage) throws(FileFault) {
    guard let folder = try open(page.name.isEmpty ? [UInt8(ascii: ".")] : page.name, in: root.descriptor, page) else {
      missing.append(page.path)
      return
    }
    var opened = [folder]
    defer { for folder in opened { close(folder) } }
    try list(folder, page, below: [])
    var (inner, innerOf): (Int32?, Int) = (folder, -1)
    for index in page.files.indices {
      let number = page.files[index].shared
      if shared[number].nameStart == 0 {
        (inner, innerOf) = (folder, -1)
      } else if innerOf < 0 || !shared[number].isBeside(shared[innerOf]) {
        inner = try openInner(shared[number].path[..<shared[number].nameStart], in: folder, page, &opened)
        innerOf = number
      }
      guard let inner else { continue }
      check(shared[number], page.bytes[page.range(of: index)], in: inner, page)
    }
  }

  private mutating func check(_ file: SharedFile, _ bytes: ArraySlice<UInt8>, in folder: Int32, _ page: FolderPage) {
    guard !comparison.holds(file.name, bytes, in: folder) else { return }
    var status = stat()
    if fstatat(folder, file.name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
      differing.append(page.path + file.path)
    } else {
      missing.append(page.path + file.path)
    }
  }

  /// Opens the folders on the way to a file; `nil` where one is not there.
  private mutating func openInner(
    _ path: ArraySlice<UInt8>, in folder: Int32, _ page: FolderPage, _ opened: inout [Int32]
  ) throws(FileFault) -> Int32? {
    var inner = folder
    var start = 0
    for slash in path.indices where path[slash] == UInt8(ascii: "/") {
      guard let next = try open(Array(path[start..<slash]), in: inner, page) else {
        missing.append(page.path + path[...slash])
        return nil
      }
      opened.append(next)
      inner = next
      start = slash + 1
      try list(inner, page, below: path[..<start])
    }
    return inner
  }

  /// Opens a folder; `nil` where it is not there, or something else has its name.
  private func open(_ name: [UInt8], in outer: Int32, _ page: FolderPage) throws(FileFault) -> Int32? {
    let opened = openat(
      outer, name.map { CChar(bitPattern: $0) } + [0], O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if opened >= 0 { return opened }
    guard [ENOENT, ENOTDIR, ELOOP].contains(errno) else { throw fault(page) }
    return nil
  }

  /// Takes down what is in a folder and not on the page.
  private mutating func list(_ folder: Int32, _ page: FolderPage, below prefix: ArraySlice<UInt8>) throws(FileFault) {
    var others: [[UInt8]] = []
    let shared = shared
    let isRoot = page.name.isEmpty && prefix.isEmpty
    let isWhole = entries.forEach(in: folder) { name in
      if page.files.contains(where: { shared[$0.shared].leads(through: name, below: prefix) }) { return }
      if isRoot, name.elementsEqual(Checksums.fileName.utf8) { return }
      others.append(page.path + prefix + name)
    }
    guard isWhole else { throw fault(page) }
    if !others.isEmpty { unknown += others }
  }

  /// The fault that `errno` tells of a page's folder.
  private func fault(_ page: FolderPage) -> FileFault {
    FileFault.last(.read, root.path + "/" + String(decoding: page.path, as: UTF8.self))
  }
}
