import Foundation
import Programs
import Testing

/// Several programs beside each other.
@Suite struct ManyTests {
  @Test func outcomesComeInTheOrderOfTheCalls() {
    let outcomes = Runner.run((0..<20).map { shell("sleep 0.\(9 - $0 % 10); echo \($0)") }, width: 20)
    #expect(outcomes.map(\.text) == (0..<20).map { "\($0)\n" })
  }

  @Test func theyRunBesideEachOther() {
    let start = ContinuousClock.now
    let outcomes = Runner.run((0..<16).map { _ in shell("sleep 0.5") }, width: 16)
    #expect(outcomes.allSatisfy { $0.succeeded })
    #expect(.now - start < .seconds(5))
  }

  @Test func noMoreThanTheWidthRunAtOnce() {
    let start = ContinuousClock.now
    let outcomes = Runner.run((0..<4).map { _ in shell("sleep 0.2") }, width: 1)
    #expect(outcomes.allSatisfy { $0.succeeded })
    #expect(.now - start >= .milliseconds(800))
  }

  @Test func oneThatHangsCostsTheOthersNothing() {
    var calls = (0..<10).map { shell("echo \($0)") }
    calls.insert(shell("sleep 100", limits: Invocation.Limits(time: .milliseconds(500))), at: 0)
    let outcomes = Runner.run(calls, width: 2)
    #expect(outcomes[0].end == .timedOut)
    #expect(outcomes.dropFirst().allSatisfy { $0.succeeded })
  }

  @Test func nothingIsNothing() {
    #expect(Runner.run([Invocation]()).isEmpty)
  }

  @Test func aRunCanBeCalledOff() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    let writer = ends[1]
    let start = ContinuousClock.now
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.2) { write(writer, "x", 1) }
    let limits = Invocation.Limits(time: .seconds(50))
    let outcomes = Runner.run((0..<5).map { _ in shell("sleep 50", limits: limits) }, width: 2, interruption: ends[0])
    #expect(outcomes.map(\.end) == Array(repeating: .interrupted, count: 5))
    #expect(.now - start < .seconds(5))
  }

  @Test func manyThreadsMayRunPrograms() async {
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<40 {
        group.addTask { Runner.run(shell("echo \(number); exit 3")).text == "\(number)\n" }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
