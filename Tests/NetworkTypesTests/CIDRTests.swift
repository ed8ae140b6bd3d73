import NetworkTypes
import Testing

@Suite struct CIDRTests {
  /// What Go's `net.ParseCIDR` says to a text, as seen on a program built with Go 1.27: address and length, or `nil`
  /// where it refuses.
  static let go: [(text: String, canonical: String?)] = [
    ("", nil),
    ("10.88.0.0", nil),
    ("10.88.0.0/16", "10.88.0.0/16"),
    ("10.88.0.1/16", "10.88.0.1/16"),
    ("10.88.0.0/0", "10.88.0.0/0"),
    ("10.88.0.0/32", "10.88.0.0/32"),
    ("10.88.0.0/33", nil),
    ("10.88.0.0/016", "10.88.0.0/16"),
    ("10.88.0.0/0016", "10.88.0.0/16"),
    ("10.88.0.0/99999999999999999999", nil),
    ("10.88.0.0/+16", nil),
    ("10.88.0.0/-1", nil),
    ("10.88.0.0/", nil),
    ("10.88.0.0/ 16", nil),
    ("10.88.0.0/16 ", nil),
    ("10.88.0.0/16/16", nil),
    ("10.88.0.0/255.255.0.0", nil),
    ("10.88.0.0/0x10", nil),
    ("10.88.0.0/1６", nil),
    ("10.088.0.0/16", nil),
    ("10.88/16", nil),
    ("/16", nil),
    ("::/0", "::/0"),
    ("FD00::/128", "fd00::/128"),
    ("fd00::/129", nil),
    ("fd00::/0128", "fd00::/128"),
    ("fd00::1%eth0/64", nil),
    ("::ffff:10.1.2.0/120", "::ffff:10.1.2.0/120"),
  ]

  @Test(arguments: go) func readsWhatGoReads(_ text: String, _ canonical: String?) {
    #expect(CIDR(text)?.description == canonical)
  }

  @Test func lengthsMustFitTheFamily() {
    for address in delicateAddresses {
      #expect(CIDR(address, prefix: -1) == nil)
      #expect(CIDR(address, prefix: address.family.bits + 1) == nil)
    }
  }

  @Test(arguments: delicateAddresses) func endsAreThoseOfTheBits(_ address: IPAddress) {
    let bits = Bits(address)
    let wrong = (0...address.family.bits).filter { prefix in
      guard let network = CIDR(address, prefix: prefix) else { return true }
      return network.address != address
        || Bits(network.first) != bits.filled(behind: prefix, with: Bits.zero)
        || Bits(network.last) != bits.filled(behind: prefix, with: Bits.one)
        || network.isNetwork == bits.bits[prefix...].contains(Bits.one)
        || network.network != CIDR(network.first, prefix: prefix)
        || network.range != AddressRange(network.first, network.last)
        || network.hostBits != bits.bits.count - prefix
        || CIDR(network.description) != network
    }
    #expect(wrong == [], "prefix lengths of \(address)")
  }

  /// All networks in a window of 64 addresses, each against the list of those addresses that begin with its bits.
  @Test(arguments: ["0.0.0.0", "10.88.255.192", "255.255.255.192", "::", "fd00::ffff:ffc0", "ffff:ffff::ffc0"])
  func membershipIsThatOfTheBits(_ text: String) throws {
    let base = try #require(IPAddress(text))
    let window = (0..<64).map { IPAddress(base.family, base.value + UInt128($0)) }
    let networks = try (0...6).flatMap { hostBits in
      try stride(from: 0, to: 64, by: 1 << hostBits).map { start in
        let prefix = base.family.bits - hostBits
        let network = try #require(CIDR(window[start], prefix: prefix))
        return (network, Set(window.filter { Bits($0).agrees(with: Bits(window[start]), for: prefix) }))
      }
    }
    var wrong: [String] = []
    for (network, members) in networks {
      #expect(Set(window.filter(network.contains)) == members)
      for (other, others) in networks {
        let isRight =
          network.contains(other) == members.isSuperset(of: others)
          && network.overlaps(other) == !members.isDisjoint(with: others)
        if !isRight { wrong.append("\(network) and \(other)") }
      }
    }
    #expect(wrong == [])
  }

  /// What static and the routes of a result make of such texts, as seen on plugins 1.9.1.
  @Test(arguments: [
    ("::ffff:10.1.0.9/120", "10.1.0.9/24"), ("::ffff:10.9.0.0/112", "10.9.0.0/16"),
    ("::ffff:10.9.0.0/96", "10.9.0.0/0"),
    ("::ffff:10.9.0.0/64", "10.9.0.0/0"), ("::ffff:10.9.0.1/128", "10.9.0.1/32"), ("10.9.0.0/16", "10.9.0.0/16"),
    ("fd00::/64", "fd00::/64"),
  ])
  func mappedNetworksStandForIPv4(_ text: String, _ plain: String) {
    #expect(CIDR(text)?.unmapped.description == plain)
  }

  @Test func networksOfTwoFamiliesNeverMeet() throws {
    let ipv4 = try #require(CIDR("0.0.0.0/0"))
    let ipv6 = try #require(CIDR("::/0"))
    #expect(!ipv4.overlaps(ipv6))
    #expect(!ipv4.contains(ipv6))
    #expect(!ipv6.contains(ipv4))
    #expect(try !ipv6.contains(#require(IPAddress("10.0.0.1"))))
  }

  @Test func orderIsByFirstAddressThenWidth() {
    let sorted = ["0.0.0.0/0", "10.0.0.0/8", "10.0.0.0/16", "10.0.1.0/24", "::/0", "fd00::/8", "fd00::/64"]
    #expect(sorted.reversed().compactMap { CIDR($0) }.sorted().map(\.description) == sorted)
  }
}
