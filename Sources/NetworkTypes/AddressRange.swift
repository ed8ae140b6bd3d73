/// Addresses of one family from a first to a last one, both included; never empty.
package struct AddressRange: Sendable, Hashable {
  package let first: IPAddress
  package let last: IPAddress

  /// `nil` where the families differ or the first address lies behind the last.
  package init?(_ first: IPAddress, _ last: IPAddress) {
    guard first.family == last.family, first.value <= last.value else { return nil }
    self.init(unchecked: first, last)
  }

  /// For callers that have the order by construction.
  init(unchecked first: IPAddress, _ last: IPAddress) {
    self.first = first
    self.last = last
  }

  package var family: IPAddress.Family { first.family }

  /// How many addresses there are, at most `UInt128.max` (one less than all of IPv6).
  package var count: UInt128 {
    let (sum, overflow) = (last.value - first.value).addingReportingOverflow(1)
    return overflow ? .max : sum
  }

  /// Whether an address lies in the range; one of the other family never does.
  package func contains(_ address: IPAddress) -> Bool {
    address.family == family && first.value <= address.value && address.value <= last.value
  }

  /// Whether the two share an address.
  package func overlaps(_ other: AddressRange) -> Bool { intersection(other) != nil }

  /// The addresses that both have.
  package func intersection(_ other: AddressRange) -> AddressRange? {
    guard family == other.family else { return nil }
    return AddressRange(max(first, other.first), min(last, other.last))
  }
}

extension AddressRange: CustomStringConvertible {
  package var description: String { "\(first)-\(last)" }
}
