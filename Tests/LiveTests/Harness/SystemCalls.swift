import Foundation
import TestSupport

/// One system call of a traced run.
struct SystemCall: Sendable, CustomStringConvertible {
  /// As strace names it.
  let name: String
  /// Which call of this name it is in the run, from 1.
  let ordinal: Int
  /// The whole line that strace wrote.
  let line: String

  var description: String { "\(name) number \(ordinal): \(line)" }

  /// Whether a failure of the call means that something could not be written. Looking and tidying up may fail.
  var writes: Bool {
    switch name {
    case "openat": line.contains("O_CREAT")
    case "mkdir", "mkdirat", "write", "pwrite64", "writev", "fsync", "fdatasync", "syncfs", "rename", "renameat",
      "renameat2", "link", "linkat", "fchmod", "fchmodat", "chmod", "ftruncate", "fallocate":
      true
    default: false
    }
  }
}

/// Runs of a program under strace, which can stop it, or let a call fail, at any system call.
struct Tracer {
  let strace: String

  init() throws { strace = try Machine.program("strace") }

  /// Whether programs that the run starts are traced, too. strace counts the calls of each by itself, so that a fault
  /// would come over whichever gets first to its number.
  var followsChildren = true

  /// Every system call of an undisturbed run that names `folder` or a descriptor below it, in order.
  /// - Parameter log: where strace may write.
  func calls(naming folder: String, of program: String, _ arguments: [String], log: String) throws -> [SystemCall] {
    // -y writes the path behind each descriptor, -s 4096 keeps long paths whole.
    try start(["-y", "-s", "4096", "-o", log], program, arguments).required()
    var ordinals: [String: Int] = [:]
    var calls: [SystemCall] = []
    for line in try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n") {
      guard let match = line.firstMatch(of: /^(?:[0-9]+ +)?([a-z0-9_]+)\(/) else { continue }
      let name = String(match.1)
      ordinals[name, default: 0] += 1
      // execve names the folder as an argument, and comes before the program does anything.
      if name != "execve", line.contains(folder) {
        calls.append(SystemCall(name: name, ordinal: ordinals[name] ?? 0, line: String(line)))
      }
    }
    return calls
  }

  /// Kills the run just before a system call is carried out.
  func kill(at call: SystemCall, of program: String, _ arguments: [String]) throws -> Outcome {
    try inject("signal=SIGKILL", at: call, program, arguments)
  }

  /// Lets one system call fail with an error such as `EIO`; the kernel does not carry it out.
  func fail(_ call: SystemCall, with error: String, of program: String, _ arguments: [String]) throws -> Outcome {
    try inject("error=\(error)", at: call, program, arguments)
  }

  private func inject(_ fault: String, at call: SystemCall, _ program: String, _ arguments: [String]) throws -> Outcome
  {
    let options = ["-e", "trace=\(call.name)", "-e", "inject=\(call.name):\(fault):when=\(call.ordinal)"]
    return try start(["-o", "/dev/null"] + options, program, arguments)
  }

  private func start(_ options: [String], _ program: String, _ arguments: [String]) throws -> Outcome {
    try run(
      strace, (followsChildren ? ["-f"] : []) + ["-qq"] + options + [program] + arguments,
      environment: Compiler.environment, limit: 30)
  }
}
