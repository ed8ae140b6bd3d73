import Glibc
import Synchronization

/// Writes a tree with a folder for each of very many nodes, and `SHA256SUMS` last. A reader sees the old file or the
/// new one, never a part, and a crash at any moment leaves each file old or new.
package enum FolderTree {
  /// Writes all folders of a source.
  ///
  /// - Parameters:
  ///   - path: the output folder.
  ///   - keepsOthers: whether folders that the source does not name stay as they are, sums included, as if they were
  ///     none of this run's business; else their files are removed where the sums show that nobody has changed them.
  ///   - watch: tells when it is time to stop.
  ///   - progress: is told from time to time how many folders are done.
  package static func write(
    _ source: some FolderSource, to path: String, keepsOthers: Bool, watch: Interruption.Watch,
    progress: (Int) -> Void = { _ in }
  ) throws(TreeFault) -> TreeOutcome {
    // Modes are to be as they are asked for; nothing else makes files meanwhile.
    let mask = umask(0)
    defer { umask(mask) }
    let pass = Pass(watch: watch)
    return Folder.exists(path)
      ? try TreeUpdate(source, path, pass).run(keepsOthers: keepsOthers, progress)
      : try TreeStaging(source, path, pass).run(progress)
  }

  /// One pass over all folders in several threads, which ends early where something stands in its way.
  struct Pass: Sendable {
    let watch: Interruption.Watch

    /// So many folders are worked on by a thread before it looks up.
    private static let chunkSize = 64

    /// What a thread made of some folders.
    private struct Chunk<Result: Sendable>: Sendable {
      let folders: Range<Int>
      var digests: [SHA256.Digest] = []
      var result: Result?
      var fault: FileFault?
    }

    /// Calls the body for pieces of the folders, and gives what it made of them in their order, with the sums of all
    /// files.
    ///
    /// - Parameters:
    ///   - meanwhile: what the calling thread does before it takes part.
    ///   - body: appends the sums of the files, in the order of the pages.
    func run<Result: Sendable>(
      over count: Int, meanwhile: () -> Void = {}, _ progress: (Int) -> Void,
      _ body: @escaping @Sendable (Range<Int>, inout [SHA256.Digest]) throws(FileFault) -> Result
    ) throws(TreeFault) -> (results: [Result], digests: [[SHA256.Digest]]) {
      var chunks = stride(from: 0, to: count, by: Self.chunkSize).map { first in
        Chunk<Result>(folders: first..<min(first + Self.chunkSize, count))
      }
      let stop = Stop()
      Workers.forEach(&chunks, meanwhile: meanwhile, progress: { progress(min($0 * Self.chunkSize, count)) }) {
        _, chunk in
        guard !stop.isSet else { return }
        if watch.isInterrupted { return stop.set() }
        do throws(FileFault) {
          chunk.result = try body(chunk.folders, &chunk.digests)
        } catch {
          chunk.fault = error
          stop.set()
        }
      }
      if let fault = chunks.lazy.compactMap(\.fault).first { throw .file(fault) }
      guard !stop.isSet else { throw .interrupted }
      return (chunks.compactMap(\.result), chunks.map(\.digests))
    }

    /// Tells all threads that there is no point in going on.
    private final class Stop: Sendable {
      private let flag = Atomic(false)

      var isSet: Bool { flag.load(ordering: .relaxed) }

      func set() { flag.store(true, ordering: .relaxed) }
    }
  }
}
