import CNIModel
import Diagnostics
import Fleet
import NetworkTypes
import ProfileLanguage

/// The page: one file that loads nothing. What it says stands in its HTML; the script adds the map that can be zoomed,
/// the search and the list of nodes.
package enum ReportPage {
  private static let namesWidth = 120

  /// The page as a whole.
  package static func render(_ report: FleetReport) -> [UInt8] {
    let name = Escape.html(report.survey.name)
    let policy =
      "default-src 'none'; script-src 'sha256-\(PageTexts.scriptHash)'; style-src 'sha256-\(PageTexts.styleHash)'; "
      + "base-uri 'none'; form-action 'none'"
    let page = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(name): addresses and nodes</title>
      <style>\(PageTexts.style)</style>
      </head>
      <body>
      <a class="skip" href="#addresses">To the address map</a>
      \(head(report))
      <main>
      \(overview(report))
      \(addresses(report))
      \(groups(report))
      \(findings(report))
      \(nodes(report))
      </main>
      <footer>Made by cnigen. This file loads nothing and sends nothing.</footer>
      <script type="application/json" id="data">\(PageData.make(report))</script>
      <script>\(PageTexts.script)</script>
      </body>
      </html>

      """
    return Array(page.utf8)
  }

  private static func head(_ report: FleetReport) -> String {
    """
    <header>
    <div><h1>\(Escape.html(report.survey.name))</h1><p>\(state(report))</p></div>
    <form id="search" role="search" hidden>
    <label for="q">Search nodes</label>
    <input id="q" type="search" autocomplete="off" spellcheck="false" placeholder="name, 10.244.3.7, pool, label" aria-describedby="hint">
    <span id="hint">press / to come here</span>
    </form>
    </header>
    """
  }

  private static func state(_ report: FleetReport) -> String {
    let (errors, warnings) = (report.count(of: .error), report.count(of: .warning))
    let nodes = Words.count(report.survey.count, "node")
    guard errors + warnings > 0 else { return "\(nodes), and nothing stands against building them" }
    let parts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }.map { Words.count($0.0, $0.1) }
    return
      "\(nodes), <a class=\"\(errors > 0 ? "bad" : "warn")\" href=\"#findings\">\(parts.joined(separator: " and "))</a>"
  }

  private static func overview(_ report: FleetReport) -> String {
    var cards = [card(Words.number(report.survey.count), "nodes", "#nodes")]
    for map in report.maps {
      let use = map.use
      let share = use.subnets.count == .max ? Words.number(use.used) : Words.percent(use.used, of: use.subnets.count)
      cards.append(card(share, "of \(map.subnets.network) used", "#addresses"))
    }
    if !report.targets.isEmpty {
      cards.append(card("\(report.targets.count)", report.targets.count == 1 ? "target" : "targets", "#groups"))
      let sets = report.variants.count
      cards.append(card("\(sets)", sets == 1 ? "set of files for all" : "different sets of files", "#groups"))
    }
    return "<section class=\"cards\" aria-label=\"Overview\">\(cards.joined())</section>"
  }

  private static func card(_ figure: String, _ words: String, _ link: String) -> String {
    "<a class=\"card\" href=\"\(link)\"><b>\(figure)</b> <span>\(Escape.html(words))</span></a>"
  }

  // MARK: Addresses

  private static func addresses(_ report: FleetReport) -> String {
    let blocks =
      report.maps.isEmpty
      ? "<p>The fleet allocates no blocks; its nodes have the subnets that are stated for them.</p>"
      : report.maps.enumerated().map { block($1, number: $0, report) }.joined(separator: "\n")
    return """
      <section id="addresses" aria-labelledby="addresses-h">
      <h2 id="addresses-h">Addresses</h2>
      <svg class="defs" aria-hidden="true">\(ReportSVG.pattern)</svg>
      \(legend)
      \(blocks)
      <div id="map" hidden></div>
      </section>
      """
  }

  private static let legend =
    "<ul class=\"legend\" aria-label=\"What the colors mean\">"
    + [
      ("used", "used"), ("part", "partly used"), ("held", "held back"), ("free", "free"), ("over", "! overlapping"),
      ("out", "no block"),
    ]
    .map { "<li><i class=\"\($0.0)\" aria-hidden=\"true\"></i>\($0.1)</li>" }.joined() + "</ul>"

  private static func block(_ map: AddressMap, number: Int, _ report: FleetReport) -> String {
    let grid = BlockGrid(map, clashes: report.clashes)
    let cellHeight = 11
    let (width, height) = (BlockGrid.columns * 16, grid.rows * cellHeight)
    let used = Words.use(map.use)
    return """
      <article class="block">
      <h3>\(map.subnets)</h3>
      <p>\(used); \(Words.capacity(map.use)). \(place(map.place, report))</p>
      <svg class="grid" viewBox="0 0 \(width) \(height)" role="img" aria-label="\(map.subnets): \(used)">
      \(grid.svg(cellWidth: 16, cellHeight: cellHeight))
      </svg>
      <p class="scale">\(scale(grid))</p>
      \(stretches(map, report))
      </article>
      """
  }

  private static func scale(_ grid: BlockGrid) -> String {
    let cell = grid.size == 1 ? "subnet" : "stretch of \(Words.number(grid.size)) subnets"
    return "A cell is a \(cell); they run in rows, from the lowest address on."
  }

  /// So many stretches of a block stand in its table.
  private static let stretchesShown = 200

  /// The table for those who do not see the picture, and for paper.
  private static func stretches(_ map: AddressMap, _ report: FleetReport) -> String {
    let rows = map.segments.prefix(stretchesShown).map { segment in
      let first = "\(map.subnets[segment.numbers.lowerBound])"
      let last = "\(map.subnets[segment.numbers.upperBound])"
      return row([first, last, Words.subnets(segment.count), owner(segment.owner, report)])
    }
    let rest = map.segments.count - rows.count
    let more = rest > 0 ? "<p>And \(Words.number(rest)) more stretches; the list of nodes has all of them.</p>" : ""
    return """
      <details><summary>Who has what, as a table</summary>
      <div class="scroll" tabindex="0" role="region" aria-label="Subnets of \(map.subnets)"><table aria-label="Subnets of \(map.subnets)">
      <thead><tr><th scope="col">from</th><th scope="col">to</th><th scope="col" class="n">subnets</th><th scope="col">whose</th></tr></thead>
      <tbody>\(rows.joined())</tbody></table></div>\(more)</details>
      """
  }

  private static func owner(_ owner: AddressMap.Owner, _ report: FleetReport) -> String {
    switch owner {
    case .nodes(let nodes): report.names(of: nodes).text(upTo: namesWidth)
    case .reserved(let purpose): "reserved for \(purpose)"
    case .gone(let name): "kept for \(name), which left"
    case .free: "free"
    }
  }

  private static func row(_ cells: [String]) -> String {
    "<tr>"
      + cells.enumerated().map { index, cell in
        "<td\(index == 2 ? " class=\"n\"" : "")>\(Escape.html(cell))</td>"
      }.joined() + "</tr>"
  }

  // MARK: Groups

  private static func groups(_ report: FleetReport) -> String {
    let tables = [
      table("Pools", "pool", report.pools.map { ($0.name, $0.nodes) }, report),
      table("Targets", "releases", report.targets.map { (Words.releases(of: $0.form.targets), $0.nodes) }, report),
      table(
        "Files", "set of files",
        report.variants.enumerated().map { number, group in
          let files = group.form.files.map { $0.path.joined(separator: "/") }.joined(separator: ", ")
          return ("\(number + 1): \(files)", group.nodes)
        }, report),
    ]
    return """
      <section id="groups" aria-labelledby="groups-h">
      <h2 id="groups-h">Pools, targets and files</h2>
      \(report.targets.isEmpty ? "<p>Targets and files are known once the errors are gone.</p>" : "")\(tables.joined())
      </section>
      """
  }

  private static func table(
    _ title: String, _ word: String, _ rows: [(name: String, nodes: [Int])], _ report: FleetReport
  ) -> String {
    guard !rows.isEmpty else { return "" }
    let shown = rows.prefix(stretchesShown).map { row in
      let share = report.survey.count == 0 ? 0 : row.nodes.count * 100 / report.survey.count
      return """
        <tr><th scope="row">\(Escape.html(row.name))</th><td class="n">\(Words.number(row.nodes.count))</td>\
        <td><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="f" width="100" height="10"/>\
        <rect class="u" width="\(row.nodes.isEmpty ? 0 : max(1, share))" height="10"/></svg></td>\
        <td>\(names(report.names(of: row.nodes).text(upTo: namesWidth)))</td></tr>
        """
    }
    let more = rows.count > stretchesShown ? "<p>And \(Words.number(rows.count - stretchesShown)) more.</p>" : ""
    return """
      <h3>\(title)</h3>
      <div class="scroll" tabindex="0" role="region" aria-label="\(title)"><table aria-label="\(title)">
      <thead><tr><th scope="col">\(word)</th><th scope="col" class="n">nodes</th><th scope="col">share</th><th scope="col">which</th></tr></thead>
      <tbody>\(shown.joined())</tbody></table></div>\(more)
      """
  }

  /// Names of nodes, each on one line as far as it has room there: they have hyphens.
  private static func names(_ text: String) -> String {
    text.split(separator: " ").map { "<span class=\"w\">\(Escape.html(String($0)))</span>" }.joined(separator: " ")
  }

  // MARK: Findings

  private static let findingsShown = 500

  private static func findings(_ report: FleetReport) -> String {
    let shown = report.findings.prefix(findingsShown)
    let lines = SourceLines(shown, of: report.files)
    let items = shown.enumerated().map { number, finding in item(finding, number: number + 1, lines, report) }
    let rest = report.findings.count - items.count
    let list = items.isEmpty ? "<p>None.</p>" : "<ol class=\"findings\">\(items.joined())</ol>"
    return """
      <section id="findings" aria-labelledby="findings-h">
      <h2 id="findings-h">Findings</h2>
      \(list)\(rest > 0 ? "<p>And \(Words.number(rest)) more.</p>" : "")
      \(lines.html)
      </section>
      """
  }

  private static func item(
    _ finding: Diagnostic, number: Int, _ lines: SourceLines, _ report: FleetReport
  ) -> String {
    var notes = finding.notes.map { note in
      "<li>\(Escape.html(note.message)) \(note.range.map { place($0, report, lines) } ?? "")</li>"
    }
    if let help = finding.help { notes.append("<li class=\"help\"><b>help:</b> \(Escape.html(help))</li>") }
    return """
      <li id="finding-\(number)" class="\(finding.severity.rawValue)"><p><b>\(finding.severity.rawValue)</b> \
      \(Escape.html(finding.message)) <code>\(Escape.html(finding.rule))</code> \
      \(finding.range.map { place($0, report, lines) } ?? "") <a class="self" href="#finding-\(number)" aria-label="Link to finding \(number)">#\(number)</a></p>\
      \(notes.isEmpty ? "" : "<ul>\(notes.joined())</ul>")</li>
      """
  }

  /// A place, with a link to it: into the repository where that is known, else to the line on this page.
  private static func place(_ range: SourceRange, _ report: FleetReport, _ lines: SourceLines? = nil) -> String {
    let words = "<code>\(Escape.html(report.place(range)))</code>"
    guard let link = report.link(to: range) ?? lines?.link(to: range) else { return words }
    return "<a class=\"at\" href=\"\(Escape.html(link))\">\(words)</a>"
  }

  // MARK: Nodes

  private static func nodes(_ report: FleetReport) -> String {
    """
    <section id="nodes" aria-labelledby="nodes-h">
    <h2 id="nodes-h">Nodes</h2>
    <div id="list"></div>
    <noscript><p>The list of nodes, the search and the map that can be zoomed need the script of this page.</p></noscript>
    </section>
    """
  }
}
