import Diagnostics

/// The first row of a table, which names the columns.
struct CSVHeader {
  let columns: [Column]
  /// The place of the column of names.
  let name: Int

  /// A column of the table.
  enum Column {
    case name
    case pool
    case subnets
    case label(String)
    case parameter(String)
  }

  /// Reads the header; `nil` where it cannot be one, which is in the bag.
  init?(_ cells: [CSVRows.Cell], of rows: CSVRows, _ id: FileID, _ bag: inout DiagnosticBag) {
    let texts = cells.map { rows.text(of: $0) }
    let places = cells.map { SourceRange(file: id, $0.bytes) }
    if texts.count == 1, let mark = [";", "\t"].first(where: texts[0].contains) {
      bag.error(
        "inventory-invalid", "the cells of this table stand apart by \(mark == ";" ? "semicolons" : "tabs")",
        at: places[0], help: "save it with commas: name,pool,subnets")
      return nil
    }
    var columns: [Column] = []
    for (index, text) in texts.enumerated() {
      if let column = Self.column(text) {
        columns.append(column)
      } else if bag.count(of: .error) < 20 {
        bag.error(
          "inventory-invalid", "there is no column \(ShownText.of(text.utf8))", at: places[index],
          help: Spelling.nearest(to: text, among: ["name", "pool", "subnets"]).map { "write \($0)" }
            ?? "columns are name, pool, subnets, labels.KEY and params.NAME")
      }
    }
    var isGood = columns.count == texts.count
    if isGood, let (first, second) = Self.twins(texts) {
      isGood = false
      bag.error(
        "duplicate-key", "the column \(ShownText.of(texts[second].utf8)) stands twice", at: places[second],
        notes: [Diagnostic.Note("the first one is here", at: places[first])])
    }
    guard let name = texts.firstIndex(of: "name") else {
      bag.error(
        "inventory-invalid", "the table has no column name", at: places.first ?? SourceRange(file: id, 0..<0),
        help: "the first line names the columns: name,pool,subnets,labels.rack")
      return nil
    }
    guard isGood else { return nil }
    self.columns = columns
    self.name = name
  }

  /// The places of two columns of the same name.
  private static func twins(_ texts: [String]) -> (first: Int, second: Int)? {
    let order = texts.indices.sorted { (texts[$0], $0) < (texts[$1], $1) }
    return zip(order, order.dropFirst()).first { texts[$0] == texts[$1] }
  }

  private static func column(_ text: String) -> Column? {
    switch text {
    case "name": return .name
    case "pool": return .pool
    case "subnets": return .subnets
    default: break
    }
    if text.hasPrefix("labels."), text.utf8.count > 7 { return .label(String(text.dropFirst(7))) }
    if text.hasPrefix("params."), text.utf8.count > 7 { return .parameter(String(text.dropFirst(7))) }
    return nil
  }
}
