/// What a network is set aside for, where it is not for hosts of one's own.
///
/// Facts: the IANA special-purpose registries (RFC 6890 and the RFCs named at each row), and the resolvers whose
/// prefixes people copy from samples.
package enum SpecialPurpose: Sendable, Hashable {
  /// No host can have such an address: loopback, multicast, the unspecified address.
  case notUnicast(String)
  /// 169.254.0.0/16: never forwarded.
  case linkLocal
  /// fe80::/10: the kernel has its own on every interface.
  case linkLocalIPv6
  /// Reserved, and for what: 0.0.0.0/8 and 240.0.0.0/4. Linux hosts use it like any other, other systems drop it.
  case reserved(String)
  /// Kept for documentation; which RFC says so.
  case documentation(String)
  /// The well-known public addresses of somebody else; whose.
  case wellKnownPublic(String)

  /// Whether a network lies in, or reaches into, one that is set aside.
  package static func of(_ network: CIDR) -> SpecialPurpose? {
    table.first { row in row.network.overlaps(network) }?.purpose
  }

  private static let table: [(network: CIDR, purpose: SpecialPurpose)] = {
    let rows: [(String, SpecialPurpose)] = [
      ("127.0.0.0/8", .notUnicast("loopback")),
      ("::1/128", .notUnicast("the loopback address")),
      ("::/128", .notUnicast("the unspecified address")),
      ("224.0.0.0/4", .notUnicast("multicast")),
      ("ff00::/8", .notUnicast("multicast")),
      ("169.254.0.0/16", .linkLocal),
      ("fe80::/10", .linkLocalIPv6),
      ("0.0.0.0/8", .reserved("\"this network\"")),
      ("240.0.0.0/4", .reserved("future use")),
      ("192.0.2.0/24", .documentation("RFC 5737")),
      ("198.51.100.0/24", .documentation("RFC 5737")),
      ("203.0.113.0/24", .documentation("RFC 5737")),
      ("2001:db8::/32", .documentation("RFC 3849")),
      ("3fff::/20", .documentation("RFC 9637")),
      ("8.8.8.0/24", .wellKnownPublic("Google's resolver 8.8.8.8")),
      ("8.8.4.0/24", .wellKnownPublic("Google's resolver 8.8.4.4")),
      ("1.1.1.0/24", .wellKnownPublic("Cloudflare's resolver 1.1.1.1")),
      ("1.0.0.0/24", .wellKnownPublic("Cloudflare's resolver 1.0.0.1")),
      ("9.9.9.0/24", .wellKnownPublic("Quad9's resolver 9.9.9.9")),
      ("208.67.222.0/24", .wellKnownPublic("the resolver 208.67.222.222 of OpenDNS")),
      ("2001:4860:4860::/48", .wellKnownPublic("Google's resolver 2001:4860:4860::8888")),
      ("2606:4700:4700::/48", .wellKnownPublic("Cloudflare's resolver 2606:4700:4700::1111")),
      ("2620:fe::/48", .wellKnownPublic("Quad9's resolver 2620:fe::fe")),
    ]
    return rows.compactMap { text, purpose in CIDR(text).map { ($0, purpose) } }
  }()
}
