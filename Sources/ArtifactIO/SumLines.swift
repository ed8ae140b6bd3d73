/// The lines of `SHA256SUMS` for the folders of a source, piece by piece, sorted by path.
struct SumLines {
  private let source: any FolderSource
  private let digests: [[SHA256.Digest]]
  private let files: [SharedFile]
  /// Where each shared file stands when all are sorted by their paths.
  private let ranks: [Int]
  private var page = FolderPage()
  private var folder = 0
  private var chunk = 0
  private var offset = 0

  /// - Parameter digests: of all files in the order of the pages, in pieces that end with a folder.
  init(_ source: some FolderSource, _ digests: [[SHA256.Digest]]) {
    self.source = source
    self.digests = digests
    files = source.files
    var ranks = Array(repeating: 0, count: files.count)
    let sorted = files.indices.sorted { [files] in files[$0].path.lexicographicallyPrecedes(files[$1].path) }
    for (rank, index) in sorted.enumerated() { ranks[index] = rank }
    self.ranks = ranks
  }

  /// The lines of the next folders, some tens of kilobytes; `nil` behind the last one.
  mutating func next() -> [UInt8]? {
    var text: [UInt8] = []
    while folder < source.count, text.count < 1 << 16 { appendFolder(to: &text) }
    return text.isEmpty ? nil : text
  }

  /// The name of the next folder, and its lines; `nil` behind the last one.
  mutating func nextFolder() -> (name: [UInt8], lines: [UInt8])? {
    var lines: [UInt8] = []
    guard folder < source.count else { return nil }
    appendFolder(to: &lines)
    return (page.name, lines)
  }

  /// How many bytes the lines of a folder have.
  static func size(of page: FolderPage, _ shared: [SharedFile]) -> Int {
    let folder = page.name.isEmpty ? 0 : page.name.count + 1
    // 64 digits, two spaces, and the end of the line.
    return page.files.reduce(0) { $0 + 67 + folder + shared[$1.shared].path.count }
  }

  private mutating func appendFolder(to text: inout [UInt8]) {
    source.fill(&page, with: folder, contents: false)
    folder += 1
    while chunk < digests.count, offset == digests[chunk].count {
      chunk += 1
      offset = 0
    }
    // Files are few, and in order most often.
    let order = page.files.indices.sorted { ranks[page.files[$0].shared] < ranks[page.files[$1].shared] }
    let path = page.path
    for index in order {
      digests[chunk][offset + index].append(to: &text)
      text.append(0x20)
      text.append(0x20)
      text.append(contentsOf: path)
      text.append(contentsOf: files[page.files[index].shared].path)
      text.append(UInt8(ascii: "\n"))
    }
    offset += page.files.count
  }
}
