import Foundation
import TestSupport
import Testing

/// A build that is killed, or that the disk refuses, leaves every file old or new, and the next build makes it good.
@Suite("Writing that is disturbed", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped))
struct CrashTests {
  /// A build into a new folder or over an older build, for one target or for two.
  struct Situation: Sendable, CustomTestStringConvertible {
    let hasTwoTargets: Bool
    let isUpdate: Bool

    var testDescription: String {
      "\(hasTwoTargets ? "two targets" : "one target") \(isUpdate ? "over an older build" : "into a new folder")"
    }
  }

  private static let situations = [false, true].flatMap { hasTwoTargets in
    [false, true].map { Situation(hasTwoTargets: hasTwoTargets, isUpdate: $0) }
  }

  @Test("A kill at any step leaves each file old or new", .timeLimit(.minutes(5)), arguments: situations)
  func killed(_ situation: Situation) async throws {
    try await withScratch { scratch in
      let stage = try Stage(scratch, situation)
      for call in stage.calls {
        try stage.reset()
        let outcome = try stage.tracer.kill(at: call, of: stage.compiler.binary, stage.arguments)
        try #require(outcome.end == .killed(signal: SIGKILL), "\(call)\n\(outcome)")
        #expect(try stage.damage() == [], "killed before \(call)")
        let second = try stage.build()
        #expect(second.succeeded, "a build after a kill before \(call)\n\(second)")
        #expect(try stage.present() == stage.wanted, "rebuilt after a kill before \(call)")
        #expect(try stage.leftovers() == [], "rebuilt after a kill before \(call)")
      }
    }
  }

  @Test(
    "A disk that refuses any step means exit 73, one error, and no half-written file",
    .timeLimit(.minutes(5)), arguments: situations, [("ENOSPC", "full"), ("EIO", "Input/output error")])
  func refused(_ situation: Situation, _ fault: (error: String, words: String)) async throws {
    try await withScratch { scratch in
      let stage = try Stage(scratch, situation)
      for call in stage.calls where call.writes {
        try stage.reset()
        let outcome = try stage.tracer.fail(call, with: fault.error, of: stage.compiler.binary, stage.arguments)
        #expect(outcome.end == .exited(73), "\(call)\n\(outcome)")
        #expect(outcome.isOneError(saying: fault.words, about: stage.site), "\(call)\n\(outcome)")
        #expect(try stage.damage() == [], "refused \(call)")
        #expect(try stage.leftovers() == [], "refused \(call)")
      }
    }
  }

  @Test("A full disk means exit 73, one error, and the old files", .timeLimit(.minutes(2)))
  func fullDisk() async throws {
    try Machine.requireRoot()
    try await withScratch { scratch in
      let stage = try Stage(scratch, Situation(hasTwoTargets: false, isUpdate: true))
      // Blocks of 4 KiB beyond those of the old build. Each new file takes one until it replaces the old one.
      var ends: [Outcome.End] = []
      for free in 0...3 {
        try stage.reset()
        let result = try scratch.folder("full-\(free)")
        let outcome = try stage.onFullDisk(freeBlocks: free, copyingTo: result)
        ends.append(outcome.end)
        let after = try Tree(result)
        if outcome.succeeded {
          #expect(after == stage.wanted)
        } else {
          #expect(outcome.end == .exited(73), "\(outcome)")
          #expect(outcome.isOneError(saying: "full", about: stage.site), "\(outcome)")
          #expect(after == stage.before, "\(free) blocks free: \(after)")
        }
      }
      #expect(ends.first == .exited(73))
      #expect(ends.last == .exited(0))
    }
  }

  @Test(
    "A folder that cannot be written means exit 73, one error, and the old files",
    .timeLimit(.minutes(1)), arguments: situations)
  func readOnly(_ situation: Situation) async throws {
    try Machine.requireRoot()
    try await withScratch { scratch in
      let stage = try Stage(scratch, situation)
      try stage.reset()
      let outcome = try stage.onReadOnlyFolder()
      #expect(outcome.end == .exited(73), "\(outcome)")
      #expect(outcome.isOneError(saying: "read-only", about: stage.site), "\(outcome)")
      #expect(try stage.present() == stage.before)
      #expect(try stage.leftovers() == [])
    }
  }

  @Test("Files have mode 0644 whatever the umask", .timeLimit(.minutes(1)), arguments: situations, ["000", "077"])
  func umask(_ situation: Situation, _ mask: String) async throws {
    try await withScratch { scratch in
      let stage = try Stage(scratch, situation)
      try stage.reset()
      let command = "umask \(mask); exec \"$0\" \"$@\""
      try run(
        "/bin/sh", ["-c", command, stage.compiler.binary] + stage.arguments, environment: Compiler.environment
      ).required()
      let present = try stage.present()
      #expect(present == stage.wanted)
      #expect(present.files.values.allSatisfy { $0.mode == 0o644 })
      if !situation.isUpdate { #expect(try Tree.mode(of: stage.output) == 0o755) }
    }
  }
}
