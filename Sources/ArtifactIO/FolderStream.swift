/// Writes folders as one stream, in their order. Two windows of folders are in memory, never all of them: while one is
/// written, several threads make the next.
package enum FolderStream {
  /// The form of a stream.
  package protocol Form: Sendable {
    /// Appends a folder with its files.
    ///
    /// - Parameter digests: the sums of the files, in the order of the page.
    func append(_ page: FolderPage, _ digests: ArraySlice<SHA256.Digest>, to output: inout [UInt8])

    /// Whether the stream ends with the sums of all files.
    var hasSums: Bool { get }

    /// Appends what stands before the sums.
    ///
    /// - Parameter size: the bytes of the sums.
    func beginSums(size: Int, to output: inout [UInt8])

    /// Appends what stands behind them.
    func endSums(size: Int, to output: inout [UInt8])
  }

  /// So many folders are made by a thread at a time, and so many times as many are in a window.
  private static let chunkSize = 64
  private static let chunksInWindow = 8

  /// A part of a window.
  private struct Chunk: Sendable {
    var folders = 0..<0
    var bytes: [UInt8] = []
    var digests: [SHA256.Digest] = []
    /// The bytes of the lines that the sums have of it.
    var sumsSize = 0
  }

  /// Writes all folders of a source.
  ///
  /// - Parameters:
  ///   - watch: tells when it is time to stop.
  ///   - write: takes the next piece of the stream.
  ///   - progress: is told from time to time how many folders are done.
  package static func write(
    _ source: some FolderSource, as form: some Form, watch: Interruption.Watch, progress: (Int) -> Void = { _ in },
    _ write: ([UInt8]) throws(FileFault) -> Void
  ) throws(TreeFault) {
    let shared = source.files
    var windows = [[Chunk]](repeating: Array(repeating: Chunk(), count: chunksInWindow), count: 2)
    var digests: [[SHA256.Digest]] = []
    var sumsSize = 0
    var fault: FileFault?
    var first = 0
    var turn = 0
    while true {
      let full = 1 - turn
      let ready = windows[full].filter { !$0.folders.isEmpty }
      guard first < source.count || !ready.isEmpty else { break }
      for index in 0..<chunksInWindow {
        let end = min(first + chunkSize, source.count)
        windows[turn][index].folders = first..<end
        first = end
      }
      Workers.forEach(
        &windows[turn],
        meanwhile: {
          do throws(FileFault) {
            for chunk in ready { try write(chunk.bytes) }
          } catch {
            fault = error
          }
        }
      ) { _, chunk in
        chunk.bytes.removeAll(keepingCapacity: true)
        chunk.digests.removeAll(keepingCapacity: true)
        chunk.sumsSize = 0
        var page = FolderPage()
        for folder in chunk.folders {
          source.fill(&page, with: folder, contents: true)
          let start = chunk.digests.count
          page.appendDigests(shared, to: &chunk.digests)
          form.append(page, chunk.digests[start...], to: &chunk.bytes)
          chunk.sumsSize += SumLines.size(of: page, shared)
        }
      }
      if let fault { throw .file(fault) }
      if watch.isInterrupted { throw .interrupted }
      if form.hasSums { digests += ready.map(\.digests) }
      for chunk in ready { sumsSize += chunk.sumsSize }
      progress(ready.last?.folders.upperBound ?? 0)
      turn = full
    }
    guard form.hasSums else { return }
    try TreeFault.wrap { () throws(FileFault) in try writeSums(source, digests, size: sumsSize, form, write) }
  }

  private static func writeSums(
    _ source: some FolderSource, _ digests: [[SHA256.Digest]], size: Int, _ form: some Form,
    _ write: ([UInt8]) throws(FileFault) -> Void
  ) throws(FileFault) {
    var output: [UInt8] = []
    form.beginSums(size: size, to: &output)
    try write(output)
    var lines = SumLines(source, digests)
    while let piece = lines.next() { try write(piece) }
    output.removeAll()
    form.endSums(size: size, to: &output)
    try write(output)
  }
}
