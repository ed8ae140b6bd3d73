import CNIModel
package import Diagnostics
import NetworkTypes
import Syntax

/// Reads a table of nodes: a header that names the columns, then a row a node.
package enum CSVInventory {
  /// A column of the table.
  private enum Column {
    case name
    case pool
    case subnets
    case label(String)
    case parameter(String)
  }

  /// Reads a table. Every row that cannot be read is reported at its place; then there are no nodes.
  package static func read(_ file: SourceFile, _ id: FileID, into bag: inout DiagnosticBag) -> [InventoryNode] {
    guard TextEncoding.check(id, file.bytes, into: &bag) else { return [] }
    var rows = CSVRows(file.bytes, from: TextEncoding.byteOrderMarkLength(file.bytes))
    let before = bag.count(of: .error)
    var nodes: [InventoryNode] = []
    do {
      let header = try rows.next()
      guard let columns = columns(header, id, &bag) else { return [] }
      while true {
        let cells = try rows.next()
        if cells.isEmpty { break }
        if let node = node(cells, columns, id, &bag) { nodes.append(node) }
        // A table of something else would have a fault in each of its rows.
        if bag.count(of: .error) - before >= 20 { break }
      }
    } catch {
      bag.error("inventory-invalid", error.message, at: range(error.bytes, id))
    }
    return bag.count(of: .error) == before ? nodes : []
  }

  private static func range(_ bytes: Range<Int>, _ id: FileID) -> SourceRange {
    SourceRange(file: id, start: UInt32(clamping: bytes.lowerBound), end: UInt32(clamping: bytes.upperBound))
  }

  private static func columns(_ header: [CSVRows.Cell], _ id: FileID, _ bag: inout DiagnosticBag) -> [Column]? {
    var columns: [Column] = []
    var isGood = true
    for (index, cell) in header.enumerated() {
      if let column = column(cell.text) {
        columns.append(column)
      } else {
        isGood = false
        bag.error(
          "inventory-invalid", "there is no column \(cell.text)", at: range(cell.bytes, id),
          help: Spelling.nearest(to: cell.text, among: ["name", "pool", "subnets"]).map { "write \($0)" }
            ?? "columns are name, pool, subnets, labels.KEY and params.NAME")
      }
      if let twin = header[..<index].first(where: { $0.text == cell.text }) {
        isGood = false
        bag.error(
          "duplicate-key", "the column \(cell.text) stands twice", at: range(cell.bytes, id),
          notes: [Diagnostic.Note("the first one is here", at: range(twin.bytes, id))])
      }
    }
    guard header.contains(where: { $0.text == "name" }) else {
      bag.error(
        "inventory-invalid", "the table has no column name", at: range(header.first?.bytes ?? 0..<0, id),
        help: "the first line names the columns: name,pool,subnets,labels.rack")
      return nil
    }
    return isGood ? columns : nil
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

  private static func node(
    _ cells: [CSVRows.Cell], _ columns: [Column], _ id: FileID, _ bag: inout DiagnosticBag
  ) -> InventoryNode? {
    let place = range((cells.first?.bytes.lowerBound ?? 0)..<(cells.last?.bytes.upperBound ?? 0), id)
    guard cells.count == columns.count else {
      bag.error(
        "inventory-invalid", "this row has \(cells.count) cells, and the header \(columns.count)", at: place,
        help: "several subnets stand in one cell, apart by spaces")
      return nil
    }
    guard let index = columns.firstIndex(where: { if case .name = $0 { true } else { false } }) else { return nil }
    var node = InventoryNode(Located(cells[index].text, at: range(cells[index].bytes, id)))
    for (cell, column) in zip(cells, columns) where !cell.text.isEmpty {
      let place = range(cell.bytes, id)
      switch column {
      case .name: break
      case .pool: node.pools = cell.text.split(separator: " ").map { Located(String($0), at: place) }
      case .label(let key): node.labels.append(InventoryNode.Label(key, cell.text))
      case .parameter(let name):
        node.parameters.append(InventoryNode.Parameter(name, Located(cell.text, at: place)))
      case .subnets: node.subnets += subnets(cell.text, at: place, &bag)
      }
    }
    return node
  }

  private static func subnets(_ text: String, at place: SourceRange, _ bag: inout DiagnosticBag) -> [Located<CIDR>] {
    text.split { $0 == " " || $0 == ";" }.compactMap { word in
      guard let subnet = CIDR(word), subnet.isNetwork else {
        bag.error(
          "inventory-invalid", "\(word) is no subnet", at: place,
          help: CIDR(word).map { "write \($0.network)" } ?? "write it as 10.244.1.0/24; several apart by spaces")
        return nil
      }
      return Located(subnet, at: place)
    }
  }
}
