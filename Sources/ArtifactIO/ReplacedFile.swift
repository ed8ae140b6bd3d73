import Glibc

/// A file that is written piece by piece, and touched only if it changes: as long as the pieces are what the file
/// holds already, they are compared; from the first difference on they go to a new file beside it, which takes its
/// place when all is there.
struct ReplacedFile: ~Copyable {
  private let name: String
  private let folder: Folder
  private let temporary: String
  private let syncs: Bool
  /// What it may take the place of, of what somebody has written.
  private let successor: SourceDocument?
  private var old: Int32
  /// Whether the old file can stay if it holds the same.
  private var mayStay = false
  private var new: Int32 = -1
  /// How many bytes have come.
  private var count = 0
  private var room: [UInt8] = []

  /// - Parameters:
  ///   - syncs: whether the new file has to be on the disk before it takes its place.
  ///   - successor: what the new file is, where it is such a document itself. No other one is replaced.
  init(
    _ name: String, in folder: borrowing Folder, syncs: Bool, successor: SourceDocument? = nil
  ) throws(FileFault) {
    self.successor = successor
    self.name = name
    self.folder = try folder.again()
    self.syncs = syncs
    temporary = TemporaryName.forFile(name)
    old = openat(folder.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    var status = stat()
    guard old >= 0 else { return }
    if fstat(old, &status) != 0 || status.st_mode & S_IFMT != S_IFREG {
      close(old)
      old = -1
    }
    mayStay = old >= 0 && status.st_mode & 0o7777 == 0o644
  }

  deinit {
    if old >= 0 { close(old) }
    if new >= 0 {
      // It was not finished.
      close(new)
      unlinkat(folder.descriptor, temporary, 0)
    }
  }

  /// Takes the next piece.
  mutating func write(_ piece: [UInt8]) throws(FileFault) {
    if new < 0 {
      if try isNext(piece) {
        count += piece.count
        return
      }
      try begin()
    }
    try Folder.writeAll(new, piece[...], shownPath)
    count += piece.count
  }

  /// Puts the file in its place.
  ///
  /// - Returns: whether it has changed.
  @discardableResult
  mutating func finish() throws(FileFault) -> Bool {
    if new < 0 {
      var status = stat()
      if mayStay, fstat(old, &status) == 0, status.st_size == count { return false }
      try begin()
    }
    guard fchmod(new, 0o644) == 0, !syncs || fsync(new) == 0 else { throw FileFault.last(.write, shownPath) }
    let finished = new
    guard close(finished) == 0 else {
      new = -1
      let fault = FileFault.last(.write, shownPath)
      unlinkat(folder.descriptor, temporary, 0)
      throw fault
    }
    new = -1
    guard renameat(folder.descriptor, temporary, folder.descriptor, name) == 0 else {
      let fault = FileFault.last(.write, shownPath)
      unlinkat(folder.descriptor, temporary, 0)
      throw fault
    }
    if syncs { try folder.sync() }
    return true
  }

  /// The sum of the file that was replaced, in hexadecimal; `nil` where there was none, or a larger one than cnigen makes.
  mutating func oldSum() -> String? {
    guard old >= 0 else { return nil }
    count = 0
    var bytes: [UInt8] = []
    while bytes.count <= Self.summedAtMost {
      guard (try? readOld(1 << 16)) != nil else { return nil }
      guard !room.isEmpty else { return SHA256.hex(bytes) }
      bytes += room
      count = bytes.count
    }
    return nil
  }

  /// 64 MiB.
  private static let summedAtMost = 64 << 20

  private var shownPath: String { folder.path == "." ? name : folder.path + "/" + name }

  /// Whether the old file goes on with a piece.
  private mutating func isNext(_ piece: [UInt8]) throws(FileFault) -> Bool {
    guard mayStay else { return false }
    try readOld(piece.count)
    return room == piece
  }

  /// Reads up to so many bytes of the old file, from where the comparison stands.
  private mutating func readOld(_ wanted: Int) throws(FileFault) {
    room.removeAll(keepingCapacity: true)
    room.append(contentsOf: repeatElement(0, count: wanted))
    var filled = 0
    while filled < wanted {
      let (file, start, position) = (old, filled, off_t(count + filled))
      let got = room.withUnsafeMutableBytes { pread(file, $0.baseAddress.map { $0 + start }, wanted - start, position) }
      if got < 0 {
        if errno == EINTR { continue }
        throw FileFault.last(.write, shownPath)
      }
      guard got > 0 else { break }
      filled += got
    }
    room.removeLast(room.count - filled)
  }

  /// Refuses to take the place of a document of another kind.
  private mutating func spareDocument() throws(FileFault) {
    guard old >= 0 else { return }
    let alike = count
    count = 0
    defer { count = alike }
    try readOld(SourceDocument.looked)
    guard let document = SourceDocument(room), document != successor else { return }
    throw FileFault(.write, shownPath, "it is a \(document.rawValue), which nothing else takes the place of")
  }

  /// Begins the new file with all that the old one had right.
  private mutating func begin() throws(FileFault) {
    try spareDocument()
    new = openat(
      folder.descriptor, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard new >= 0 else { throw FileFault.last(.write, shownPath) }
    let alike = count
    count = 0
    while count < alike {
      try readOld(min(1 << 16, alike - count))
      guard !room.isEmpty else { throw FileFault(.write, shownPath, "somebody else changes it at this moment") }
      try Folder.writeAll(new, room[...], shownPath)
      count += room.count
    }
  }
}
