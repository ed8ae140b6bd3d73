import CLinux
import Glibc
import Synchronization

/// Works on many things in several threads.
package enum Workers {
  /// How many threads are worth it: one for each processor that this process may use, 8 at most, since all of them
  /// create files in one folder.
  package static var usual: Int { min(Int(usableProcessors()), 8) }

  /// Calls the body once for each element, in several threads at the same time. An element is touched by one thread
  /// alone, and all are done when this returns.
  ///
  /// - Parameters:
  ///   - meanwhile: what the calling thread does before it takes part.
  ///   - progress: called by the calling thread from time to time with the number of elements that were begun.
  ///   - body: gets the element's index and the element. It does not outlive the call, but says it might: the compiler's
  ///     check for that writes the length of this file's path into the program, and so two checkouts would differ.
  package static func forEach<Element: Sendable>(
    _ elements: inout [Element], workers: Int = usual, meanwhile: () -> Void = {}, progress: (Int) -> Void = { _ in },
    _ body: @escaping @Sendable (Int, inout Element) -> Void
  ) {
    elements.withUnsafeMutableBufferPointer { buffer in
      // Every index is given out once, so no two threads have one element; the buffer outlives the threads, which are
      // joined below.
      nonisolated(unsafe) let buffer = buffer
      let next = Counter()
      let work: @Sendable () -> Void = {
        while let index = next.take(below: buffer.count) { body(index, &buffer[index]) }
      }
      let threads = (1..<max(1, min(workers, buffer.count))).compactMap { _ in Thread(work) }
      meanwhile()
      while let index = next.take(below: buffer.count) {
        body(index, &buffer[index])
        progress(min(next.count, buffer.count))
      }
      for thread in threads { thread.join() }
    }
  }

  /// Gives out numbers from 0, each once.
  private final class Counter: Sendable {
    private let next = Atomic(0)

    func take(below limit: Int) -> Int? {
      let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
      return number < limit ? number : nil
    }

    /// How many were asked for.
    var count: Int { next.load(ordering: .relaxed) }
  }

  /// A thread that runs some work; `nil` where the system gives none, and the others do its share.
  private struct Thread {
    private let handle: pthread_t

    init?(_ work: @escaping @Sendable () -> Void) {
      let box = Unmanaged.passRetained(Box(work))
      var handle = pthread_t()
      let status = pthread_create(
        &handle, nil,
        { context in
          if let context { Unmanaged<Box>.fromOpaque(context).takeRetainedValue().work() }
          return nil
        }, box.toOpaque())
      guard status == 0 else {
        box.release()
        return nil
      }
      self.handle = handle
    }

    func join() { pthread_join(handle, nil) }
  }

  private final class Box: Sendable {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
}
