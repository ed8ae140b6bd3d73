import CNIModel
import NetworkTypes

extension Outlook {
  /// How many containers the network takes at a time, two at the most.
  var containerCount: Int {
    // Two containers of one address, or of one hardware address, would not reach each other.
    let isFixed = list.plugins.contains { plugin in
      !(plugin.ipam?.staticAddresses.isEmpty ?? true) || plugin["mac"]?.string != nil
        || plugin["args"]?["cni"]?["mac"] != nil
    }
    let isNarrow = list.plugins.contains { plugin in
      (plugin.ipam?.rangeSets ?? []).contains { $0.capacity < 2 }
    }
    return takesOneContainer || isFixed || isNarrow ? 1 : 2
  }
}

extension RangeSet {
  /// How many containers get an address, roughly: what lies in the ranges without the gateways.
  fileprivate var capacity: UInt128 {
    ranges.reduce(UInt128(0)) { sum, range in
      guard let addresses = range.addresses else { return sum }
      let gateway = range.effectiveGateway.map { addresses.contains($0) } ?? false
      return sum.addingReportingOverflow(addresses.count - (gateway ? 1 : 0)).partialValue
    }
  }
}
