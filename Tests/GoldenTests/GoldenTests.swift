import Foundation
import TestSupport
import Testing

/// Runs the cases of `Tests/Golden` through the real program and compares whole answers. `CNIGEN_UPDATE=1` rewrites
/// what differs; the difference is then for a person to read.
@Suite struct GoldenTests {
  static let cases: [String] = ((try? TestFiles.names(in: "Golden")) ?? []).flatMap { folder in
    ((try? TestFiles.names(in: "Golden/\(folder)")) ?? []).map { "Golden/\(folder)/\($0)" }
  }

  @Test func enoughCases() throws {
    #expect(try TestFiles.names(in: "Golden/broken").count >= 60)
    // A fleet has a folder of its own, with what belongs to it.
    let profiles = try FileManager.default.contentsOfDirectory(atPath: TestFiles.path("../profiles"))
      .map { $0.replacing(".yaml", with: "") }
    #expect(profiles.count >= 10)
    let golden = try TestFiles.names(in: "Golden/profiles").map { $0.replacing(".txt", with: "") }
    #expect(Set(profiles).subtracting(golden).isEmpty, "every profile has a golden case of its name")
  }

  @Test(arguments: cases) func answersAsWritten(_ name: String) async throws {
    let text = try TestFiles.text(name)
    let golden = try GoldenCase(text, named: name)
    let answer = try await answer(to: golden)
    if ProcessInfo.processInfo.environment["CNIGEN_UPDATE"] == "1" {
      let updated = golden.text(with: answer)
      if updated != text { try updated.write(toFile: TestFiles.path(name), atomically: true, encoding: .utf8) }
      return
    }
    #expect(answer.status == golden.expected.status)
    #expect(answer.output == golden.expected.output)
    #expect(answer.errors == golden.expected.errors)
    #expect(answer.made == golden.expected.made)
    #expect(answer.rest == golden.expected.rest)
  }

  private func answer(to golden: GoldenCase) async throws -> GoldenCase.Answer {
    try await withScratch { scratch in
      for file in golden.inputs {
        if let slash = file.name.lastIndex(of: "/") { try scratch.folder(String(file.name[..<slash])) }
        try scratch.file(file.name, file.text)
      }
      let before = try Self.files(below: scratch.path)
      let outcome = try run(
        "/usr/bin/env", ["--chdir=\(scratch.path)", try Machine.cnigen()] + golden.arguments,
        input: try Self.input(of: golden))
      guard case .exited(let status) = outcome.end else { throw Trouble(outcome.description) }
      let made = Set(try Self.files(below: scratch.path)).subtracting(before)
      let shown = golden.shown.isEmpty ? made : made.intersection(golden.shown)
      return GoldenCase.Answer(
        status: status, output: outcome.output, errors: outcome.errors,
        made: try shown.sorted().map {
          GoldenCase.File(name: $0, text: try String(contentsOfFile: scratch($0), encoding: .utf8))
        }, rest: try Self.sum(of: made.subtracting(shown), in: scratch))
    }
  }

  private static func input(of golden: GoldenCase) throws -> String {
    guard let program = golden.inputProgram.first else { return "" }
    let arguments = [TestFiles.path("../\(program)")] + golden.inputProgram.dropFirst()
    return try run(Tools.program("python3"), arguments).required()
  }

  /// What stands for files that are too many to be shown, made by the system's own program.
  private static func sum(of names: Set<String>, in scratch: Scratch) throws -> String {
    guard !names.isEmpty else { return "" }
    let list = names.sorted().joined(separator: "\0")
    let script = "cd \"$1\" && LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum"
    let sum = try run("/bin/sh", ["-c", script, "sh", scratch.path], input: list).required()
    return "\(names.count) \(sum.prefix(64))"
  }

  private static func files(below path: String) throws -> [String] {
    var files: [String] = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
      if !isFolder.boolValue { files.append(name) }
    }
    return files.sorted()
  }
}
