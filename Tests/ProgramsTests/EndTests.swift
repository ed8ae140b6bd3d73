import Foundation
import Programs
import TestSupport
import Testing

/// How programs end, and what is heard of it.
@Suite struct EndTests {
  @Test func statusAndStreamsAreTold() {
    let outcome = Runner.run(shell("cat; echo bad >&2; exit 7", input: "good"))
    #expect(outcome.end == .exited(7))
    #expect(outcome.text == "good")
    #expect(outcome.errorText == "bad\n")
    #expect(!outcome.succeeded)
    #expect(Runner.run(shell("exit 0")).succeeded)
  }

  @Test func aCrashIsTold() {
    #expect(Runner.run(shell("kill -SEGV $$")).end == .signalled(SIGSEGV))
  }

  @Test func inputLargerThanAPipeIsRead() {
    let outcome = Runner.run(shell("wc -c", input: String(repeating: "x", count: 3_000_000)))
    #expect(outcome.text.contains("3000000"))
  }

  @Test func inputNeedNotBeRead() {
    #expect(Runner.run(shell("exit 0", input: String(repeating: "x", count: 3_000_000))).succeeded)
  }

  @Test func whoHangsIsKilledWithItsChildren() throws {
    let limits = Invocation.Limits(time: .milliseconds(300))
    let outcome = Runner.run(
      shell("trap '' TERM INT; sleep 1000 & echo $$ $!; while :; do sleep 100; done", limits: limits))
    #expect(outcome.end == .timedOut)
    #expect(outcome.duration < .seconds(2))
    let processes = outcome.text.split(whereSeparator: \.isWhitespace)
    #expect(processes.count == 2)
    for process in processes { #expect(!isRunning(process)) }
  }

  @Test func whoFloodsIsKilled() {
    for stream in ["1", "2"] {
      let limits = Invocation.Limits(time: .seconds(20), output: 100_000)
      let outcome = Runner.run(shell("head -c 104857600 /dev/zero >&\(stream); sleep 60", limits: limits))
      #expect(outcome.end == .flooded)
      #expect(outcome.output.count + outcome.errors.count == 100_000)
      #expect(outcome.duration < .seconds(5))
    }
  }

  @Test func outputOfJustTheLimitIsNoFlood() {
    let outcome = Runner.run(shell("head -c 100000 /dev/zero", limits: Invocation.Limits(output: 100_000)))
    #expect(outcome.end == .exited(0))
    #expect(outcome.output.count == 100_000)
  }

  /// libcni would wait for the child.
  @Test(arguments: ["", "setsid "]) func whoeverKeepsTheOutputOpenIsNotWaitedFor(_ prefix: String) throws {
    let outcome = Runner.run(shell("\(prefix)sleep 4 & echo said", limits: Invocation.Limits(time: .seconds(3))))
    #expect(outcome.end == .exited(0))
    #expect(outcome.leftOutputOpen)
    #expect(!outcome.succeeded)
    #expect(outcome.text == "said\n")
    #expect(outcome.duration < .seconds(2))
  }

  @Test func aChildThatClosesTheOutputIsNoFault() {
    #expect(Runner.run(shell("sleep 1 >/dev/null 2>&1 & exit 0")).succeeded)
  }

  @Test func theEndedLeaveNoZombie() throws {
    let outcomes = Runner.run((0..<20).map { _ in shell("echo $$") })
    for outcome in outcomes {
      let process = outcome.text.trimmingCharacters(in: .whitespacesAndNewlines)
      #expect(!FileManager.default.fileExists(atPath: "/proc/\(process)"))
    }
  }

  @Test func whatCannotBeStartedIsTold() async throws {
    try await withScratch { scratch in
      let text = try scratch.file("text", "no program\n")
      #expect(Runner.run(Invocation(text)).end == .notStarted(StartFault(.program, code: EACCES)))
      chmod(text, 0o755)
      #expect(Runner.run(Invocation(text)).end == .notStarted(StartFault(.program, code: ENOEXEC)))
      #expect(Runner.run(Invocation(scratch("missing"))).end == .notStarted(StartFault(.program, code: ENOENT)))
      #expect(Runner.run(Invocation(scratch.path)).end == .notStarted(StartFault(.program, code: EACCES)))
      var elsewhere = shell("exit 0")
      let file = open("/dev/null", O_RDONLY | O_CLOEXEC)
      defer { close(file) }
      elsewhere.namespaces = [file]
      #expect(Runner.run(elsewhere).end == .notStarted(StartFault(.namespace, code: EINVAL)))
    }
  }

  private func isRunning(_ process: Substring) -> Bool {
    // An orphan is init's to bury, and that may take a moment.
    for _ in 0..<100 {
      guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
      if status.contains(") Z ") { return false }
      usleep(10_000)
    }
    return true
  }
}
