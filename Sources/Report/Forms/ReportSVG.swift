import Fleet
import NetworkTypes

/// The address map of all blocks as a picture, for a README.
package enum ReportSVG {
  private static let cell = (width: 12, height: 14)
  private static let margin = 16
  private static let head = 26

  private static let style = """
    text{font:13px system-ui,sans-serif;fill:#1f2933}
    .s{fill:#52606d}.b{fill:#fff}
    .f{fill:#e4e7eb}.u{fill:#2166ac}.p{fill:#7fb2dd}.h{fill:url(#k)}.o{fill:url(#x)}
    @media(prefers-color-scheme:dark){text{fill:#f0f4f8}.s{fill:#a9b6c3}.b{fill:#12181f}.f{fill:#2a343f}.u{fill:#6cb0f0}.p{fill:#3a6a97}}
    """

  /// The picture.
  package static func render(_ report: FleetReport) -> [UInt8] {
    var body = ""
    var top = margin + 12
    let width = 2 * margin + BlockGrid.columns * cell.width
    body += text(
      "\(report.survey.name): \(Words.count(report.survey.count, "node"))", x: margin, y: top, isBold: true)
    top += 14
    for map in report.maps {
      let grid = BlockGrid(map, clashes: report.clashes)
      body += text("\(map.subnets)", x: margin, y: top + 16, isBold: true)
      body += text(Words.use(map.use), x: width - margin, y: top + 16, isEnd: true)
      body += grid.svg(cellWidth: cell.width, cellHeight: cell.height, left: margin, top: top + head) + "\n"
      top += head + grid.rows * cell.height + 8
    }
    body += legend(top + 6, hasClashes: !report.clashes.isEmpty)
    let height = top + 30
    let title = Escape.html("Address space of \(report.survey.name)")
    return Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="img" aria-label="\(title)">
      <title>\(title)</title>
      <style>\(style)</style>
      \(pattern)
      <rect class="b" width="\(width)" height="\(height)"/>
      \(body)</svg>

      """.utf8)
  }

  /// Lines across what is held back, crosses over what overlaps: color is not the only sign.
  static let pattern =
    "<defs><pattern id=\"x\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
    + "<rect width=\"6\" height=\"6\" fill=\"#b2182b\"/><path d=\"M0 0L6 6M0 6L6 0\" stroke=\"#fff\"/></pattern>"
    + "<pattern id=\"k\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">"
    + "<rect width=\"5\" height=\"5\" fill=\"#d9a441\"/><path d=\"M0 5L5 0\" stroke=\"#6b4a00\"/></pattern></defs>"

  private static func text(_ words: String, x: Int, y: Int, isBold: Bool = false, isEnd: Bool = false) -> String {
    "<text x=\"\(x)\" y=\"\(y)\"\(isBold ? " font-weight=\"600\"" : " class=\"s\"")"
      + "\(isEnd ? " text-anchor=\"end\"" : "")>\(Escape.html(words))</text>\n"
  }

  private static func legend(_ top: Int, hasClashes: Bool) -> String {
    var words = [("u", "used"), ("p", "partly used"), ("h", "held back"), ("f", "free")]
    if hasClashes { words.append(("o", "overlapping")) }
    return words.enumerated().map { index, entry in
      let x = margin + index * 110
      return "<rect class=\"\(entry.0)\" x=\"\(x)\" y=\"\(top)\" width=\"12\" height=\"12\"/>\n"
        + text(entry.1, x: x + 18, y: top + 11)
    }.joined()
  }
}
