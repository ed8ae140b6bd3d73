/// An example of a command: what for, and what is typed.
package struct Example: Sendable {
  package let words: String
  /// The lines for a shell.
  package let lines: String

  init(_ words: String, _ lines: String) {
    self.words = words
    self.lines = lines
  }

  /// Writes the part with examples, where there are any.
  static func write(_ examples: [Example], _ page: inout Mdoc) {
    guard !examples.isEmpty else { return }
    page.section("EXAMPLES")
    for example in examples {
      page.paragraph(example.words)
      page.literal(example.lines)
    }
  }

  /// What the guides have people type: for commands that the table has nothing for.
  ///
  /// - Parameter guides: the texts of the guides, in which each line behind `$ ` is carried out by a test.
  static func all(of command: String, inGuides guides: [String]) -> [Example] {
    let calls = guides.flatMap { $0.split(separator: "\n") }
      .filter { $0.hasPrefix("$ cnigen \(command) ") }.map { String($0.dropFirst(2)) }
    var some: [String] = []
    for call in calls where !some.contains(call) && some.count < 4 { some.append(call) }
    return some.isEmpty ? [] : [Example("As the guides do it:", some.joined(separator: "\n"))]
  }
}
