import Glibc

/// Makes a tree that is not there yet: put together beside its place, put on the disk at once, and renamed as a whole.
struct TreeStaging<Source: FolderSource> {
  private let source: Source
  private let path: String
  private let pass: FolderTree.Pass

  init(_ source: Source, _ path: String, _ pass: FolderTree.Pass) {
    self.source = source
    self.path = path
    self.pass = pass
  }

  func run(_ progress: (Int) -> Void) throws(TreeFault) -> TreeOutcome {
    let staging = try TreeFault.wrap { () throws(FileFault) in try StagedFolder(for: path) }
    do throws(TreeFault) {
      let outcome = try fill(staging.path, progress)
      try TreeFault.wrap { () throws(FileFault) in try staging.finish() }
      return outcome
    } catch {
      staging.remove()
      guard case .file(let fault) = error else { throw error }
      throw .file(staging.translate(fault))
    }
  }

  private func fill(_ staging: String, _ progress: (Int) -> Void) throws(TreeFault) -> TreeOutcome {
    var outcome = TreeOutcome()
    let files = source.files
    let (counts, digests) = try pass.run(over: source.count, progress) { folders, digests throws(FileFault) -> Int in
      var page = FolderPage()
      var writer = try NewFolders(in: staging)
      var count = 0
      for folder in folders {
        source.fill(&page, with: folder, contents: true)
        try writer.write(page, files)
        page.appendDigests(files, to: &digests)
        count += page.files.count
      }
      return count
    }
    outcome.written = counts.reduce(1, +)
    try TreeFault.wrap { () throws(FileFault) in
      let root = try Folder.open(staging)
      var sums = try ReplacedFile(Checksums.fileName, in: root, syncs: false)
      var lines = SumLines(source, digests)
      while let piece = lines.next() { try sums.write(piece) }
      try sums.finish()
    }
    return outcome
  }
}

/// Writes folders that are not there yet, and their files. Nobody else knows of the tree, so paths are taken as they
/// are, which saves opening each folder.
private struct NewFolders: ~Copyable {
  private let root: Folder
  /// The path that is worked on, with a zero at its end while the system looks at it.
  private var path: [UInt8] = []

  init(in root: String) throws(FileFault) { self.root = try Folder.open(root) }

  mutating func write(_ page: FolderPage, _ shared: [SharedFile]) throws(FileFault) {
    path.removeAll(keepingCapacity: true)
    path.append(contentsOf: page.name)
    try makeFolder()
    let base = path.count
    for index in page.files.indices {
      let file = shared[page.files[index].shared].path
      for slash in file.indices where file[slash] == UInt8(ascii: "/") {
        append(file[..<slash], behind: base)
        try makeFolder()
      }
      append(file[...], behind: base)
      try makeFile(page.bytes[page.range(of: index)])
    }
  }

  private mutating func append(_ file: ArraySlice<UInt8>, behind base: Int) {
    path.removeLast(path.count - base)
    path.append(UInt8(ascii: "/"))
    path.append(contentsOf: file)
  }

  private mutating func makeFolder() throws(FileFault) {
    let folder = root.descriptor
    let status = withPath { mkdirat(folder, $0, 0o755) }
    guard status == 0 || errno == EEXIST else { throw fault() }
  }

  private mutating func makeFile(_ bytes: ArraySlice<UInt8>) throws(FileFault) {
    let folder = root.descriptor
    let file = withPath {
      openat(folder, $0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    }
    guard file >= 0 else { throw fault() }
    do throws(FileFault) {
      try Folder.writeAll(file, bytes, root.path)
    } catch {
      close(file)
      throw FileFault(.write, shownPath, error.reason)
    }
    guard close(file) == 0 else { throw fault() }
  }

  private mutating func withPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    path.append(0)
    defer { path.removeLast() }
    return path.withUnsafeBytes { buffer in
      // There is at least the zero.
      body(buffer.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: CChar.self))
    }
  }

  private var shownPath: String { root.path + "/" + String(decoding: path, as: UTF8.self) }

  private func fault() -> FileFault { FileFault.last(.write, shownPath) }
}
