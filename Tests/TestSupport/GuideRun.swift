import Foundation
import Testing

/// Does what a page says, as it is written: its files, its commands, and what these print. Beside the reader lie copies of
/// what a checkout has to start from: `profiles`, `templates` and `docs/examples`; a guide does without them.
package struct GuideRun {
  private let name: String
  private let scratch: Scratch

  /// - Parameter name: the file in `docs/guides`, or the path of another page, below `Tests`.
  package init(_ name: String, in scratch: Scratch) {
    self.name = name
    path = name.contains("/") ? name : "../docs/guides/\(name)"
    self.scratch = scratch
  }

  private let path: String

  /// The guides that try networks, for which a machine has to have the plugins, or all the others.
  package static func names(tryingNetworks: Bool) throws -> [String] {
    try TestFiles.names(in: "../docs/guides").filter { name in
      try Guide(TestFiles.text("../docs/guides/\(name)")).steps.contains { $0.command.hasPrefix("cnigen try") }
        == tryingNetworks
    }
  }

  /// Carries it out. With `CNIGEN_UPDATE=1` the guide is written again with what was printed.
  package func carryOut() throws {
    var guide = Guide(try TestFiles.text(path))
    if name.contains("/") {
      for folder in ["profiles", "templates", "docs/examples"] {
        let above = folder.contains("/") ? try scratch.folder("docs") : scratch.path
        try run("/bin/cp", ["-r", TestFiles.path("../\(folder)"), above]).required()
      }
    }
    var status: Int32 = 0
    for (index, piece) in guide.pieces.enumerated() {
      switch piece {
      case .text, .notRun: break
      case .file(let file, _, let text):
        if let slash = file.lastIndex(of: "/") { try scratch.folder(String(file[..<slash])) }
        try scratch.file(file, text)
      case .console(var steps):
        for number in steps.indices {
          let printed = try type(steps[number].command, &status)
          #expect(
            Self.isUpdate || Guide.matches(printed, steps[number].output),
            "\(name): $ \(steps[number].command)\n\(printed)")
          if Self.isUpdate, !steps[number].output.contains("…\n") { steps[number].output = printed }
        }
        guide.pieces[index] = .console(steps)
      }
    }
    guard Self.isUpdate else { return }
    try guide.text.write(toFile: TestFiles.path(path), atomically: true, encoding: .utf8)
  }

  /// What a shell prints, on both streams; the status of the command before is at hand as `$?`.
  private func type(_ command: String, _ status: inout Int32) throws -> String {
    let program = URL(filePath: try Machine.cnigen()).deletingLastPathComponent().path(percentEncoded: false)
    let tools = URL(filePath: try Tools.program("python3")).deletingLastPathComponent().path(percentEncoded: false)
    let outcome = try run(
      "/usr/bin/env",
      [
        "--chdir=\(scratch.path)", "PATH=\(program):\(tools):/usr/bin:/bin", "HOME=\(scratch.path)/.home",
        "GIT_CONFIG_NOSYSTEM=1", "/bin/sh", "-c", "exec 2>&1; (exit \(status)); \(command)",
      ], limit: 300)
    guard case .exited(let code) = outcome.end else { throw Trouble(outcome.description) }
    status = code
    return outcome.output
  }

  private static let isUpdate = ProcessInfo.processInfo.environment["CNIGEN_UPDATE"] == "1"
}

extension Guide {
  /// The commands of a guide, with what they print.
  package var steps: [Step] {
    pieces.flatMap { piece -> [Step] in
      if case .console(let steps) = piece { steps } else { [] }
    }
  }
}
