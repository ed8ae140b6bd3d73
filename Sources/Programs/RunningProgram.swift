import CLinux
import Glibc

/// A program from its start to its outcome. It leads a process group, so that what it starts ends with it.
struct RunningProgram {
  /// How long its output may stay open when it has ended itself: somebody who ends at the same time closes it by then.
  private static let graceForOutput = Duration.milliseconds(100)
  /// How long a killed process may take to be gone. The kernel does not take one out of a system call that hangs.
  private static let graceForDeath = Duration.milliseconds(500)

  private let process: pid_t
  private let processDescriptor: Int32?
  private let started: ContinuousClock.Instant
  private var output: Stream
  private var errors: Stream
  /// When the next step has to be taken, whatever happens until then.
  private(set) var deadline: ContinuousClock.Instant
  private var hasEnded = false
  /// The end that we caused.
  private var ourEnd: Outcome.End?
  /// What came of it, once nothing is left to wait for.
  private(set) var outcome: Outcome?

  init(_ invocation: Invocation) throws(StartFault) {
    let input = try Launch.file(holding: invocation.input)
    defer { close(input) }
    let output = try Launch.Pipe()
    defer { close(output.writer) }
    let errors: Launch.Pipe
    do {
      errors = try Launch.Pipe()
    } catch {
      close(output.reader)
      throw error
    }
    defer { close(errors.writer) }
    started = .now
    let result = Launch.program(invocation, input, output.writer, errors.writer)
    guard result.process > 0 else {
      close(output.reader)
      close(errors.reader)
      throw StartFault(result)
    }
    process = result.process
    processDescriptor = result.processDescriptor < 0 ? nil : result.processDescriptor
    deadline = started + invocation.limits.time
    self.output = Stream(descriptor: output.reader, limit: invocation.limits.output)
    self.errors = Stream(descriptor: errors.reader, limit: invocation.limits.output)
  }

  /// The descriptors that say when there is something to do.
  var descriptors: [Int32] {
    [output.descriptor, errors.descriptor, hasEnded ? nil : processDescriptor].compactMap { $0 }
  }

  /// Whether its end shows by looking alone, because the kernel is too old to tell it.
  var hasToBeAsked: Bool { processDescriptor == nil && !hasEnded }

  /// Takes what has happened since the last call.
  mutating func proceed() {
    output.take()
    errors.take()
    if ourEnd == nil, output.isFlooded || errors.isFlooded { kill(as: .flooded) }
    if !hasEnded, isGone {
      hasEnded = true
      deadline = .now + Self.graceForOutput
      // What it wrote last may have come between the two looks.
      output.take()
      errors.take()
    }
    let isClosed = output.descriptor == nil && errors.descriptor == nil
    if hasEnded, isClosed || ourEnd != nil || deadline <= .now { return finish(leftOutputOpen: !isClosed) }
    guard deadline <= .now else { return }
    // Dead for all that we can do, and still there.
    if ourEnd != nil { return finish(leftOutputOpen: false) }
    kill(as: .timedOut)
  }

  /// Ends it, and everything in its process group.
  mutating func kill(as end: Outcome.End) {
    guard ourEnd == nil, !hasEnded else { return }
    ourEnd = end
    deadline = .now + Self.graceForDeath
    Glibc.kill(-process, SIGKILL)
  }

  /// Whether it has ended. It stays a zombie for now: as long as it does, nobody else can get its number.
  private var isGone: Bool {
    var information = siginfo_t()
    guard waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT) == 0 else { return errno == ECHILD }
    return information.si_signo == SIGCHLD
  }

  private mutating func finish(leftOutputOpen: Bool) {
    // Whatever it has started and left behind.
    Glibc.kill(-process, SIGKILL)
    output.close()
    errors.close()
    if let processDescriptor { close(processDescriptor) }
    var status: Int32 = 0
    let isReaped = waitpid(process, &status, WNOHANG) == process
    let end = ourEnd ?? (isReaped ? Self.end(status) : .signalled(SIGKILL))
    outcome = Outcome(
      end: end, output: output.bytes, errors: errors.bytes, leftOutputOpen: leftOutputOpen && ourEnd == nil,
      duration: .now - started)
  }

  private static func end(_ status: Int32) -> Outcome.End {
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
  }
}
