import Glibc

/// Holds back the signals that ask a process to end, so that work can stop at a good place. When this goes, a signal
/// that has come in the meantime takes its effect.
package struct Interruption: ~Copyable {
  private let before: sigset_t
  package let watch: Watch

  /// Tells whether one of the signals has come.
  package struct Watch: Sendable {
    fileprivate let held: [Int32]

    var isInterrupted: Bool {
      var pending = sigset_t()
      guard sigpending(&pending) == 0 else { return false }
      return held.contains { sigismember(&pending, $0) == 1 }
    }
  }

  /// Holds the signals back, in this thread and in those that it starts.
  package init() {
    // One that is ignored, as under nohup, would be pending all the same while it is held.
    let signals = [SIGINT, SIGTERM, SIGHUP].filter { signal in
      var action = sigaction()
      return sigaction(signal, nil, &action) == 0
        && unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
          != unsafeBitCast(SIG_IGN, to: Int.self)
    }
    var held = sigset_t()
    sigemptyset(&held)
    for signal in signals { sigaddset(&held, signal) }
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &held, &before)
    self.before = before
    watch = Watch(held: signals)
  }

  deinit {
    var before = before
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
