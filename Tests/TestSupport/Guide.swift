import Foundation

/// A page of the docs, taken apart into what a reader does: files that he writes, and commands that he types.
///
/// A block behind a line that is nothing but a file's name in code marks and a colon is that file. A `console` block
/// holds commands behind `$ `, each with what it prints, on both streams; a line `…` stands for any lines. What cannot be
/// carried out here has a line before it, `*Not run by the tests: REASON.*`, and no other block may hold commands.
package struct Guide {
  /// A piece of the text.
  package enum Piece {
    case text(String)
    case file(name: String, fence: String, text: String)
    case console([Step])
    case notRun(reason: String, block: String)
  }

  /// A command and what is printed.
  package struct Step {
    package let command: String
    package var output: String
  }

  package var pieces: [Piece] = []

  package init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    var caption: String?
    var reason: String?
    while let line = lines.popFirst() {
      guard line.hasPrefix("```"), line.count > 3 else {
        pieces.append(.text(line))
        if !line.isEmpty {
          caption = Self.fileName(line)
          reason = Self.reason(line)
        }
        continue
      }
      let end = lines.firstIndex(of: "```") ?? lines.endIndex
      let body = lines[..<end]
      lines = lines[end...].dropFirst()
      if let reason {
        pieces.append(.notRun(reason: reason, block: ([line] + body + ["```"]).joined(separator: "\n")))
      } else if line == "```console" {
        pieces.append(.console(Self.steps(body)))
      } else if let name = caption {
        pieces.append(.file(name: name, fence: line, text: body.joined(separator: "\n") + "\n"))
      } else {
        pieces.append(.text(([line] + body + ["```"]).joined(separator: "\n")))
      }
      caption = nil
      reason = nil
    }
  }

  private static func reason(_ line: String) -> String? {
    guard line.hasPrefix("*Not run by the tests: "), line.hasSuffix(".*") else { return nil }
    return String(line.dropFirst(23).dropLast(2))
  }

  private static func fileName(_ line: String) -> String? {
    guard line.hasPrefix("`"), line.hasSuffix("`:") else { return nil }
    let name = line.dropFirst().dropLast(2)
    return name.contains("`") ? nil : String(name)
  }

  private static func steps(_ lines: ArraySlice<String>) -> [Step] {
    var steps: [Step] = []
    for line in lines {
      if line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2)), output: ""))
      } else if !steps.isEmpty {
        steps[steps.count - 1].output += line + "\n"
      }
    }
    return steps
  }

  /// The guide as Markdown again.
  package var text: String {
    pieces.map { piece in
      switch piece {
      case .text(let text), .notRun(_, let text): text
      case .file(_, let fence, let text): "\(fence)\n\(text)```"
      case .console(let steps): "```console\n\(steps.map { "$ \($0.command)\n\($0.output)" }.joined())```"
      }
    }.joined(separator: "\n")
  }

  /// Whether what was printed is what stands in the guide.
  package static func matches(_ printed: String, _ written: String) -> Bool {
    let parts = written.components(separatedBy: "…\n")
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return printed == written }
    guard printed.hasPrefix(first) else { return false }
    var rest = printed.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() {
      guard let range = rest.range(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}
