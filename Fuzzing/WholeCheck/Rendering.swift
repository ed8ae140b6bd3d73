import Diagnostics
import Rules
import Syntax

/// Shows findings in every form that commands have.
enum Rendering {
  static func run(_ bag: DiagnosticBag, _ files: SourceFiles, _ tree: Node?) {
    let findings = bag.sorted()
    for finding in findings {
      check(finding.range, in: files)
      for note in finding.notes { check(note.range, in: files) }
    }
    // A text of 10,000 faults has been shown well enough by the first ones.
    let shown = Array(findings.prefix(50))
    _ = TextRenderer(files: files, colored: true).render(shown)
    _ = JSONRenderer(files: files) { tree?.pointer(to: $0) }.render(shown)
    _ = SARIFRenderer(files: files, version: "0", rules: []) { $0 }.render(shown)
    _ = GitHubRenderer(files: files) { $0 }.render(shown)
  }

  /// A place outside of its file is a fault, though most renderers bear it.
  private static func check(_ range: SourceRange?, in files: SourceFiles) {
    guard let range else { return }
    let size = files[range.file].bytes.count
    precondition(range.start <= range.end && Int(range.end) <= size, "a place outside of the file")
  }
}
