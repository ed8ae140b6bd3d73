package import Diagnostics

/// The report for people: a line for each finding, with the place that promised it, and a line that sums up.
package struct TextReport {
  private let files: SourceFiles
  private let isColored: Bool

  package init(files: SourceFiles, isColored: Bool) {
    self.files = files
    self.isColored = isColored
  }

  /// The lines of one network.
  ///
  /// - Parameters:
  ///   - title: what was tried, for the first line.
  ///   - seconds: how long it took.
  ///   - isBrief: whether only what did not hold is wanted.
  package func render(_ title: String, _ findings: [Finding], seconds: Double, isBrief: Bool) -> String {
    var lines = [title]
    for finding in findings where !isBrief || finding.state == .failed {
      let seen = Self.line(finding.seen)
      let template = finding.template.map { " (\(place($0)))" } ?? ""
      lines.append(
        "\(word(finding.state)) \(place(finding.range)): \(finding.title)\(template): expected \(finding.expected) / seen \(seen)"
      )
    }
    lines.append(Self.summary(findings, seconds))
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text on one line. Plugins quote whole tables of rules; the JSON report has all of it.
  private static func line(_ text: String) -> String {
    let line = text.split(separator: "\n", omittingEmptySubsequences: true).joined(separator: " ")
    return line.count > 240 ? "\(line.prefix(240))…" : line
  }

  private func place(_ range: SourceRange) -> String {
    let file = files[range.file]
    let (line, column) = file.position(at: range.start)
    return "\(file.name):\(line):\(column)"
  }

  private func word(_ state: Finding.State) -> String {
    let (word, color) =
      switch state {
      case .held: ("held  ", "32")
      case .failed: ("FAILED", "1;31")
      case .noted: ("noted ", "33")
      }
    return isColored ? "\u{1B}[\(color)m\(word)\u{1B}[0m" : word
  }

  private static func summary(_ findings: [Finding], _ seconds: Double) -> String {
    let count = { (state: Finding.State) in findings.count { $0.state == state } }
    let tenths = Int((seconds * 10).rounded())
    let noted = count(.noted) == 0 ? "" : ", \(count(.noted)) noted"
    return "\(count(.held)) held, \(count(.failed)) failed\(noted) in \(tenths / 10).\(tenths % 10) s"
  }
}
