package import Diagnostics

/// A difference in Markdown, for a comment on a pull request.
package enum DifferenceMarkdown {
  package static func render(_ report: DifferenceReport, files: SourceFiles) -> String {
    var lines = [
      "### \(report.effect == .none ? "Nothing changes on a node" : "On a node: \(report.effect.word)")", "",
      "\(MarkdownText.code(report.oldTitle)) to \(MarkdownText.code(report.newTitle)): \(report.effect.meaning).",
    ]
    if report.effect > .none { lines += ["", "**What to do:** \(MarkdownText.escaped(report.effect.advice))"] }
    if !report.sideChanges.isEmpty { lines += [""] + table(report.sideChanges, files) }
    for group in report.groups {
      lines.append("")
      if let title = DifferenceText.title(group.nodes) {
        lines += ["#### \(MarkdownText.escaped(String(title.dropLast())))", ""]
      }
      lines += table(group.changes, files)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func table(_ changes: [NodeChange], _ files: SourceFiles) -> [String] {
    ["| effect | what | before | from now on | why |", "| --- | --- | --- | --- | --- |"]
      + changes.map { change in
        let network = change.network.map { $0.isEmpty ? "" : MarkdownText.escaped($0) + ": " } ?? ""
        let place =
          (change.newPlace ?? change.oldPlace).map { " (\(MarkdownText.escaped(self.place($0, files))))" } ?? ""
        let help = change.help.map { ". **\(MarkdownText.escaped($0))**" } ?? ""
        return [
          "", " \(change.effect.word) ", " \(network)\(MarkdownText.code(change.path, inTable: true))\(place) ",
          " \(value(change.old)) ",
          " \(value(change.new)) ", " \(MarkdownText.escaped(change.reason))\(help) ", "",
        ].joined(separator: "|")
      }
  }

  private static func value(_ text: String?) -> String { text.map { MarkdownText.code($0, inTable: true) } ?? "" }

  private static func place(_ range: SourceRange, _ files: SourceFiles) -> String {
    let file = files[range.file]
    return "\(file.name):\(file.position(at: range.start).line)"
  }
}
