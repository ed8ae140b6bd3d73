import Glibc

/// Work on a thread of its own while the caller goes on. A pool of threads would have to be set up first, and costs
/// more than the work is worth.
struct SideWork<Value: Sendable>: ~Copyable {
  private let job: Job
  private var thread = pthread_t()

  /// Where the thread leaves what it has made. Only the thread writes, and it has ended when somebody reads.
  private final class Job: @unchecked Sendable {
    let body: @Sendable () -> Value
    var result: Value?

    init(_ body: @escaping @Sendable () -> Value) { self.body = body }
  }

  private let isStarted: Bool

  init(_ body: @escaping @Sendable () -> Value) {
    job = Job(body)
    let run = Box { [job] in job.result = job.body() }
    let argument = Unmanaged.passRetained(run)
    isStarted =
      pthread_create(
        &thread, nil,
        { argument in
          if let argument { Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().run() }
          return nil
        }, argument.toOpaque()) == 0
    if !isStarted { argument.release() }
  }

  /// What came out of it, waiting for it where it must.
  consuming func value() -> Value {
    if isStarted { pthread_join(thread, nil) }
    return job.result ?? job.body()
  }
}

/// A closure as the thread gets it.
private final class Box: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
