import Diagnostics
package import NetworkTypes

/// A range that host-local allocates from, as it stands in the file. What could not be read is `nil` here and is
/// reported by the rules that check types and texts. Addresses written as IPv4-mapped ones are IPv4 here, as they are
/// for the plugins.
package struct AllocationRange: Sendable {
  /// The range's object.
  package let value: Value
  package let subnet: Located<CIDR>?
  package let start: Located<IPAddress>?
  package let end: Located<IPAddress>?
  package let gateway: Located<IPAddress>?

  package init(_ value: Value) {
    self.value = value
    subnet = value["subnet"].flatMap { text in
      // Written as an IPv4-mapped network the mask has the wrong length, and no release takes it.
      text.string.flatMap { CIDR($0) }.flatMap { $0.address.isIPv4Mapped ? nil : Located($0, at: text.range) }
    }
    start = value["rangeStart"].flatMap(Self.address)
    end = value["rangeEnd"].flatMap(Self.address)
    gateway = value["gateway"].flatMap(Self.address)
  }

  static func address(_ value: Value) -> Located<IPAddress>? {
    value.string.flatMap { IPAddress($0) }.map { Located($0.unmapped, at: value.range) }
  }

  /// The first address that host-local hands out: the one named, or the one behind the network address.
  package var first: IPAddress? { start?.value ?? subnet?.value.first.successor }

  /// The last address that host-local hands out: the one named, or the subnet's last, for IPv4 the one before the
  /// broadcast address.
  package var last: IPAddress? {
    if let end { return end.value }
    guard let subnet = subnet?.value else { return nil }
    return subnet.family == .ipv4 ? subnet.last.predecessor : subnet.last
  }

  /// The gateway that host-local reports: the one named, or the address behind the network address.
  package var effectiveGateway: IPAddress? { gateway?.value ?? subnet?.value.first.successor }

  /// What is handed out, from the first to the last address; `nil` where that is not a range.
  package var addresses: AddressRange? {
    guard let first, let last else { return nil }
    return AddressRange(first, last)
  }
}

/// A range set of host-local: a container gets one address from one of its ranges.
package struct RangeSet: Sendable {
  /// The set's list; for the old form of a single subnet, the whole `ipam` object.
  package let value: Value
  package let ranges: [AllocationRange]

  package init(_ value: Value, ranges: [AllocationRange]) {
    self.value = value
    self.ranges = ranges
  }

  /// Reads the inner list of `ranges`; `nil` for anything else.
  package init?(_ value: Value) {
    guard let elements = value.array else { return nil }
    self.init(value, ranges: elements.filter { $0.object != nil }.map(AllocationRange.init))
  }

  /// The family of its first range whose subnet could be read.
  package var family: IPAddress.Family? { ranges.lazy.compactMap { $0.subnet?.value.family }.first }
}

/// An address that the static plugin returns.
package struct StaticAddress: Sendable {
  package let value: Value
  package let address: Located<CIDR>?
  package let gateway: Located<IPAddress>?

  /// Reads an element of `addresses`; `nil` for what is no object.
  package init?(_ value: Value) {
    guard value.object != nil else { return nil }
    self.value = value
    address = value["address"].flatMap { text in
      text.string.flatMap { CIDR($0) }.map { Located($0.unmapped, at: text.range) }
    }
    gateway = value["gateway"].flatMap(AllocationRange.address)
  }
}

/// A route of an IPAM configuration.
package struct Route: Sendable {
  package let value: Value
  package let destination: Located<CIDR>?
  package let gateway: Located<IPAddress>?

  /// Reads an element of `routes`; `nil` for what is no object.
  package init?(_ value: Value) {
    guard value.object != nil else { return nil }
    self.value = value
    destination = value["dst"].flatMap { text in
      text.string.flatMap { CIDR($0) }.map { Located($0.unmapped, at: text.range) }
    }
    gateway = value["gw"].flatMap(AllocationRange.address)
  }

  /// Whether the route is a default one.
  package var isDefault: Bool { destination?.value.prefix == 0 }
}
