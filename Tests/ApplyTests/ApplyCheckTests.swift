import Apply
import ArtifactIO
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Files in the way of a set, with a folder for a node.
@Suite struct ApplyCheckTests {
  private let network = AppliedSet.File(path: "/net.d/10.conflist", bytes: Array("one".utf8))
  private let config = AppliedSet.File(path: "/c/config.toml", bytes: Array("version = 2\n\n[a]\n  b = 1\n".utf8))
  private let template = AppliedSet.File(path: "/c/cni.template", bytes: Array("t".utf8))

  private func check(
    _ old: [AppliedSet.File]?, _ new: [AppliedSet.File], force: Bool = false, in scratch: Scratch
  ) throws -> [Diagnostic] {
    var bag = DiagnosticBag()
    let standing = AppliedStanding(current: old.map { AppliedSet($0) })
    try ApplyCheck(from: standing, to: AppliedSet(new)) { scratch.path + $0 }.checkFiles(force: force, into: &bag)
    return bag.diagnostics
  }

  @Test func whatIsOursOrNewOrGoneIsNoFinding() async throws {
    try await withScratch { scratch in
      #expect(try check([network], [config], in: scratch).isEmpty)
      try scratch.file("net.d/10.conflist", "one")
      #expect(try check([network], [config], in: scratch).isEmpty)
      #expect(try check(nil, [network], in: scratch).isEmpty)
    }
  }

  @Test func anEditIsAnErrorThatForceMakesAWarning() async throws {
    try await withScratch { scratch in
      try scratch.file("net.d/10.conflist", "two")
      let found = try check([network], [], in: scratch)
      #expect(found.map(\.rule) == ["applied-file-edited"] && found[0].severity == .error)
      #expect(try check([network], [network], force: true, in: scratch).map(\.severity) == [.warning])
    }
  }

  @Test func whatCameBackBelongsToItsAuthor() async throws {
    try await withScratch { scratch in
      try scratch.file("net.d/10.conflist", "two")
      for (author, rule) in [
        (AppliedSet.File.Author.somebodyElse, "foreign-file-in-place"), (.editor, "applied-file-edited"),
      ] {
        let back = AppliedSet.File(path: network.path, bytes: Array("two".utf8), by: author)
        #expect(try check([back], [network], in: scratch).map(\.rule) == [rule])
        // On the way forward again it is kept, and may go.
        var bag = DiagnosticBag()
        let standing = AppliedStanding(current: AppliedSet([back]))
        try ApplyCheck(from: standing, to: AppliedSet([network]), isReturn: true) { scratch.path + $0 }
          .checkFiles(force: false, into: &bag)
        #expect(bag.diagnostics.isEmpty)
      }
    }
  }

  @Test func aLinkToTheSameBytesIsAnEdit() async throws {
    try await withScratch { scratch in
      try scratch.file("real", "one")
      try scratch.folder("net.d")
      try FileManager.default.createSymbolicLink(
        atPath: scratch("net.d/10.conflist"), withDestinationPath: scratch("real"))
      let found = try check([network], [network], in: scratch)
      #expect(found.map(\.rule) == ["applied-file-edited"])
      #expect(found.first?.message.contains("symbolic link") == true)
      try FileManager.default.removeItem(atPath: scratch("net.d/10.conflist"))
      try scratch.folder("net.d/10.conflist")
      #expect(try check([network], [network], in: scratch).first?.message.contains("no file") == true)
    }
  }

  @Test func aConfigOrTemplateOfOthersIsNeverReplaced() async throws {
    try await withScratch { scratch in
      try scratch.file("c/config.toml", "version = 2\n")
      try scratch.file("c/cni.template", "other")
      try scratch.file("net.d/10.conflist", "other")
      let found = try check(nil, [config, template, network], force: true, in: scratch)
      #expect(found.map(\.rule) == Array(repeating: "foreign-file-in-place", count: 3))
      #expect(found.map(\.severity) == [.error, .error, .warning])
      #expect(found[0].notes.last?.message == "this is what the profile wants in it:\n  version = 2\n  [a]\n    b = 1")
    }
  }
}
