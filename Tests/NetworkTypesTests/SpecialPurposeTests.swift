import NetworkTypes
import Testing

@Suite struct SpecialPurposeTests {
  /// The first and the last address of each network that is set aside, and the neighbours that are not.
  @Test(
    arguments: [
      ("0.0.0.0/32", .reserved("\"this network\"")), ("0.255.255.255/32", .reserved("\"this network\"")),
      ("1.0.0.0/32", .wellKnownPublic("Cloudflare's resolver 1.0.0.1")),
      ("1.0.1.0/32", nil), ("126.255.255.255/32", nil), ("127.0.0.0/32", .notUnicast("loopback")),
      ("127.255.255.255/32", .notUnicast("loopback")), ("128.0.0.0/32", nil), ("169.253.255.255/32", nil),
      ("169.254.0.0/32", .linkLocal), ("169.254.255.255/32", .linkLocal), ("169.255.0.0/32", nil),
      ("192.0.1.255/32", nil), ("192.0.2.0/32", .documentation("RFC 5737")), ("192.0.3.0/32", nil),
      ("198.51.100.255/32", .documentation("RFC 5737")), ("203.0.113.128/25", .documentation("RFC 5737")),
      ("223.255.255.255/32", nil), ("224.0.0.0/32", .notUnicast("multicast")),
      ("239.255.255.255/32", .notUnicast("multicast")), ("240.0.0.0/32", .reserved("future use")),
      ("255.255.255.255/32", .reserved("future use")),
      ("8.8.8.8/32", .wellKnownPublic("Google's resolver 8.8.8.8")),
      ("8.8.5.0/24", nil), ("::/128", .notUnicast("the unspecified address")),
      ("::1/128", .notUnicast("the loopback address")), ("::2/128", nil), ("2001:db8::/64", .documentation("RFC 3849")),
      ("2001:db9::/64", nil), ("2001:db7:ffff::/48", nil), ("3fff:fff::/32", .documentation("RFC 9637")),
      ("3fff:1000::/32", nil), ("fe7f::/64", nil), ("fe80::/64", .linkLocalIPv6), ("febf:ffff::/64", .linkLocalIPv6),
      ("fec0::/64", nil), ("feff::/64", nil), ("ff00::/64", .notUnicast("multicast")), ("10.88.0.0/16", nil),
      ("172.16.0.0/12", nil), ("192.168.0.0/16", nil), ("100.64.0.0/10", nil), ("fd00::/8", nil),
      ("2001:4860:4860::/64", .wellKnownPublic("Google's resolver 2001:4860:4860::8888")), ("2001:4860:4861::/64", nil),
    ] as [(String, SpecialPurpose?)])
  func networksAreKnown(_ text: String, _ expected: SpecialPurpose?) throws {
    #expect(try SpecialPurpose.of(#require(CIDR(text))) == expected)
  }

  @Test(arguments: ["126.0.0.0/7", "0.0.0.0/0", "192.0.0.0/22", "::/8", "fe00::/8"])
  func aWiderNetworkReachesIntoThem(_ text: String) throws {
    #expect(try SpecialPurpose.of(#require(CIDR(text))) != nil)
  }
}
