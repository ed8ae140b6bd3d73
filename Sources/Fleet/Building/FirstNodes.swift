import NetworkTypes
import ProfileLanguage

/// The first of some nodes in the natural order of their names, as many as a message names.
struct FirstNodes {
  static let limit = 3
  /// Their numbers, in that order.
  private(set) var numbers: [Int]

  init(_ node: Int) { numbers = [node] }

  /// Takes in another node, in whatever order they come.
  mutating func add(_ node: Int, of names: NameTable) {
    var place = numbers.count
    while place > 0, NaturalOrder.precedes(names[node], names[numbers[place - 1]]) { place -= 1 }
    guard place < Self.limit else { return }
    numbers.insert(node, at: place)
    if numbers.count > Self.limit { numbers.removeLast() }
  }
}
