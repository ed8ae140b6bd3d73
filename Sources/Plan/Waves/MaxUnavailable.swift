/// A number of nodes, or a part of all, as Kubernetes writes it.
package enum MaxUnavailable: Sendable, Equatable {
  case count(Int)
  case percent(Int)

  /// Reads `3` or `10%`; `nil` for what is neither, for 0, and for more than 100%.
  package init?(_ text: String) {
    let isPercent = text.hasSuffix("%")
    guard let number = Int(isPercent ? text.dropLast() : text[...]), number > 0, !isPercent || number <= 100,
      text.utf8.first != UInt8(ascii: "+")
    else { return nil }
    self = isPercent ? .percent(number) : .count(number)
  }

  /// So many of `total` nodes: rounded down, as Kubernetes does it, and at least one.
  package func nodes(of total: Int) -> Int {
    switch self {
    case .count(let count): count
    case .percent(let percent): max(1, total * percent / 100)
    }
  }
}

extension MaxUnavailable: CustomStringConvertible {
  package var description: String {
    switch self {
    case .count(let count): "\(count)"
    case .percent(let percent): "\(percent)%"
    }
  }
}
