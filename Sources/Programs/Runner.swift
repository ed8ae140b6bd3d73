import Glibc

/// The only place that starts foreign programs.
package enum Runner {
  /// How many programs run at once where nothing else is said. They are short, and most of their time is the start.
  package static let usualWidth = 8

  /// Runs one program to its end.
  package static func run(_ invocation: Invocation, interruption: Int32? = nil) -> Outcome {
    run([invocation], interruption: interruption)[0]
  }

  /// Runs programs beside each other, and gives their outcomes in the same order. It always comes back: a program that
  /// hangs or floods is killed with its process group, and none is left as a zombie.
  ///
  /// - Parameters:
  ///   - width: how many run at once. The time of each begins with its own start.
  ///   - interruption: a descriptor that becomes readable when everything is to be called off, the reading end of a
  ///     pipe that a signal handler writes to for example.
  package static func run(
    _ invocations: [Invocation], width: Int = usualWidth, interruption: Int32? = nil
  ) -> [Outcome] {
    var outcomes = [Outcome?](repeating: nil, count: invocations.count)
    var running: [(index: Int, program: RunningProgram)] = []
    var next = 0
    var isInterrupted = false
    while next < invocations.count || !running.isEmpty {
      while next < invocations.count, running.count < max(1, width), !isInterrupted {
        do throws(StartFault) {
          running.append((next, try RunningProgram(invocations[next])))
        } catch {
          outcomes[next] = .without(.notStarted(error))
        }
        next += 1
      }
      if isInterrupted { next = invocations.count }
      if wait(for: running.map(\.program), or: isInterrupted ? nil : interruption) {
        isInterrupted = true
        for index in running.indices { running[index].program.kill(as: .interrupted) }
      }
      for index in running.indices.reversed() {
        running[index].program.proceed()
        guard let outcome = running[index].program.outcome else { continue }
        outcomes[running[index].index] = outcome
        running.remove(at: index)
      }
    }
    return outcomes.map { $0 ?? .without(.interrupted) }
  }

  /// Waits until one of the programs has something to say or its time is over.
  ///
  /// - Returns: whether the run is called off.
  private static func wait(for programs: [RunningProgram], or interruption: Int32?) -> Bool {
    guard let deadline = programs.map(\.deadline).min() else { return false }
    let descriptors = [interruption].compactMap { $0 } + programs.flatMap(\.descriptors)
    var waits = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let rest = max(.zero, deadline - .now)
    // A millisecond more: poll is not to come back before the deadline and go round for nothing.
    let milliseconds = min(rest / .milliseconds(1), 60_000) + 1
    let pause = programs.contains(where: \.hasToBeAsked) ? min(milliseconds, 5) : milliseconds
    let count = poll(&waits, nfds_t(waits.count), Int32(pause))
    return count > 0 && interruption != nil && waits[0].revents != 0
  }
}

extension Outcome {
  /// Of a program that has not run.
  fileprivate static func without(_ end: End) -> Outcome {
    Outcome(end: end, output: [], errors: [], leftOutputOpen: false, duration: .zero)
  }
}
