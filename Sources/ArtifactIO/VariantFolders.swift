/// The files of a source, each distinct one once: a folder for each content, named by its sum, and behind them the
/// folder `nodes` with the map `map.tsv`, a line for each file of each node: node, path, sum.
package struct VariantFolders<Base: FolderSource>: FolderSource {
  private let base: Base
  /// The distinct contents in the order of their sums.
  private let variants: [Variant]
  private let map: [UInt8]
  package let files: [SharedFile]

  /// A content, and where it is made.
  private struct Variant: Sendable {
    let digest: SHA256.Digest
    let folder: UInt32
    /// The place of the file on the folder's page.
    let place: UInt32
    /// What the file shares. Of equal contents with several names the first one counts; the map has all paths.
    let shared: UInt32
  }

  /// Makes all files once, in several threads, and keeps their sums.
  package init(_ base: Base) {
    self.base = base
    let shared = base.files
    let (variants, map) = Self.collect(base, shared)
    let distinct = Self.distinct(variants)
    self.variants = distinct
    self.map = map
    files =
      shared.map { SharedFile([String(decoding: $0.path[$0.nameStart...], as: UTF8.self)]) }
      + [SharedFile(["map.tsv"])]
  }

  package var count: Int { variants.count + 1 }

  package func fill(_ page: inout FolderPage, with number: Int, contents: Bool) {
    guard number < variants.count else {
      page.begin("nodes".utf8)
      page.add(files.count - 1) { if contents { $0.append(contentsOf: map) } }
      return
    }
    let variant = variants[number]
    var name: [UInt8] = []
    variant.digest.append(to: &name)
    page.begin(name)
    guard contents else { return page.add(Int(variant.shared)) { _ in } }
    var whole = FolderPage()
    base.fill(&whole, with: Int(variant.folder), contents: true)
    page.add(Int(variant.shared)) { $0.append(contentsOf: whole.bytes[whole.range(of: Int(variant.place))]) }
  }

  /// A part of the folders, and what was found in them.
  private struct Chunk: Sendable {
    let folders: Range<Int>
    var variants: [Variant] = []
    var map: [UInt8] = []
  }

  private static func collect(_ base: Base, _ shared: [SharedFile]) -> (variants: [Variant], map: [UInt8]) {
    var chunks = stride(from: 0, to: base.count, by: 64).map { Chunk(folders: $0..<min($0 + 64, base.count)) }
    Workers.forEach(&chunks) { _, chunk in
      var page = FolderPage()
      var digests: [SHA256.Digest] = []
      for folder in chunk.folders {
        base.fill(&page, with: folder, contents: true)
        digests.removeAll(keepingCapacity: true)
        page.appendDigests(shared, to: &digests)
        for (place, digest) in digests.enumerated() {
          let number = page.files[place].shared
          chunk.variants.append(
            Variant(digest: digest, folder: UInt32(folder), place: UInt32(place), shared: UInt32(number)))
          chunk.map.append(contentsOf: page.name)
          chunk.map.append(UInt8(ascii: "\t"))
          chunk.map.append(contentsOf: shared[number].path)
          chunk.map.append(UInt8(ascii: "\t"))
          digest.append(to: &chunk.map)
          chunk.map.append(UInt8(ascii: "\n"))
        }
      }
    }
    return (chunks.flatMap(\.variants), Array(chunks.map(\.map).joined()))
  }

  /// The first of each content, in the order of the sums.
  private static func distinct(_ variants: [Variant]) -> [Variant] {
    let sorted = variants.sorted { left, right in
      for index in 0..<8 where left.digest.words[index] != right.digest.words[index] {
        return left.digest.words[index] < right.digest.words[index]
      }
      return left.folder < right.folder
    }
    var kept: [Variant] = []
    for variant in sorted where kept.last?.digest != variant.digest { kept.append(variant) }
    return kept
  }
}
