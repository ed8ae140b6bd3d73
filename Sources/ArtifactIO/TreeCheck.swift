import Glibc

extension FolderTree {
  /// Compares a tree with what a build would leave there, and writes nothing.
  ///
  /// - Parameters:
  ///   - keepsOthers: whether folders that the source does not name are none of this run's business.
  ///   - watch: tells when it is time to stop.
  ///   - progress: is told from time to time how many folders are done.
  /// - Returns: what is different, sorted by path.
  package static func check(
    _ source: some FolderSource, at path: String, keepsOthers: Bool, watch: Interruption.Watch,
    progress: (Int) -> Void = { _ in }
  ) throws(TreeFault) -> [TreeDifference] {
    guard Folder.exists(path) else { return [TreeDifference(.missing, "")] }
    return try TreeCheck(source, path, Pass(watch: watch)).run(keepsOthers: keepsOthers, progress)
  }
}

/// Compares a tree that is there with what it should be.
private struct TreeCheck<Source: FolderSource> {
  private let source: Source
  private let path: String
  private let pass: FolderTree.Pass

  init(_ source: Source, _ path: String, _ pass: FolderTree.Pass) {
    self.source = source
    self.path = path
    self.pass = pass
  }

  /// What a thread found in some folders.
  private struct Found: Sendable {
    var missing: [[UInt8]] = []
    var differing: [[UInt8]] = []
    var unknown: [[UInt8]] = []
  }

  func run(keepsOthers: Bool, _ progress: (Int) -> Void) throws(TreeFault) -> [TreeDifference] {
    let (path, source, files) = (path, source, source.files)
    var found = Found()
    var fault: FileFault?
    let (pieces, digests) = try pass.run(
      over: source.count,
      meanwhile: {
        // A source with the output folder itself has looked at it.
        guard !keepsOthers, !hasRootPage else { return }
        do throws(FileFault) {
          found.unknown = try Strangers.find(in: path, beside: source, removesAbandoned: false)
        } catch {
          fault = error
        }
      }, progress
    ) { folders, digests throws(FileFault) -> Found in
      var page = FolderPage()
      var check = try FolderCheck(in: try Folder.open(path), files)
      for folder in folders {
        source.fill(&page, with: folder, contents: true)
        try check.check(page)
        page.appendDigests(files, to: &digests)
      }
      return Found(missing: check.missing, differing: check.differing, unknown: check.unknown)
    }
    if let fault { throw .file(fault) }
    for piece in pieces {
      found.missing += piece.missing
      found.differing += piece.differing
      found.unknown += piece.unknown
    }
    return try TreeFault.wrap { () throws(FileFault) in
      let root = try Folder.open(path)
      let sums = keepsOthers ? nil : checkSums(digests, in: root)
      return (try judge(found, in: root) + (sums.map { [$0] } ?? [])).sorted { $0.path < $1.path }
    }
  }

  private var hasRootPage: Bool {
    var page = FolderPage()
    guard source.count > 0 else { return false }
    source.fill(&page, with: 0, contents: false)
    return page.name.isEmpty
  }

  /// Says of each difference what it is, by the sums that the last build has left.
  private func judge(_ found: Found, in root: borrowing Folder) throws(FileFault) -> [TreeDifference] {
    var differences = found.missing.map { TreeDifference(.missing, String(decoding: $0, as: UTF8.self)) }
    let precedes = { (left: [UInt8], right: [UInt8]) in left.lexicographicallyPrecedes(right) }
    let differing = found.differing.sorted(by: precedes)
    // A folder's name is sorted as its files are.
    let unknown = found.unknown.map { name in
      root.existingSubfolder(String(decoding: name, as: UTF8.self)) == nil ? name : name + [UInt8(ascii: "/")]
    }.sorted(by: precedes)
    var old = OldSums(in: root)
    for path in differing {
      let isAsLeft =
        Self.advance(&old, to: path) { $0.elementsEqual(path) }
        .map { isUnchanged(path, $0, in: root) } ?? false
      differences.append(TreeDifference(isAsLeft ? .outdated : .edited, String(decoding: path, as: UTF8.self)))
    }
    var again = OldSums(in: root)
    for path in unknown {
      let isFolder = path.last == UInt8(ascii: "/")
      let sum = Self.advance(&again, to: path) { isFolder ? $0.starts(with: path) : $0.elementsEqual(path) }
      let kind: TreeDifference.Kind =
        if let sum { isFolder || isUnchanged(path, sum, in: root) ? .stale : .edited } else { .foreign }
      differences.append(TreeDifference(kind, String(decoding: path, as: UTF8.self)))
    }
    return differences
  }

  /// The sum of the first line that fits, none of those before a path.
  private static func advance(
    _ old: inout OldSums, to path: [UInt8], _ fits: (ArraySlice<UInt8>) -> Bool
  ) -> [UInt8]? {
    while let line = old.peek() {
      if fits(line.path) { return Array(line.sum) }
      guard line.path.lexicographicallyPrecedes(path) else { return nil }
      old.advance()
    }
    return nil
  }

  private func isUnchanged(_ path: [UInt8], _ sum: [UInt8], in root: borrowing Folder) -> Bool {
    let text = String(decoding: path, as: UTF8.self)
    var status = stat()
    guard fstatat(root.descriptor, text, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & 0o7777 == 0o644,
      let bytes = root.contents(text, limit: 64 << 20)
    else { return false }
    return SHA256.hex(bytes).utf8.elementsEqual(sum)
  }

  /// Whether the sums are those of all files.
  private func checkSums(_ digests: [[SHA256.Digest]], in root: borrowing Folder) -> TreeDifference? {
    var status = stat()
    guard fstatat(root.descriptor, Checksums.fileName, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return TreeDifference(.missing, Checksums.fileName)
    }
    var old = OldSums(in: root)
    var lines = SumLines(source, digests)
    while let piece = lines.next() {
      if !old.skip(piece) { return TreeDifference(.outdated, Checksums.fileName) }
    }
    return old.peek() == nil ? nil : TreeDifference(.outdated, Checksums.fileName)
  }
}
