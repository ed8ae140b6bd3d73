package import Diagnostics
import NetworkTypes
package import ProfileLanguage
import Syntax

/// Reads a table of nodes: a header that names the columns, then a row a node.
package enum CSVInventory {
  /// Reads a table. Rows that cannot be read are reported at their places; then there are no nodes.
  package static func read(_ file: SourceFile, _ id: FileID, into bag: inout DiagnosticBag) -> NodeList {
    guard TextEncoding.check(id, file.bytes, into: &bag) else { return NodeList() }
    var rows = CSVRows(file.bytes, from: TextEncoding.byteOrderMarkLength(file.bytes))
    var nodes = InventoryNodes()
    do {
      var cells: [CSVRows.Cell] = []
      try rows.next(into: &cells)
      guard let header = CSVHeader(cells, of: rows, id, &bag) else { return NodeList() }
      while nodes.goesOn {
        try rows.next(into: &cells)
        if cells.isEmpty { break }
        read(cells, of: rows, header, id, into: &nodes)
      }
    } catch {
      nodes.fault(error.message, at: SourceRange(file: id, error.bytes), help: nil)
    }
    return nodes.finish(into: &bag)
  }

  private static func read(
    _ cells: [CSVRows.Cell], of rows: CSVRows, _ header: CSVHeader, _ id: FileID, into nodes: inout InventoryNodes
  ) {
    guard cells.count == header.columns.count else {
      let place = (cells.first?.bytes.lowerBound ?? 0)..<(cells.last?.bytes.upperBound ?? 0)
      let isLong = cells.count > header.columns.count
      nodes.fault(
        "this row has \(cells.count) cell\(cells.count == 1 ? "" : "s"), and the header \(header.columns.count)",
        at: SourceRange(file: id, place),
        help: isLong ? "several subnets stand in one cell, apart by spaces" : "leave a cell empty, but keep its comma")
      return
    }
    let name = cells[header.name]
    guard nodes.append(rows.content(of: name), at: SourceRange(file: id, name.bytes)) else { return }
    for (cell, column) in zip(cells, header.columns) where !cell.content.isEmpty {
      let place = SourceRange(file: id, cell.bytes)
      let content = rows.content(of: cell)
      switch column {
      case .name: break
      case .pool:
        for pool in content.split(separator: 0x20) { nodes.list.addPool(pool, at: place) }
      case .label(let key): nodes.list.addLabel(key.utf8, content, at: place)
      case .parameter(let name): nodes.list.addParameter(name.utf8, content, at: place)
      case .subnets: readSubnets(content, at: place, into: &nodes)
      }
    }
  }

  /// Subnets stand apart by spaces or semicolons.
  private static func readSubnets(
    _ content: ArraySlice<UInt8>, at place: SourceRange, into nodes: inout InventoryNodes
  ) {
    var start = content.startIndex
    while start < content.endIndex {
      var end = start
      while end < content.endIndex, content[end] != 0x20, content[end] != UInt8(ascii: ";") { end += 1 }
      if end > start { readSubnet(content[start..<end], at: place, into: &nodes) }
      start = end + 1
    }
  }

  private static func readSubnet(
    _ word: ArraySlice<UInt8>, at place: SourceRange, into nodes: inout InventoryNodes
  ) {
    let subnet = CIDR(utf8: word.span)
    guard let subnet, subnet.isNetwork else {
      nodes.fault(
        "\(ShownText.of(word)) is no subnet", at: place,
        help: subnet.map { "write \($0.network)" } ?? "write it as 10.244.1.0/24; several apart by spaces")
      return
    }
    nodes.list.add(subnet, at: place, origin: .inventory)
  }
}

extension SourceRange {
  /// Bytes of a file.
  init(file: FileID, _ bytes: Range<Int>) {
    self.init(file: file, start: UInt32(clamping: bytes.lowerBound), end: UInt32(clamping: bytes.upperBound))
  }
}
