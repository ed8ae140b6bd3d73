import CNIModel
import Diagnostics
import NetworkTypes

extension InstalledPlugin {
  /// The first IPv6 subnet or address that the file itself hands out; `nil` where there is none, or where only a
  /// server or the runtime knows.
  var ipv6Place: SourceRange? {
    guard let ipam = plugin.ipam else { return nil }
    let subnets = ipam.rangeSets.lazy.flatMap(\.ranges).compactMap(\.subnet)
    let addresses = ipam.staticAddresses.lazy.compactMap(\.address)
    return subnets.first { $0.value.family == .ipv6 }?.range ?? addresses.first { $0.value.family == .ipv6 }?.range
  }
}
