import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

/// `conditionsV4` or `conditionsV6`: words that portmap puts into its rules.
struct PortmapConditions {
  /// CNI's name of the key.
  let key: String
  let value: Value
  let elements: [Value]

  /// The family whose rules the words go into.
  var family: IPAddress.Family { key == "conditionsV4" ? .ipv4 : .ipv6 }

  /// Whether portmap of a release takes the words for iptables' or for nftables' language. It looks at the first one
  /// alone; 1.6.0 knew only a dash. `nil` where there is nothing to look at.
  func areForIPTables(in release: Version) -> Bool? {
    guard let first = elements.first?.string, let character = first.first else { return nil }
    return character == "-" || (character == "!" && release != "1.6.0")
  }

  /// Whether the words belong to another packet filter than the one that does the work, as portmap of a release sees
  /// it. Only 1.6.0 and later have two.
  func mismatch(of portmap: InstalledPlugin) -> Bool {
    guard portmap.reads("backend"), let areForIPTables = areForIPTables(in: portmap.release) else { return false }
    return areForIPTables == portmap.usesNFTables
  }
}
