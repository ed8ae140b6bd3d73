import NetworkTypes
import ProfileLanguage

/// Finds claims that share addresses, in O(n log n).
struct Overlaps {
  private let claims: [Claim]
  /// The numbers of the claims of each family, in the order of their first addresses.
  private let order: [[UInt32]]

  init(_ claims: [Claim]) {
    self.claims = claims
    order = IPAddress.Family.allCases.map { family in
      let numbers = claims.indices.filter { claims[$0].family == family }.map { UInt32($0) }
      // Most fleets come in order; then one pass is enough.
      let isSorted = zip(numbers, numbers.dropFirst()).allSatisfy { claims[Int($0)].first <= claims[Int($1)].first }
      return isSorted
        ? numbers
        : numbers.sorted { left, right in
          let (a, b) = (claims[Int(left)].first, claims[Int(right)].first)
          return a == b ? left < right : a < b
        }
    }
  }

  /// Hands over pairs of claims that overlap: each claim with the one that reaches furthest among those that begin
  /// before it. All claims that overlap any other are in some pair.
  func forEachPair(_ body: (_ earlier: Claim, _ later: Claim) -> Void) {
    for numbers in order {
      guard let first = numbers.first else { continue }
      var furthest = Int(first)
      var reach = claims[furthest].last
      for number in numbers.dropFirst() {
        let next = claims[Int(number)]
        if next.first <= reach { body(claims[furthest], next) }
        let last = next.last
        if last > reach {
          furthest = Int(number)
          reach = last
        }
      }
    }
  }

  /// Hands over each claim that meets one of some ranges, with the number of the first of them that it meets.
  func forEach(meeting ranges: [AddressRange], _ body: (_ claim: Claim, _ range: Int) -> Void) {
    let joined = Self.joined(ranges)
    guard !joined.isEmpty else { return }
    for claim in claims where Self.meets(claim, joined) {
      guard let number = ranges.firstIndex(where: { $0.overlaps(claim.subnet.range) }) else { continue }
      body(claim, number)
    }
  }

  /// Ranges in order; those that overlap are put together.
  private static func joined(_ ranges: [AddressRange]) -> [AddressRange] {
    var joined: [AddressRange] = []
    for range in ranges.sorted(by: { $0.first < $1.first }) {
      if let last = joined.last, last.overlaps(range) {
        joined[joined.count - 1] = AddressRange(last.first, max(last.last, range.last)) ?? last
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  private static func meets(_ claim: Claim, _ ranges: [AddressRange]) -> Bool {
    let last = IPAddress(claim.family, claim.last)
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].first <= last { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return false }
    let range = ranges[low - 1]
    return range.family == claim.family && range.last.value >= claim.first
  }
}
