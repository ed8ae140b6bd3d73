import ArtifactIO
import Foundation
import TestSupport
import Testing

/// Trees of many folders, as fleets have them.
@Suite struct FolderTreeTests {
  /// Folders with their files, given as texts.
  private struct Folders: FolderSource {
    let folders: [(name: String, files: [(path: String, text: String)])]
    let files: [SharedFile]
    private let paths: [String]

    init(_ tree: [String: [String: String]]) {
      let paths = Set(tree.values.flatMap(\.keys)).sorted()
      self.paths = paths
      files = paths.map { SharedFile($0.split(separator: "/").map(String.init)) }
      folders = tree.sorted { "\($0.key)/" < "\($1.key)/" }
        .map { (name: $0.key, files: $0.value.sorted { $0.key > $1.key }.map { (path: $0.key, text: $0.value) }) }
    }

    var count: Int { folders.count }

    func fill(_ page: inout FolderPage, with number: Int, contents: Bool) {
      page.begin(folders[number].name.utf8)
      for file in folders[number].files {
        page.add(paths.firstIndex(of: file.path) ?? 0) { if contents { $0.append(contentsOf: file.text.utf8) } }
      }
    }
  }

  private func write(
    _ tree: [String: [String: String]], to path: String, keepsOthers: Bool = false
  ) throws -> TreeOutcome {
    let interruption = Interruption()
    return try FolderTree.write(Folders(tree), to: path, keepsOthers: keepsOthers, watch: interruption.watch)
  }

  /// 300 folders, which are more than a thread takes at a time.
  private static func many(_ text: (Int) -> String = { "file of \($0)\n" }) -> [String: [String: String]] {
    Dictionary(
      uniqueKeysWithValues: (0..<300).map { number in
        (
          "node-\(number)",
          ["config.toml": "same\n", "10-a.conflist": text(number), "old/20-b.conflist": "\(number) again\n"]
        )
      })
  }

  /// All files below a folder with their texts, modes and inodes.
  private func listing(_ path: String) throws -> [String: String] {
    var found: [String: String] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: path) ?? .init() {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
      guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
      found[name] =
        try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
        + "\(attributes[.posixPermissions] ?? 0) \(attributes[.systemFileNumber] ?? 0)"
    }
    return found
  }

  private func checkSums(in folder: String) throws {
    try run("/usr/bin/env", ["--chdir=\(folder)", "sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"])
      .required()
    let sums = try String(contentsOfFile: "\(folder)/SHA256SUMS", encoding: .utf8)
    let paths = sums.split(separator: "\n").map { String($0.dropFirst(66)) }
    #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(Set(paths) == Set(try listing(folder).keys).subtracting(["SHA256SUMS"]))
  }

  @Test func aNewTreeIsWholeAndHasItsSums() async throws {
    try await withScratch { scratch in
      let outcome = try write(Self.many(), to: scratch("a/out"))
      #expect(outcome == TreeOutcome(written: 901))
      try checkSums(in: scratch("a/out"))
      for (folder, files) in Self.many() {
        for (path, text) in files {
          #expect(try String(contentsOfFile: scratch("a/out/\(folder)/\(path)"), encoding: .utf8) == text)
        }
      }
      let modes = try listing(scratch("a/out")).values.allSatisfy { $0.contains("420 ") }
      #expect(modes, "0644 is 420")
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch("a")) == ["out"])
    }
  }

  @Test func theSecondRunTouchesNothing() async throws {
    try await withScratch { scratch in
      _ = try write(Self.many(), to: scratch("out"))
      let before = try listing(scratch("out"))
      let outcome = try write(Self.many(), to: scratch("out"))
      #expect(outcome == TreeOutcome(unchanged: 901))
      #expect(try listing(scratch("out")) == before)
    }
  }

  @Test func onlyWhatChangesIsReplaced() async throws {
    try await withScratch { scratch in
      _ = try write(Self.many(), to: scratch("out"))
      let before = try listing(scratch("out"))
      let outcome = try write(Self.many { $0 % 7 == 0 ? "new\n" : "file of \($0)\n" }, to: scratch("out"))
      #expect(outcome == TreeOutcome(written: 44, unchanged: 857))
      let after = try listing(scratch("out"))
      #expect(after.filter { before[$0.key] != $0.value }.count == 44)
      try checkSums(in: scratch("out"))
    }
  }

  @Test func foldersThatLeftGoAndForeignThingsStay() async throws {
    try await withScratch { scratch in
      _ = try write(Self.many(), to: scratch("out"))
      try scratch.file("out/node-7/99-other.conflist", "somebody else's")
      try scratch.file("out/node-8/10-a.conflist", "changed by hand")
      try scratch.file("out/notes.txt", "mine")
      try scratch.folder("out/node-9/mine")
      var fewer = Self.many()
      for number in [8, 9, 200] { fewer["node-\(number)"] = nil }
      fewer["node-5"] = ["config.toml": "same\n"]
      let outcome = try write(fewer, to: scratch("out"))
      #expect(outcome.removed == 3 + 2 + 3 + 2)
      #expect(
        Set(outcome.foreign) == ["node-7/99-other.conflist", "node-8", "node-9", "notes.txt"], "\(outcome.foreign)")
      #expect(outcome.foreignCount == 4)
      #expect(try listing(scratch("out/node-8")).keys.sorted() == ["10-a.conflist"])
      #expect(try listing(scratch("out/node-5")).keys.sorted() == ["config.toml"])
      #expect(!FileManager.default.fileExists(atPath: scratch("out/node-200")))
      #expect(FileManager.default.fileExists(atPath: scratch("out/node-9/mine")))
      let again = try write(fewer, to: scratch("out"))
      #expect(again.written == 0)
      #expect(again.removed == 0)
    }
  }

  @Test func someNodesAloneLeaveTheOthersAsTheyAre() async throws {
    try await withScratch { scratch in
      _ = try write(Self.many(), to: scratch("out"))
      let some = ["node-20": ["config.toml": "other\n"], "node-299": Self.many()["node-299"] ?? [:]]
      let outcome = try write(some, to: scratch("out"), keepsOthers: true)
      #expect(outcome == TreeOutcome(written: 2, unchanged: 3, removed: 2))
      try checkSums(in: scratch("out"))
      #expect(try listing(scratch("out")).count == 899)
    }
  }

  @Test func sumsThatAreOutOfOrderCostNoFile() async throws {
    try await withScratch { scratch in
      _ = try write(Self.many(), to: scratch("out"))
      let sums = try String(contentsOfFile: scratch("out/SHA256SUMS"), encoding: .utf8)
      let turned = sums.split(separator: "\n").reversed().joined(separator: "\n") + "\n"
      try scratch.file("out/SHA256SUMS", turned)
      let outcome = try write(Self.many(), to: scratch("out"))
      #expect(outcome.removed == 0)
      #expect(try String(contentsOfFile: scratch("out/SHA256SUMS"), encoding: .utf8) == sums)
      try checkSums(in: scratch("out"))
    }
  }

  @Test func linksAreNeverFollowed() async throws {
    try await withScratch { scratch in
      _ = try write(Self.many(), to: scratch("out"))
      try scratch.file("target", "untouched")
      try scratch.folder("elsewhere")
      try FileManager.default.removeItem(atPath: scratch("out/node-3/config.toml"))
      try FileManager.default.createSymbolicLink(
        atPath: scratch("out/node-3/config.toml"), withDestinationPath: scratch("target"))
      _ = try write(Self.many(), to: scratch("out"))
      #expect(try String(contentsOfFile: scratch("target"), encoding: .utf8) == "untouched")
      #expect(try String(contentsOfFile: scratch("out/node-3/config.toml"), encoding: .utf8) == "same\n")
      try FileManager.default.removeItem(atPath: scratch("out/node-4"))
      try FileManager.default.createSymbolicLink(
        atPath: scratch("out/node-4"), withDestinationPath: scratch("elsewhere"))
      #expect(throws: TreeFault.self) { try write(Self.many(), to: scratch("out")) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch("elsewhere")).isEmpty)
    }
  }

  @Test func streamsAreWhatTarReads() async throws {
    try await withScratch { scratch in
      var tree = Self.many()
      tree[String(repeating: "n", count: 200)] = ["\(String(repeating: "f", count: 120)).toml": "long\n"]
      let folders = Folders(tree)
      let interruption = Interruption()
      var bytes: [UInt8] = []
      try FolderStream.write(folders, as: TarForm(folders.files), watch: interruption.watch) {
        bytes += $0
      }
      try Data(bytes).write(to: URL(filePath: scratch("t.tar")))
      try scratch.folder("read")
      try run("/usr/bin/tar", ["--extract", "--file", scratch("t.tar"), "--directory", scratch("read")]).required()
      _ = try write(tree, to: scratch("out"))
      try run("/usr/bin/diff", ["-r", scratch("read"), scratch("out")]).required()
    }
  }
}
