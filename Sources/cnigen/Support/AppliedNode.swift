import ArtifactIO
import Probe

/// The state that `apply` keeps on a node, with the words for its faults.
enum AppliedNode {
  /// Opens it, or begins one.
  static func open(on root: NodeRoot) throws -> AppliedState {
    do throws(AppliedState.Fault) {
      return try AppliedState.open(root.place(of: AppliedState.folder))
    } catch {
      throw status(error)
    }
  }

  /// Says what is wrong, and gives the status for it.
  static func status(_ fault: AppliedState.Fault) -> any Error {
    switch fault {
    case .file(let fault):
      Console.say("\(fault.description); nothing was changed")
      return ExitStatus.unwritableOutput
    case .busy(let process):
      Console.say("another cnigen is applying files to this node (process \(process)); run this again when it is done")
      return ExitStatus.unwritableOutput
    case .damaged(let path):
      Console.say("\(path) is damaged, so that nobody knows what was applied; remove it and apply again")
      return ExitStatus.unreadableInput
    }
  }

  /// The files of a set.
  static func set(_ number: Int, of state: borrowing AppliedState) throws -> AppliedSet? {
    do throws(AppliedState.Fault) { return try state.set(number) } catch { throw status(error) }
  }

  /// The set that an interrupted run was about to put in place.
  static func unfinished(_ state: borrowing AppliedState) throws -> Int? {
    do throws(AppliedState.Fault) { return try state.unfinished() } catch { throw status(error) }
  }
}
