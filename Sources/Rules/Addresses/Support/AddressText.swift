import CNIModel
import Diagnostics
import NetworkTypes
import PlainText

/// A text that stands where an address or a network must stand, and how it is meant.
struct AddressText: Sendable {
  /// What the plugins read it as.
  enum Kind: Sendable {
    /// `10.88.0.1`, by Go's `net.ParseIP`; an empty text counts as absent.
    case address
    /// `10.88.0.0/16`, by `net.ParseCIDR`.
    case network
    /// `10.1.2.3/24`: an address together with the length of its network's prefix.
    case addressWithPrefix
  }

  /// The key in the words of the author.
  let key: String
  let kind: Kind
  let value: Value
  /// What the IPAM plugin says to the text, if it refuses it.
  let refusal: @Sendable (String) -> String

  /// The text where it is refused; `null` counts as an empty one, since Go's decoder of networks is called for it.
  var refused: String? {
    let text: String
    if value.isNull { text = "" } else if let string = value.string { text = string } else { return nil }
    // A template's hole is filled before anybody reads the text.
    if text.contains(text: "{{") { return nil }
    let isTaken =
      switch kind {
      case .address: text.isEmpty || IPAddress(text) != nil
      case .network, .addressWithPrefix: CIDR(text) != nil
      }
    return isTaken ? nil : text
  }

  /// What is wrong, to stand behind the text in a message.
  func fault(of text: String) -> String {
    if let slip = AddressRepair.slip(in: text, wantsPrefix: kind != .address) { return slip }
    return switch kind {
    case .address: "is no IP address"
    case .network: "is no network such as 10.88.0.0/16"
    case .addressWithPrefix: "is no address with a prefix length, such as 10.1.2.3/24"
    }
  }

  /// What to type instead, where that can be told from the text.
  func help(for text: String) -> String? {
    let cleaned = AddressRepair.clean(text)
    switch kind {
    case .address:
      let address = String(cleaned.prefix { $0 != "/" })
      return IPAddress(address) == nil ? nil : "write \(address)"
    case .network:
      if let network = CIDR(cleaned) { return "write \(network)" }
      return IPAddress(cleaned).map { "add the length of the prefix, such as \($0)/\($0.family == .ipv4 ? 24 : 64)" }
    case .addressWithPrefix:
      if let address = CIDR(cleaned) { return "write \(address)" }
      return IPAddress(cleaned).map {
        "add the length of the network's prefix, such as \($0)/\($0.family == .ipv4 ? 24 : 64)"
      }
    }
  }
}

/// Mends the slips that are usual in addresses.
enum AddressRepair {
  /// The text without white space around it, without leading zeros in its octets, without a zone, and with a netmask
  /// turned into a prefix length.
  static func clean(_ text: String) -> String {
    let trimmed = text.split(whereSeparator: \.isWhitespace).joined()
    let halves = trimmed.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = halves.first else { return trimmed }
    let address = withoutLeadingZeros(String(first.prefix { $0 != "%" }))
    guard halves.count == 2 else { return address }
    return "\(address)/\(prefixLength(ofMask: String(halves[1])) ?? String(halves[1]))"
  }

  /// The usual slip that a text has, to stand behind it in a message; `nil` for what is no address at all.
  static func slip(in text: String, wantsPrefix: Bool) -> String? {
    if !wantsPrefix, CIDR(text) != nil { return "has a prefix length, and an address alone is wanted" }
    if wantsPrefix, IPAddress(text) != nil { return "has no prefix length" }
    let repaired = clean(text)
    guard CIDR(repaired) != nil || IPAddress(repaired) != nil else { return nil }
    let address = text.prefix { $0 != "/" }
    if text.contains(where: \.isWhitespace) { return "has white space around it" }
    if address.contains("%") { return "has a zone, and no zone is read here" }
    if withoutLeadingZeros(String(address)) != address { return "has an octet with a leading zero" }
    return text.contains("/") ? "has a netmask, and a prefix length is wanted" : nil
  }

  private static func withoutLeadingZeros(_ text: String) -> String {
    let octets = text.split(separator: ".", omittingEmptySubsequences: false)
    guard octets.count == 4, octets.allSatisfy({ $0.allSatisfy(\.isASCII) }) else { return text }
    return octets.map { Int($0).map(String.init) ?? String($0) }.joined(separator: ".")
  }

  /// `24` for `255.255.255.0`; `nil` for what is no netmask.
  private static func prefixLength(ofMask text: String) -> String? {
    guard let mask = IPAddress(text), mask.family == .ipv4 else { return nil }
    let ones = mask.value.nonzeroBitCount
    let expected = ones == 0 ? 0 : UInt128(0xFFFF_FFFF) << UInt128(32 - ones) & 0xFFFF_FFFF
    return mask.value == expected ? String(ones) : nil
  }
}
