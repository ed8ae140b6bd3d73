package import Diagnostics

/// A difference in Markdown, for a comment on a pull request.
package enum DifferenceMarkdown {
  package static func render(_ report: DifferenceReport, files: SourceFiles) -> String {
    var lines = [
      "### \(report.effect == .none ? "Nothing changes on a node" : "On a node: \(report.effect.word)")", "",
      "\(code(report.oldTitle)) to \(code(report.newTitle)): \(report.effect.meaning).",
    ]
    if report.effect > .none { lines += ["", "**What to do:** \(escaped(report.effect.advice))"] }
    if !report.sideChanges.isEmpty { lines += [""] + table(report.sideChanges, files) }
    for group in report.groups {
      lines.append("")
      if let title = DifferenceText.title(group.nodes) { lines += ["#### \(escaped(String(title.dropLast())))", ""] }
      lines += table(group.changes, files)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func table(_ changes: [NodeChange], _ files: SourceFiles) -> [String] {
    ["| effect | what | before | from now on | why |", "| --- | --- | --- | --- | --- |"]
      + changes.map { change in
        let network = change.network.map { $0.isEmpty ? "" : escaped($0) + ": " } ?? ""
        let place = (change.newPlace ?? change.oldPlace).map { " (\(escaped(self.place($0, files))))" } ?? ""
        let help = change.help.map { ". **\(escaped($0))**" } ?? ""
        return [
          "", " \(change.effect.word) ", " \(network)\(code(change.path))\(place) ", " \(value(change.old)) ",
          " \(value(change.new)) ", " \(escaped(change.reason))\(help) ", "",
        ].joined(separator: "|")
      }
  }

  private static func value(_ text: String?) -> String { text.map(code) ?? "" }

  /// Text as code. A bar would end the cell, and a backtick the code.
  private static func code(_ text: String) -> String {
    let plain = ShownText.visible(text).map { $0 == "`" ? "'" : $0 == "\n" ? " " : $0 == "|" ? "\\|" : String($0) }
    return "`" + plain.joined() + "`"
  }

  /// Text of which nothing is taken for a mark.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in ShownText.visible(text) {
      if "\\`*_{}[]<>#|".contains(character) { result.append("\\") }
      result.append(character == "\n" ? " " : character)
    }
    return result
  }

  private static func place(_ range: SourceRange, _ files: SourceFiles) -> String {
    let file = files[range.file]
    return "\(file.name):\(file.position(at: range.start).line)"
  }
}
