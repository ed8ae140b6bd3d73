import NetworkTypes

/// A block as a picture: cells in rows, each for as many subnets as it takes for all of the block to have room.
struct BlockGrid {
  static let columns = 64
  private static let rowsAtMost = 8

  /// What a cell shows; of several owners the one that people look for first.
  enum Cell: String {
    case free = "f"
    case heldBack = "h"
    case partly = "p"
    case used = "u"
    /// Subnets of two nodes overlap there, or one meets what is reserved.
    case overlapping = "o"
  }

  let cells: [Cell]
  /// How many subnets a cell stands for.
  let size: Int

  var rows: Int { (cells.count + Self.columns - 1) / Self.columns }

  /// - Parameter clashes: addresses that two have.
  init(_ map: AddressMap, clashes: [AddressRange]) {
    let total = map.subnets.count
    let count = min(total, Self.columns * Self.rowsAtMost)
    // Both are powers of two, but for more subnets than can be counted, which are one less.
    let size = (total - 1) / count + 1
    var used = [Int](repeating: 0, count: count)
    var held = used
    for segment in map.segments {
      if case .free = segment.owner { continue }
      var isUsed = false
      if case .nodes = segment.owner { isUsed = true }
      for cell in (segment.numbers.lowerBound / size)...min(segment.numbers.upperBound / size, count - 1) {
        let first = max(segment.numbers.lowerBound, cell * size)
        let last = min(segment.numbers.upperBound, cell * size + (size - 1))
        // Of several that overlap, no more than the cell.
        if isUsed {
          used[cell] = min(size, used[cell] + (last - first + 1))
        } else {
          held[cell] = min(size, held[cell] + (last - first + 1))
        }
      }
    }
    var cells = zip(used, held).map { used, held in
      used >= size ? Cell.used : used > 0 ? .partly : held > 0 ? .heldBack : .free
    }
    for clash in clashes {
      guard let numbers = map.subnets.numbers(touchedBy: clash) else { continue }
      for cell in (numbers.lowerBound / size)...min(numbers.upperBound / size, count - 1) { cells[cell] = .overlapping }
    }
    self.size = size
    self.cells = cells
  }

  /// The rectangles of the picture, neighbours of one kind as one, in units of cells.
  var rectangles: [(cell: Cell, column: Int, row: Int, width: Int)] {
    var found: [(cell: Cell, column: Int, row: Int, width: Int)] = []
    for (index, cell) in cells.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: Self.columns)
      if let last = found.last, last.row == row, last.cell == cell {
        found[found.count - 1].width += 1
      } else {
        found.append((cell, column, row, 1))
      }
    }
    return found
  }

  /// The rectangles as elements of SVG, in a grid whose cells have a size.
  func svg(cellWidth: Int, cellHeight: Int, left: Int = 0, top: Int = 0) -> String {
    rectangles.map { part in
      let x = left + part.column * cellWidth
      let y = top + part.row * cellHeight
      return
        "<rect class=\"\(part.cell.rawValue)\" x=\"\(x)\" y=\"\(y)\" width=\"\(part.width * cellWidth - 1)\" "
        + "height=\"\(cellHeight - 1)\"/>"
    }.joined(separator: "\n")
  }
}
