import Glibc

/// What came of running a program.
package struct Outcome: Sendable {
  /// How it ended.
  package enum End: Sendable, Equatable {
    /// By itself, with this status.
    case exited(Int32)
    /// By a signal that was not ours, a crash for example.
    case signalled(Int32)
    /// It was still running at its limit and was killed.
    case timedOut
    /// It said more than its limit and was killed.
    case flooded
    /// It was killed because the whole run was called off.
    case interrupted
    /// It never began.
    case notStarted(StartFault)
  }

  package let end: End
  /// Standard output, up to the limit.
  package let output: [UInt8]
  /// Standard error, up to the limit.
  package let errors: [UInt8]
  /// Whether something that it had started still held its output when it was gone. libcni waits for such a process
  /// without end.
  package let leftOutputOpen: Bool
  package let duration: Duration

  package init(end: End, output: [UInt8], errors: [UInt8], leftOutputOpen: Bool, duration: Duration) {
    self.end = end
    self.output = output
    self.errors = errors
    self.leftOutputOpen = leftOutputOpen
    self.duration = duration
  }

  /// Whether it ended by itself with status 0, and with its output closed.
  package var succeeded: Bool { end == .exited(0) && !leftOutputOpen }
}

/// Why a program could not be started.
package struct StartFault: Error, Sendable, Equatable {
  /// What was tried.
  package enum Step: Sendable, Equatable {
    /// Making a process, its pipes among it.
    case process
    /// Entering a namespace.
    case namespace
    /// Making the file the process's program.
    case program
  }

  package let step: Step
  /// The number that the system gave.
  package let code: Int32

  package init(_ step: Step, code: Int32) {
    self.step = step
    self.code = code
  }
}

extension StartFault: CustomStringConvertible {
  /// The reason in words that stand behind "cannot be run:".
  package var description: String {
    let reason = String(cString: strerror(code))
    switch step {
    case .process: return "no process could be made for it: \(reason)"
    case .namespace: return "its namespace could not be entered: \(reason)"
    case .program:
      switch code {
      case ENOENT: return "it, or the interpreter that it names, is not there"
      case EACCES: return "permission denied"
      case ENOEXEC: return "it is no program of this machine"
      default: return reason
      }
    }
  }
}

extension Outcome.End: CustomStringConvertible {
  /// The end in words that stand behind the program's name.
  package var description: String {
    switch self {
    case .exited(let status): "exited with status \(status)"
    case .signalled(let number): "was killed by signal \(number) (\(String(cString: strsignal(number))))"
    case .timedOut: "did not end in time and was killed"
    case .flooded: "wrote more than its limit and was killed"
    case .interrupted: "was interrupted"
    case .notStarted(let fault): "cannot be run: \(fault)"
    }
  }
}
