import Diagnostics
import Glibc
import Rules
import Syntax

/// Shows findings as the user asked for them.
struct Report {
  var strict = false
  var format = Format.text
  var color = Color.auto
  var quiet = false
  var verbose = false

  /// The forms of findings.
  enum Format: String, CaseIterable {
    case text
    case json
    /// SARIF 2.1.0, for code-scanning services.
    case sarif
    /// GitHub's workflow commands, which become annotations.
    case github
  }

  /// When to color.
  enum Color: String, CaseIterable {
    case auto
    case always
    case never
  }

  /// Whether the findings stop the command.
  func fails(_ bag: DiagnosticBag) -> Bool {
    bag.hasErrors || (strict && bag.count(of: .warning) > 0)
  }

  /// Shows findings on standard error, in the order of the files.
  func show(_ bag: DiagnosticBag, _ input: Input) { Console.write(text(of: bag, input, on: .error), to: .error) }

  /// Prints findings, which are the data of the command, on standard output.
  func print(_ bag: DiagnosticBag, _ input: Input) throws { try Console.print(text(of: bag, input, on: .output)) }

  private func text(of bag: DiagnosticBag, _ input: Input, on stream: Console.Stream) -> [UInt8] {
    let shown = bag.sorted().filter { $0.severity >= threshold }
    let files = input.files.indexed(for: shown)
    switch format {
    case .text:
      guard !shown.isEmpty else { return [] }
      let renderer = TextRenderer(files: files, colored: isColored(on: stream))
      return Array((renderer.render(shown) + "\n" + summary(shown)).utf8)
    case .json:
      let renderer = JSONRenderer(files: files) { input.pointer(to: $0) }
      return renderer.render(shown)
    case .sarif:
      let paths = RepositoryPaths()
      let renderer = SARIFRenderer(
        files: files, version: Release.version, rules: Rule.all.map(\.metadata), path: paths.path)
      return renderer.render(shown)
    case .github:
      let paths = RepositoryPaths()
      return Array(GitHubRenderer(files: files, path: paths.path).render(shown).utf8)
    }
  }

  /// People see notes when they ask for them; programs get everything.
  private var threshold: Severity {
    if quiet { return .error }
    return verbose || format != .text ? .note : .warning
  }

  private func summary(_ shown: [Diagnostic]) -> String {
    let counts: [(Severity, String)] = [(.error, "error"), (.warning, "warning")]
    let parts = counts.compactMap { severity, word -> String? in
      let count = shown.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    return parts.isEmpty ? "" : parts.joined(separator: ", ") + "\n"
  }

  /// `NO_COLOR` and `TERM=dumb` speak for those who want none; a pipe never gets any unasked.
  func isColored(on stream: Console.Stream) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto:
      isatty(stream.rawValue) == 1 && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)
        && getenv("TERM").map { String(cString: $0) != "dumb" } ?? true
    }
  }
}

extension Rule {
  /// What a report says of the rule.
  fileprivate var metadata: RuleMetadata {
    RuleMetadata(id: id, severity: severity, summary: summary, effect: effect)
  }
}
