import CNIModel
package import Diagnostics
package import Fleet
import NetworkTypes
import ProfileLanguage

/// A fleet on a page of a terminal: its blocks and who has them, its pools, and what its nodes are compiled for.
package struct FleetTree {
  private let survey: FleetSurvey
  private let files: SourceFiles
  private let writer: TreeWriter
  private let showsAll: Bool
  private let width: Int
  /// So many stretches of a block, pools or variants make a page.
  private static let shown = 12

  /// - Parameter showsAll: whether each node has a line of its own.
  package init(_ survey: FleetSurvey, files: SourceFiles, width: Int, isColored: Bool, showsAll: Bool) {
    self.survey = survey
    self.files = files
    self.width = max(40, width)
    self.showsAll = showsAll
    writer = TreeWriter(width: width, isColored: isColored)
  }

  /// The page.
  package func render() -> String {
    var text = writer.title("\(ShownText.visible(survey.name)): \(Words.count(survey.count, "node"))")
    for map in AddressMap.all(of: survey) {
      text += "\n" + head(of: map) + bar(of: map) + writer.render([TreeRow([.text("")], rows(of: map))]).dropFirstLine
    }
    text += section("subnets of the nodes' own", ownSubnets)
    text += section("pools", pools)
    text += section("targets", survey.targets.map(row(of:)))
    text += section("files", variants)
    return text
  }

  private func section(_ title: String, _ rows: [TreeRow]) -> String {
    guard !rows.isEmpty else { return "" }
    return "\n" + writer.title(title) + writer.render([TreeRow([.text("")], page(rows))]).dropFirstLine
  }

  /// The first rows, and a word about the others.
  private func page(_ rows: [TreeRow]) -> [TreeRow] {
    let count = shownCount(of: rows.count)
    return count == rows.count ? rows : rows.prefix(count) + [more(rows.count - count)]
  }

  /// How many of some rows are shown.
  private func shownCount(of count: Int) -> Int { showsAll || count <= Self.shown ? count : Self.shown - 1 }

  private func more(_ count: Int) -> TreeRow { TreeRow([.rest("and \(Words.number(count)) more; --all shows them")]) }

  private func place(_ range: SourceRange) -> String {
    let file = files[range.file]
    return "\(ShownText.visible(file.name)):\(file.position(at: range.start).line)"
  }

  private func names(_ nodes: [Int]) -> FoldedNames { FoldedNames(nodes.map(survey.nameBytes(of:))) }

  // MARK: Blocks

  private func head(of map: AddressMap) -> String {
    let use = map.use
    var parts = ["\(Words.number(use.used)) used"]
    if use.heldBack > 0 { parts.append("\(Words.number(use.heldBack)) held back") }
    parts.append("\(Words.subnets(use.free)) free")
    let counts = "\(Words.subnets(map.subnets.count)) subnets: \(parts.joined(separator: ", "))"
    let pods = use.addressesOfNode.map { "\(Words.number($0)) pods a node" } ?? "pods without number"
    let place = place(map.place)
    let head = "\(map.subnets)"
    let line = "\(head)  \(counts); \(pods)"
    let isWide = line.count + place.count + 2 <= width
    return writer.paint(head, .bold) + line.dropFirst(head.count) + (isWide ? "  " + writer.paint(place, .dim) : "")
      + "\n"
  }

  /// The block as one line: what is used, what nobody can get, and what is free.
  private func bar(of map: AddressMap) -> String {
    let cells = min(width, 64)
    let size = Double(map.subnets.count)
    var marks = [Character](repeating: "·", count: cells)
    for segment in map.segments {
      let mark: Character
      switch segment.owner {
      case .nodes: mark = "█"
      case .reserved, .gone: mark = "▒"
      case .free: continue
      }
      let first = Int(Double(segment.numbers.lowerBound) / size * Double(cells))
      let last = Int((Double(segment.numbers.lowerBound) + Double(segment.count)) / size * Double(cells) - 0.0001)
      for cell in min(first, cells - 1)...min(max(first, last), cells - 1) where mark == "█" || marks[cell] == "·" {
        marks[cell] = mark
      }
    }
    return writer.paint(String(marks), .green) + "\n"
  }

  private func rows(of map: AddressMap) -> [TreeRow] {
    guard showsAll else { return page(map.segments.map { row(of: $0, in: map) }) }
    return map.segments.flatMap { segment -> [TreeRow] in
      guard case .nodes(let nodes) = segment.owner, nodes.count == segment.count else {
        return [row(of: segment, in: map)]
      }
      return zip(segment.numbers, nodes).map { number, node in
        TreeRow([.text("\(map.subnets[number])"), .text(""), .number(""), .rest(survey.name(of: node))])
      }
    }
  }

  private func row(of segment: AddressMap.Segment, in map: AddressMap) -> TreeRow {
    let first = "\(map.subnets[segment.numbers.lowerBound])"
    let last = segment.count == 1 ? "" : "to \(map.subnets[segment.numbers.upperBound])"
    let owner: TreeRow.Cell
    switch segment.owner {
    case .nodes(let nodes): owner = .names(names(nodes))
    case .reserved(let purpose): owner = .rest("reserved for \(ShownText.visible(purpose))")
    case .gone(let name): owner = .rest("kept for \(name), which left")
    case .free: owner = .rest("free")
    }
    return TreeRow([.text(first), .text(last), .number(Words.subnets(segment.count)), owner])
  }

  // MARK: Subnets of the nodes' own

  /// The subnets that nodes bring along where the fleet has no blocks.
  private var ownSubnets: [TreeRow] {
    guard survey.blocks.isEmpty else { return [] }
    let nodes = survey.inNaturalOrder.filter { !survey.subnets(of: $0).isEmpty }
    let count = shownCount(of: nodes.count)
    let rows = nodes.prefix(count).map { node in
      let subnets = survey.subnets(of: node).map { "\($0)" }.joined(separator: ", ")
      return TreeRow([
        .text(subnets), .rest(survey.name(of: node)), .place(survey.place(of: node).map(place) ?? ""),
      ])
    }
    return count == nodes.count ? rows : rows + [more(nodes.count - count)]
  }

  // MARK: Groups

  private var pools: [TreeRow] {
    guard !survey.pools.isEmpty else { return [] }
    var nodes = survey.pools.map { _ in [Int]() }
    var others: [Int] = []
    for node in survey.inNaturalOrder {
      let pools = survey.pools(of: node)
      for pool in pools { nodes[pool].append(node) }
      if pools.isEmpty { others.append(node) }
    }
    var rows = zip(survey.pools, nodes).map { pool, nodes in
      TreeRow([
        .text(ShownText.visible(pool.name?.value ?? "")), .number(Words.number(nodes.count)), .names(names(nodes)),
        .place(place(pool.name?.range ?? pool.range)),
      ])
    }
    if !others.isEmpty {
      rows.append(
        TreeRow([.text("in no pool", .dim), .number(Words.number(others.count)), .names(names(others)), .place("")]))
    }
    return rows
  }

  private func row(of target: FleetSurvey.Group) -> TreeRow {
    TreeRow([
      .text(Words.releases(of: target.form.targets)), .number(Words.number(target.nodes.count)),
      .names(names(target.nodes)),
    ])
  }

  private var variants: [TreeRow] {
    survey.variants.map { variant in
      let files = variant.form.files.map { ShownText.visible($0.path.joined(separator: "/")) }
      return TreeRow(
        [
          .text(files.joined(separator: ", ")), .number(Words.number(variant.nodes.count)),
          .names(names(variant.nodes)),
        ])
    }
  }
}

extension String {
  /// The text behind its first line.
  fileprivate var dropFirstLine: Substring { drop { $0 != "\n" }.dropFirst() }
}
