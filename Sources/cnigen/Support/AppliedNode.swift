import ArtifactIO
import Probe

/// The state that `apply` keeps on a node, with the words for its faults.
enum AppliedNode {
  /// Opens it, or begins one.
  static func open(on root: NodeRoot) throws -> AppliedState {
    try telling { () throws(AppliedState.Fault) in try AppliedState.open(root.place(of: AppliedState.folder)) }
  }

  /// Looks at it without a lock and without writing anything; nothing where nothing was applied.
  static func look(on root: NodeRoot) throws -> AppliedStanding {
    let path = root.place(of: AppliedState.folder)
    return try telling { () throws(AppliedState.Fault) in try AppliedState.look(path) } ?? AppliedStanding()
  }

  /// The files of a set.
  static func set(_ number: Int, of state: borrowing AppliedState) throws -> AppliedSet? {
    do throws(AppliedState.Fault) { return try state.set(number) } catch { throw status(error) }
  }

  /// What is in force, and what was begun.
  static func standing(_ state: borrowing AppliedState) throws -> AppliedStanding {
    do throws(AppliedState.Fault) { return try state.standing() } catch { throw status(error) }
  }

  /// Says what is wrong, and gives the status for it.
  static func status(_ fault: FileFault, _ consequence: String = "") -> any Error {
    Console.say(fault.description + (fault.isDenied ? "; run it as root" : "") + consequence)
    if fault.isDenied { return ExitStatus.notPermitted }
    return fault.operation == .read ? ExitStatus.unreadableInput : ExitStatus.unwritableOutput
  }

  /// Does something that writes; says what went wrong, and what that means.
  static func writing<Value>(else consequence: String, _ body: () throws(FileFault) -> Value) throws -> Value {
    do throws(FileFault) { return try body() } catch { throw status(error, consequence) }
  }

  /// Does something that changes a node; says what went wrong, and how the node is left.
  static func changing(_ body: () throws(BrokenOffChange) -> Void) throws {
    do throws(BrokenOffChange) { try body() } catch { throw status(error.fault, error.consequence) }
  }

  private static func status(_ fault: AppliedState.Fault) -> any Error {
    switch fault {
    case .file(let fault): return status(fault, "; nothing was changed")
    case .busy(let process):
      Console.say("another cnigen is applying files to this node (process \(process)); run this again when it is done")
      return ExitStatus.unwritableOutput
    case .damaged(let path):
      Console.say(
        "\(path) is damaged, so that nobody knows what was applied; to begin anew, move the whole folder away: "
          + "mv \(AppliedState.folder) \(AppliedState.folder).damaged")
      return ExitStatus.unreadableInput
    }
  }

  private static func telling<Value: ~Copyable>(_ body: () throws(AppliedState.Fault) -> Value) throws -> Value {
    do throws(AppliedState.Fault) { return try body() } catch { throw status(error) }
  }
}
