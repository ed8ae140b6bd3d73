import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let invalidAddress = Rule(
    "invalid-address", .error, "a text that is no address where host-local or static reads one",
    effect: """
      The IPAM plugin refuses the text on every ADD, in every release. It reads subnets as Go's net.ParseCIDR does \
      and addresses as net.ParseIP does: no netmask, no leading zeros in an octet, no zone, no prefix length on a \
      gateway. A subnet in IPv4-mapped notation is refused as well. Only binaries built with Go 1.16 or earlier read \
      over leading zeros.
      """,
    wrong: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/255.255.0.0", "gateway": "10.88.0.1/16"}]]}}
      """#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.88.0.0/16", "gateway": "10.88.0.1"}]]}}
      """#,
    facts: ["host-local: bad subnet", "static: address without prefix", "common: a route whose dst is not CIDR"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      for text in plan.addressTexts {
        guard let refused = text.refused else { continue }
        let name = refused.isEmpty ? text.value.isNull ? "null" : "an empty text" : refused
        findings.report(
          "\(text.key) \(name) \(text.fault(of: refused))", at: text.value.range,
          notes: [plan.fails(text.refusal(refused))], help: text.help(for: refused))
      }
      for (set, range) in plan.ranges {
        guard let value = range.value["subnet"], let subnet = value.string.flatMap({ CIDR($0) }),
          subnet.address.isIPv4Mapped
        else { continue }
        let isTooSmall = subnet.hostBits < 2
        findings.report(
          "\(plan.word("subnet")) \(subnet) is an IPv4 network in IPv6 notation", at: value.range,
          notes: isTooSmall ? [] : [plan.fails(set.refusal("IPNet IP and Mask version mismatch"))],
          help: "write \(subnet.unmapped)")
      }
    }
  }
}

extension AddressPlan {
  /// Every text of the configuration that the IPAM plugin reads as an address, in the order of the keys. Destinations
  /// of routes are left to the rule about them.
  fileprivate var addressTexts: [AddressText] {
    var texts: [AddressText] = []
    if isHostLocal {
      // The old form: a null subnet is read as an empty text. In a range it counts as missing, which is another rule's.
      if let subnet = ipam.value.memberIgnoringCase("subnet")?.value, subnet.isNull {
        texts.append(AddressText(key: word("subnet"), kind: .network, value: subnet, refusal: Self.invalidNetworkText))
      }
      texts += rangeTexts(of: ipam.value)
      for set in ipam["ranges"]?.array ?? [] { texts += (set.array ?? []).flatMap(rangeTexts) }
    }
    if isStatic {
      for element in ipam["addresses"]?.array ?? [] {
        texts += text("address", .addressWithPrefix, in: element, staticRefusal)
        texts += text("gateway", .address, in: element, Self.invalidAddressText)
      }
    }
    guard isHostLocal || isStatic else { return [] }
    for element in ipam["routes"]?.array ?? [] {
      texts += text("gw", .address, in: element, Self.invalidAddressText)
    }
    return texts
  }

  /// The texts of a range. In the old form all are decoded, whether there is a subnet or not.
  private func rangeTexts(of object: Value) -> [AddressText] {
    text("subnet", .network, in: object, Self.invalidNetworkText)
      + ["rangeStart", "rangeEnd", "gateway"].flatMap { text($0, .address, in: object, Self.invalidAddressText) }
  }

  private func text(
    _ key: String, _ kind: AddressText.Kind, in object: Value, _ refusal: @escaping @Sendable (String) -> String
  ) -> [AddressText] {
    guard let value = object[key] else { return [] }
    return [AddressText(key: word(key), kind: kind, value: value, refusal: refusal)]
  }

  @Sendable private static func invalidNetworkText(_ text: String) -> String { "invalid CIDR address: \(text)" }

  @Sendable private static func invalidAddressText(_ text: String) -> String { "invalid IP address: \(text)" }

  private var staticRefusal: @Sendable (String) -> String {
    guard ipamRelease >= "1.1.0" else { return { "invalid CIDR \($0): invalid CIDR address: \($0)" } }
    return { "the 'address' field is expected to be in CIDR notation, got: '\($0)'" }
  }
}
