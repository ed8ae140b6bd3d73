import CLinux
import Glibc

/// A process of its own for a trial: one that has gone into namespaces does not come back from them, and finds nothing
/// there that it could write.
package enum TrialProcess {
  /// Does something in another process, which ends with this one at the latest. Only for a process with one thread.
  ///
  /// - Parameter body: gives the status that the process ends with.
  /// - Returns: that status, or 128 and the number of the signal that ended it.
  package static func run(_ body: () -> Int32) throws(TrialFault) -> Int32 {
    let process = forkForLife()
    guard process >= 0 else { throw .last("make a process") }
    guard process > 0 else { _exit(body()) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw .last("wait for a process") }
    }
    let signal = status & 0x7f
    return signal == 0 ? status >> 8 & 0xff : 128 + signal
  }
}
