import Foundation
import TestSupport
import Testing

@testable import ArtifactIO

/// What is kept of the sets that were applied, and how one takes the place of another.
@Suite struct AppliedStateTests {
  private func set(_ files: (String, String)...) -> AppliedSet {
    AppliedSet(files.map { AppliedSet.File(path: $0.0, bytes: Array($0.1.utf8)) })
  }

  @Test func whatWasBegunIsKnownUntilItIsDone() async throws {
    try await withScratch { scratch in
      let path = scratch("state")
      #expect(try AppliedState.look(path) == nil)
      var state = try AppliedState.open(path)
      let (one, two, three) = (set(("/a", "1")), set(("/a", "2"), ("/b", "2")), set(("/c", "3")))
      let first = try state.keep(one)
      try state.begin(first, from: 0)
      try state.finish(first, after: 0)
      #expect(state.current == 1 && state.previous == 0)
      let second = try state.keep(two)
      try state.begin(second, from: first)
      let third = try state.keep(three)
      try state.begin(third, from: first)
      // Looking needs no lock.
      let standing = try #require(try AppliedState.look(path))
      #expect(standing.current == one && standing.begun?.target == three && standing.origin == one)
      #expect(standing.begun?.process == getpid())
      for (name, text) in [("/a", "1"), ("/a", "2"), ("/b", "2"), ("/c", "3")] {
        #expect(standing.holds(Array(text.utf8), at: name))
      }
      #expect(!standing.holds(Array("3".utf8), at: "/a"))
      #expect(standing.everything?.files.map(\.path) == ["/a", "/c", "/b"])
      try state.finish(third, after: first)
      let after = try #require(try AppliedState.look(path))
      #expect(after.current == three && after.begun == nil)
      #expect(try FileManager.default.contentsOfDirectory(atPath: path).sorted() == ["lock", "set-1", "set-3", "sets"])
    }
  }

  @Test func filesThatStayForAWhileOrAreOthersAreMarked() async throws {
    try await withScratch { scratch in
      var state = try AppliedState.open(scratch("state"))
      let kept = AppliedSet([
        AppliedSet.File(path: "/a b", bytes: [1]), AppliedSet.File(path: "/l", bytes: [2], isLeft: true),
        AppliedSet.File(path: "/e", bytes: [3], by: .editor),
        AppliedSet.File(path: "/s", bytes: [4], by: .somebodyElse),
      ])
      let number = try state.keep(kept, isPrivate: true)
      #expect(try state.set(number) == kept)
      #expect(kept.lasting.files.map(\.path) == ["/a b", "/e", "/s"])
      let standing = AppliedStanding(current: kept)
      #expect(standing.everything?.files.map(\.path) == ["/a b", "/l", "/e"], "what is not ours is not among it")
      #expect(standing.holds([1], at: "/a b") && !standing.holds([3], at: "/e") && !standing.holds([4], at: "/s"))
      #expect(standing.keeps([3], at: "/e") && standing.keeps([4], at: "/s") && !standing.keeps([4], at: "/e"))
      let mode = try FileManager.default.attributesOfItem(atPath: scratch("state/set-1"))[.posixPermissions] as? Int
      #expect(mode == 0o700, "others may not read what others wrote")
    }
  }

  @Test func damageIsNoticed() async throws {
    try await withScratch { scratch in
      var state = try AppliedState.open(scratch("state"))
      let number = try state.keep(set(("/a", "1")))
      try scratch.file("state/set-1/0", "2")
      #expect(throws: AppliedState.Fault.self) { try state.set(number) }
    }
  }

  @Test func aFolderThatNobodyReadsYetIsFilledBeforeTheConfigThatNamesIt() async throws {
    try await withScratch { scratch in
      let old = set(("/c.toml", "old"), ("/a/1.conflist", "1"))
      let new = set(("/c.toml", "new"), ("/b/1.conflist", "1"))
      let place = { (path: String) in scratch.path + path }
      #expect(
        SetSwitch(from: nil, to: old, place: place).outlook().written == ["/c.toml", "/a/1.conflist"])
      _ = try SetSwitch(from: nil, to: old, place: place).carryOut()
      let done = try SetSwitch(from: old, to: new, place: place).carryOut()
      #expect(done == SetSwitch.Outcome(written: ["/b/1.conflist", "/c.toml"], removed: ["/a/1.conflist"]))
      #expect(SetSwitch(from: old, to: new, place: place).outlook().isEmpty)
    }
  }
}
