import Foundation
import TestSupport
import Testing

/// The guides, done as they are written: their files, their commands, and what these print.
@Suite struct GuideTests {
  @Test func guidesAreTried() throws {
    let names = try TestFiles.names(in: "../docs/guides")
    #expect(names.count >= 3)
    for name in names {
      let guide = Guide(try TestFiles.text("../docs/guides/\(name)"))
      #expect(guide.text == (try TestFiles.text("../docs/guides/\(name)")), "\(name) is taken apart and put together")
      let steps = guide.pieces.flatMap { piece -> [Guide.Step] in
        if case .console(let steps) = piece { steps } else { [] }
      }
      #expect(steps.filter { $0.command.contains("cnigen ") }.count >= 4, "\(name) has commands of ours to try")
    }
  }

  @Test func aLineOfDotsStandsForAnyLines() {
    #expect(Guide.matches("a\nb\nc\n", "a\n…\nc\n"))
    #expect(Guide.matches("a\nc\n", "a\n…\nc\n"))
    #expect(Guide.matches("a\nb\n", "a\n…\n"))
    #expect(!Guide.matches("a\nb\n", "a\n"))
    #expect(!Guide.matches("a\nb\nd\n", "a\n…\nc\n"))
    #expect(!Guide.matches("b\nc\n", "a\n…\nc\n"))
  }

  @Test(arguments: try TestFiles.names(in: "../docs/guides")) func everythingIsAsWritten(_ name: String) async throws {
    try await withScratch { scratch in
      var guide = Guide(try TestFiles.text("../docs/guides/\(name)"))
      var status: Int32 = 0
      for (index, piece) in guide.pieces.enumerated() {
        switch piece {
        case .text: break
        case .file(let file, _, let text):
          if let slash = file.lastIndex(of: "/") { try scratch.folder(String(file[..<slash])) }
          try scratch.file(file, text)
        case .console(var steps):
          for number in steps.indices {
            let printed = try type(steps[number].command, in: scratch, &status)
            #expect(
              Self.isUpdate || Guide.matches(printed, steps[number].output),
              "\(name): $ \(steps[number].command)\n\(printed)")
            if Self.isUpdate, !steps[number].output.contains("…\n") { steps[number].output = printed }
          }
          guide.pieces[index] = .console(steps)
        }
      }
      guard Self.isUpdate else { return }
      try guide.text.write(toFile: TestFiles.path("../docs/guides/\(name)"), atomically: true, encoding: .utf8)
    }
  }

  /// What a shell prints, on both streams; the status of the command before is at hand as `$?`.
  private func type(_ command: String, in scratch: Scratch, _ status: inout Int32) throws -> String {
    let program = URL(filePath: try Machine.cnigen()).deletingLastPathComponent().path(percentEncoded: false)
    let tools = URL(filePath: try Tools.program("python3")).deletingLastPathComponent().path(percentEncoded: false)
    let outcome = try run(
      "/usr/bin/env",
      [
        "--chdir=\(scratch.path)", "PATH=\(program):\(tools):/usr/bin:/bin", "HOME=\(scratch.path)/.home",
        "GIT_CONFIG_NOSYSTEM=1", "/bin/sh", "-c", "exec 2>&1; (exit \(status)); \(command)",
      ])
    guard case .exited(let code) = outcome.end else { throw Trouble(outcome.description) }
    status = code
    return outcome.output
  }

  private static let isUpdate = ProcessInfo.processInfo.environment["CNIGEN_UPDATE"] == "1"
}
