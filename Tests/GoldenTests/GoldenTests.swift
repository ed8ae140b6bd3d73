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
    let profiles = try FileManager.default.contentsOfDirectory(atPath: TestFiles.path("../profiles"))
      .filter { $0.hasSuffix(".yaml") }.map { $0.replacing(".yaml", with: "") }
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
  }

  private func answer(to golden: GoldenCase) async throws -> GoldenCase.Answer {
    try await withScratch { scratch in
      for file in golden.inputs {
        if let slash = file.name.lastIndex(of: "/") { try scratch.folder(String(file.name[..<slash])) }
        try scratch.file(file.name, file.text)
      }
      let before = try Self.files(below: scratch.path)
      let outcome = try run(
        "/usr/bin/env", ["--chdir=\(scratch.path)", try Machine.cnigen()] + golden.arguments)
      guard case .exited(let status) = outcome.end else { throw Trouble(outcome.description) }
      let made = try Self.files(below: scratch.path).filter { !before.contains($0) }
      return GoldenCase.Answer(
        status: status, output: outcome.output, errors: outcome.errors,
        made: try made.map { GoldenCase.File(name: $0, text: try String(contentsOfFile: scratch($0), encoding: .utf8)) }
      )
    }
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
