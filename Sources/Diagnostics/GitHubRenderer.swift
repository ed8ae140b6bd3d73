import PlainText

/// Writes findings as GitHub's workflow commands, which become annotations of a pull request.
package struct GitHubRenderer {
  private let files: SourceFiles
  private let path: (String) -> String
  /// So many annotations of each kind does GitHub show for a step.
  private static let shown = 10

  /// - Parameter path: a file's name as it lies in the repository.
  package init(files: SourceFiles, path: @escaping (String) -> String) {
    self.files = files
    self.path = path
  }

  /// One command a line, the gravest first, since GitHub shows only the first ten of each kind.
  package func render(_ diagnostics: [Diagnostic]) -> String {
    let ordered = Severity.allCases.flatMap { severity in diagnostics.filter { $0.severity == severity } }
    var text = ordered.map(command).joined()
    let hidden = Severity.allCases.map { severity in
      max(0, diagnostics.count { $0.severity == severity } - Self.shown)
    }.reduce(0, +)
    if hidden > 0 {
      text += "::notice title=cnigen::\(hidden) more findings stand in the log; GitHub shows 10 of each kind\n"
    }
    return text
  }

  private func command(_ diagnostic: Diagnostic) -> String {
    var message = diagnostic.message
    for note in diagnostic.notes where note.range == nil { message += "\n\(note.message)" }
    if let help = diagnostic.help { message += "\nhelp: \(help)" }
    var properties: [String] = []
    if let range = diagnostic.range {
      let file = files[range.file]
      let start = file.position(at: range.start)
      let end = file.position(at: range.end)
      properties = ["file=\(property(path(file.name)))", "line=\(start.line)", "endLine=\(end.line)"]
      if start.line == end.line { properties += ["col=\(start.column)", "endColumn=\(max(end.column, start.column))"] }
    }
    properties.append("title=\(property(diagnostic.rule))")
    return "::\(kind(diagnostic.severity)) \(properties.joined(separator: ","))::\(data(ShownText.visible(message)))\n"
  }

  private func kind(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  private func data(_ text: String) -> String {
    text.replacing(text: "%", with: "%25").replacing(text: "\r\n", with: "%0D%0A").replacing(text: "\r", with: "%0D")
      .replacing(text: "\n", with: "%0A")
  }

  private func property(_ text: String) -> String {
    data(ShownText.visible(text)).replacing(text: ":", with: "%3A").replacing(text: ",", with: "%2C")
  }
}
