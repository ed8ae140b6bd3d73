import Foundation
import Programs
import Testing

/// What a program finds when it begins.
@Suite struct SurroundingsTests {
  @Test func theEnvironmentIsTheGivenOneAlone() {
    var invocation = Invocation("/usr/bin/env")
    #expect(Runner.run(invocation).text == "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n")
    invocation.environment = [.init("CNI_COMMAND", "VERSION"), .init("B", "1=2"), .init("A", "")]
    #expect(Runner.run(invocation).text == "CNI_COMMAND=VERSION\nB=1=2\nA=\n")
  }

  @Test func wordsArriveAsTheyAre() {
    let outcome = Runner.run(Invocation("/usr/bin/printf", ["%s|", "a b", "$HOME", "*", "'\""]))
    #expect(outcome.text == "a b|$HOME|*|'\"|")
  }

  @Test func openFilesAreNotHandedOn() {
    let file = open("/dev/null", O_RDONLY)
    defer { close(file) }
    #expect(fcntl(file, F_GETFD) == 0)
    #expect(Runner.run(shell("test -e /proc/self/fd/\(file) && echo open")).text == "")
  }

  @Test func signalsAreAsAtALogin() throws {
    let former = signal(SIGUSR2, SIG_IGN)
    defer { signal(SIGUSR2, former) }
    let text = Runner.run(Invocation("/bin/cat", ["/proc/self/status"])).text
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("SigBlk") || $0.hasPrefix("SigIgn") }
    #expect(lines.count == 2)
    for line in lines {
      let signals = try #require(line.split(separator: "\t").last.flatMap { UInt64($0, radix: 16) })
      // Two that glibc keeps for itself, numbers 32 and 33, and hands on in its own way.
      #expect(signals & ~0x1_8000_0000 == 0, "\(line)")
    }
  }

  @Test func aCrashLeavesNoCoreFile() {
    #expect(Runner.run(shell("ulimit -c")).text == "0\n")
  }

  @Test func itLeadsAProcessGroup() {
    let text = Runner.run(shell("cat /proc/$$/stat")).text
    let fields = text.split(separator: " ")
    #expect(fields.count > 5 && fields[0] == fields[4])
  }
}
