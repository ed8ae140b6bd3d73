/// A manual page that is being written, in the macros of mdoc(7).
struct Mdoc {
  private var lines: [String]

  /// The page's source.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// A page with its head.
  ///
  /// - Parameter name: as `man` is asked for it: `cnigen-build`.
  init(_ name: String, section: Int, _ release: Release) {
    lines = [
      ".\\\" Made from the code: CNIGEN_UPDATE=1 swift test --filter ExplanationTests writes it again.",
      ".Dd \(release.dateInWords)", ".Dt \(name.uppercased()) \(section)", ".Os \"cnigen \(release.version)\"",
    ]
  }

  /// The program that the pages are of.
  package struct Release {
    let version: String
    /// Its day, as `2026-11-25`.
    let date: String

    package init(version: String, date: String) {
      self.version = version
      self.date = date
    }

    fileprivate var dateInWords: String {
      let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
      ]
      let parts = date.split(separator: "-").compactMap { Int($0) }
      guard parts.count == 3, months.indices.contains(parts[1] - 1) else { return date }
      return "\(months[parts[1] - 1]) \(parts[2]), \(parts[0])"
    }
  }

  /// A line of macros as it stands.
  mutating func macro(_ line: String) { lines.append(".\(line)") }

  /// The part that every page begins with.
  mutating func name(_ name: String, _ summary: String) {
    var words = summary
    if words.hasSuffix(".") { words.removeLast() }
    let second = words.dropFirst().first
    if second?.isLowercase ?? false || second == " " { words = words.prefix(1).lowercased() + words.dropFirst() }
    lines += [".Sh NAME", ".Nm \(name)", ".Nd \(MdocText.argument(words, isQuoted: false))"]
  }

  mutating func section(_ title: String) { lines.append(".Sh \(title)") }

  mutating func subsection(_ title: String) { lines.append(".Ss \(MdocText.argument(title, isQuoted: false))") }

  /// A paragraph of prose, in which `code` may stand.
  mutating func paragraph(_ text: String) {
    if !isAtStart { lines.append(".Pp") }
    lines += MdocText.prose(text)
  }

  /// Text that belongs to what stands before it.
  mutating func prose(_ text: String) { lines += MdocText.prose(text) }

  /// Lines as they are typed, or as they stand in a file.
  mutating func literal(_ text: String) {
    lines.append(".Bd -literal -offset indent")
    lines += text.split(separator: "\n", omittingEmptySubsequences: false).map { MdocText.line(MdocText.code($0)) }
    lines.append(".Ed")
  }

  /// A list in which each entry has a word and what it means; no list where there is no entry.
  mutating func list<Entries: Collection>(_ entries: Entries, _ body: (Entries.Element, inout Mdoc) -> Void) {
    guard !entries.isEmpty else { return }
    lines.append(".Bl -tag -width Ds")
    for entry in entries { body(entry, &self) }
    lines.append(".El")
  }

  /// A list of points.
  mutating func points(_ points: [String], areNumbered: Bool = false) {
    guard !points.isEmpty else { return }
    lines.append(areNumbered ? ".Bl -enum" : ".Bl -bullet")
    for point in points {
      lines.append(".It")
      prose(point)
    }
    lines.append(".El")
  }

  /// Whether a paragraph begins here without being told to.
  private var isAtStart: Bool {
    guard let last = lines.last else { return true }
    return [".Sh", ".Ss", ".It"].contains { last.hasPrefix($0) }
  }
}
