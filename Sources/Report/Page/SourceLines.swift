import Diagnostics

/// The lines that findings point at, with some around them, so that a page which is mailed on shows them by itself.
struct SourceLines {
  private let files: SourceFiles
  /// For each file its lines that are shown, in order, and what is marked in them.
  private var shown: [(file: FileID, lines: [Int: SourceRange?])] = []

  /// So many lines are shown, at most.
  private static let limit = 2000
  private static let around = 2

  /// - Parameter findings: those that the page lists.
  init(_ findings: ArraySlice<Diagnostic>, of files: SourceFiles) {
    self.files = files
    var count = 0
    for range in findings.flatMap({ [$0.range] + $0.notes.map(\.range) }).compactMap(\.self) where count < Self.limit {
      let line = files[range.file].position(at: range.start).line
      let place = shown.firstIndex { $0.file == range.file } ?? shown.count
      if place == shown.count { shown.append((range.file, [:])) }
      let table = files[range.file].lines
      // Behind a line feed at the end there is no line that anybody sees.
      let isEmpty = table.byteRange(ofLine: table.count, in: files[range.file].bytes).isEmpty
      let last = max(line, isEmpty ? table.count - 1 : table.count)
      for number in max(1, line - Self.around)...min(last, line + Self.around) {
        if shown[place].lines[number] == nil {
          shown[place].lines[number] = .some(nil)
          count += 1
        }
      }
      if shown[place].lines[line] == .some(nil) { shown[place].lines[line] = range }
    }
    shown.sort { files[$0.file].name < files[$1.file].name }
  }

  /// The address of a place within the page; `nil` for one that is not shown.
  func link(to range: SourceRange) -> String? {
    let line = files[range.file].position(at: range.start).line
    guard shown.contains(where: { $0.file == range.file && $0.lines[line] != nil }) else { return nil }
    return "#\(Self.id(range.file, line))"
  }

  /// The lines of all files; empty where there are none.
  var html: String {
    shown.map { file, lines in
      var previous: Int?
      let items = lines.keys.sorted().map { number in
        defer { previous = number }
        let isApart = previous.map { $0 + 1 < number } ?? false
        return """
          <li id="\(Self.id(file, number))"\(isApart ? " class=\"skip-to\"" : "")>\
          <span>\(number)</span>\(text(files[file], number, lines[number] ?? nil))</li>
          """
      }
      let name = Escape.html(ShownText.visible(files[file].name))
      return """
        <h3>\(name)</h3>
        <ol class="lines" tabindex="0" role="list" aria-label="Lines of \(name)">\(items.joined())</ol>
        """
    }
    .joined(separator: "\n")
  }

  private func text(_ file: SourceFile, _ number: Int, _ range: SourceRange?) -> String {
    let excerpt = LineExcerpt(of: file, line: number, marking: range)
    guard range != nil else { return Escape.html(excerpt.text) }
    let text = Array(excerpt.text.unicodeScalars)
    let part = { (range: Range<Int>) in
      Escape.html(String(String.UnicodeScalarView(text[range.clamped(to: text.indices)])))
    }
    let end = excerpt.padding + excerpt.marks
    return part(0..<excerpt.padding) + "<mark>\(part(excerpt.padding..<end))</mark>" + part(end..<max(end, text.count))
  }

  private static func id(_ file: FileID, _ line: Int) -> String { "line-\(file.index)-\(line)" }
}
