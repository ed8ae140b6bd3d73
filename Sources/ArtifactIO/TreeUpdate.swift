import Glibc

/// Brings a tree that is there up to date.
struct TreeUpdate<Source: FolderSource> {
  private let source: Source
  private let path: String
  private let pass: FolderTree.Pass

  init(_ source: Source, _ path: String, _ pass: FolderTree.Pass) {
    self.source = source
    self.path = path
    self.pass = pass
  }

  func run(keepsOthers: Bool, _ progress: (Int) -> Void) throws(TreeFault) -> TreeOutcome {
    let root = try TreeFault.wrap { () throws(FileFault) in try Folder.open(self.path) }
    let (path, source, files) = (path, source, source.files)
    var unknown: [[UInt8]] = []
    var fault: FileFault?
    let (pieces, digests) = try pass.run(
      over: source.count,
      meanwhile: {
        guard !keepsOthers else { return }
        do throws(FileFault) { unknown = try Strangers.find(in: path, beside: source, removesAbandoned: true) } catch {
          fault = error
        }
      }, progress
    ) { folders, digests throws(FileFault) -> (TreeOutcome, [[UInt8]]) in
      var page = FolderPage()
      var update = try FolderUpdate(in: try Folder.open(path), files)
      do throws(FileFault) {
        for folder in folders {
          source.fill(&page, with: folder, contents: true)
          try update.update(page)
          page.appendDigests(files, to: &digests)
        }
        try update.finish()
      } catch {
        update.abandon()
        throw error
      }
      return (update.outcome, update.unknown)
    }
    if let fault { throw .file(fault) }
    var outcome = TreeOutcome()
    for (piece, names) in pieces {
      outcome.add(piece)
      unknown += names
    }
    try writeSums(digests, in: root, keepsOthers: keepsOthers, &outcome)
    var status = stat()
    for name in unknown {
      let text = String(decoding: name, as: UTF8.self)
      if fstatat(root.descriptor, text, &status, AT_SYMLINK_NOFOLLOW) == 0 { outcome.addForeign(name) }
    }
    return outcome
  }

  /// Writes the sums last, and removes the files of which only the old ones know.
  private func writeSums(
    _ digests: [[SHA256.Digest]], in root: borrowing Folder, keepsOthers: Bool, _ outcome: inout TreeOutcome
  ) throws(TreeFault) {
    var old = OldSums(in: root)
    var lines = SumLines(source, digests)
    var removed = 0
    do throws(FileFault) {
      var new = try ReplacedFile(Checksums.fileName, in: root, syncs: true)
      var piece: [UInt8] = []
      while let (name, ours) = lines.nextFolder() {
        if !old.skip(ours) {
          try pass(&old, &piece, keepsOthers, before: name + [UInt8(ascii: "/")], root, &removed)
          try dropStale(&old, name + [UInt8(ascii: "/")], ours, root, &removed)
        }
        piece.append(contentsOf: ours)
        guard piece.count > 1 << 16 else { continue }
        try new.write(piece)
        piece.removeAll(keepingCapacity: true)
      }
      try pass(&old, &piece, keepsOthers, before: nil, root, &removed)
      try new.write(piece)
      // Everything is on the disk before its sums are.
      if outcome.written > 0 || removed > 0 { try root.syncFileSystem() }
      if try new.finish() { outcome.written += 1 } else { outcome.unchanged += 1 }
    } catch {
      throw .file(error)
    }
    outcome.removed = removed
  }

  /// Goes through old lines of folders that the source does not have: they stay, or their files go.
  private func pass(
    _ old: inout OldSums, _ piece: inout [UInt8], _ keepsOthers: Bool, before name: [UInt8]?,
    _ root: borrowing Folder, _ removed: inout Int
  ) throws(FileFault) {
    while let line = old.peek(), name.map({ line.path.lexicographicallyPrecedes($0) }) ?? true {
      if keepsOthers { piece.append(contentsOf: line.bytes) } else { try remove(line, root, &removed) }
      old.advance()
    }
  }

  /// Goes through the old lines of a folder, and removes the files that it does not have any more.
  private func dropStale(
    _ old: inout OldSums, _ prefix: [UInt8], _ ours: [UInt8], _ root: borrowing Folder, _ removed: inout Int
  ) throws(FileFault) {
    while let line = old.peek(), line.path.starts(with: prefix) {
      let isOurs = ours.split(separator: UInt8(ascii: "\n")).contains { $0.dropFirst(66).elementsEqual(line.path) }
      if !isOurs { try remove(line, root, &removed) }
      old.advance()
    }
  }

  private func remove(_ line: OldSums.Line, _ root: borrowing Folder, _ removed: inout Int) throws(FileFault) {
    let path = String(decoding: line.path, as: UTF8.self)
    if try StaleFile.remove(path, sum: String(decoding: line.sum, as: UTF8.self), in: root) { removed += 1 }
  }
}
