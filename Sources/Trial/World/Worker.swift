import CLinux
import Glibc

/// A thread that does one thing until it is told to stop. It stands where the thread stood that started it.
final class Worker: Sendable {
  private let thread: pthread_t
  private let pipe: (reader: Int32, writer: Int32)

  /// - Parameter work: gets a descriptor that becomes readable when it is to stop.
  init(_ work: @escaping @Sendable (_ stop: Int32) -> Void) throws(TrialFault) {
    var (reader, writer): (Int32, Int32) = (-1, -1)
    guard quietPipe(&reader, &writer) == 0 else { throw .last("make a pipe") }
    pipe = (reader, writer)
    let stop = reader
    let job = Job { work(stop) }
    var thread = pthread_t()
    let retained = Unmanaged.passRetained(job)
    let code = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().work() }
        return nil
      }, retained.toOpaque())
    guard code == 0 else {
      retained.release()
      throw .refused("cannot start a thread: \(words(for: code))")
    }
    self.thread = thread
  }

  /// Tells it to stop, and waits until it has.
  func stop() {
    close(pipe.writer)
    pthread_join(thread, nil)
    close(pipe.reader)
  }

  private final class Job: Sendable {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
}
