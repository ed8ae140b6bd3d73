package import Foundation

/// How a program ended and what it said.
package struct Outcome: Sendable, CustomStringConvertible {
  package enum End: Sendable, Equatable {
    case exited(Int32)
    case killed(signal: Int32)
    /// It was still running at its limit, in seconds, and was killed for it.
    case overdue(Double)
  }

  /// The command line, for messages.
  package let command: String
  package let end: End
  package let output: String
  package let errors: String

  package var succeeded: Bool { end == .exited(0) }

  package var description: String {
    let said = [output, errors].filter { !$0.isEmpty }.joined(separator: "\n")
    return "\(command)\n\(end)\n\(said)"
  }

  /// What was written to standard output; anything but status 0 is trouble.
  @discardableResult
  package func required() throws -> String {
    guard succeeded else { throw Trouble(description) }
    return output
  }
}

/// A program that was started in a process group of its own.
///
/// Input and output are files without a name, not pipes: nothing can fill up, and a grandchild that lives longer
/// cannot keep the test waiting.
package struct Child: Sendable {
  package let command: String
  package let pid: pid_t
  private let output: Int32
  private let errors: Int32

  /// Starts a program; `arguments` does not hold its own name.
  package static func start(
    _ program: String, _ arguments: [String] = [], environment: [String: String]? = nil, input: String = ""
  ) throws -> Child {
    let files = try [namelessFile(holding: input), namelessFile(), namelessFile()]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in files.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, file, Int32(number))
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
    // Threads of a test block signals; a shell that inherited that would wait for its own children in vain.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)

    var environment = environment ?? ProcessInfo.processInfo.environment
    environment["PATH"] = environment["PATH"] ?? "/usr/sbin:/usr/bin:/sbin:/bin"
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + settings { free(text) } }
    var pid: pid_t = 0
    let status = posix_spawn(&pid, program, &actions, &attributes, words, settings)
    close(files[0])
    let command = ([program] + arguments).joined(separator: " ")
    guard status == 0 else {
      close(files[1])
      close(files[2])
      throw Trouble("cannot start \(command): \(String(cString: strerror(status)))")
    }
    return Child(command: command, pid: pid, output: files[1], errors: files[2])
  }

  /// Waits for the end, at most `limit` seconds; then the whole process group is killed.
  package func wait(limit: Double = 60) -> Outcome {
    let deadline = ContinuousClock.now + .seconds(limit)
    var status: Int32 = 0
    var pause: UInt32 = 500
    while waitpid(pid, &status, WNOHANG) == 0 {
      if ContinuousClock.now >= deadline {
        kill(-pid, SIGKILL)
        waitpid(pid, &status, 0)
        return outcome(.overdue(limit))
      }
      usleep(pause)
      pause = min(pause * 2, 10_000)
    }
    let signal = status & 0x7F
    return outcome(signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal))
  }

  /// Whether the program has not ended yet. Once it says no, the child is gone and must not be waited for.
  package func isRunning() -> Bool {
    var status: Int32 = 0
    return waitpid(pid, &status, WNOHANG) == 0
  }

  /// Ends the program and everything in its process group.
  @discardableResult
  package func stop() -> Outcome {
    kill(-pid, SIGTERM)
    return wait(limit: 2)
  }

  /// Asks the program alone to end, as a container's first process is asked, and gives it five seconds.
  @discardableResult
  package func terminate() -> Outcome {
    kill(pid, SIGTERM)
    return wait(limit: 5)
  }

  private func outcome(_ end: Outcome.End) -> Outcome {
    defer {
      close(output)
      close(errors)
    }
    return Outcome(command: command, end: end, output: Self.text(of: output), errors: Self.text(of: errors))
  }

  private static func namelessFile(holding text: String = "") throws -> Int32 {
    let path = "\(FileManager.default.temporaryDirectory.path)/\(Machine.ownName("stream"))"
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Trouble("cannot create \(path): \(String(cString: strerror(errno)))") }
    unlink(path)
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Trouble("cannot write \(path): \(String(cString: strerror(errno)))") }
      rest = rest.dropFirst(count)
    }
    lseek(file, 0, SEEK_SET)
    return file
  }

  private static func text(of file: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = pread(file, &buffer, buffer.count, off_t(bytes.count))
      if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}

/// Runs a program to its end, at most `limit` seconds.
package func run(
  _ program: String, _ arguments: [String] = [], environment: [String: String]? = nil, input: String = "",
  limit: Double = 60
) throws -> Outcome {
  try Child.start(program, arguments, environment: environment, input: input).wait(limit: limit)
}
