import NetworkTypes

/// What every plugin reads, besides its own keys, and how it reads it.
package enum CommonKeys {
  /// The keys that every plugin decodes.
  package static let all: [KeyFacts] = [
    KeyFacts(
      "cniVersion", .string, absent: #""0.1.0""#, .since("0.6.0"),
      constraint: "must stand in the plugin's list exactly: no ranges, `1.0` is not `1.0.0`; empty counts as 0.1.0",
      "spec version of the call; in a chain the runtime writes it"),
    KeyFacts(
      "name", .string, .since("0.6.0"), required: true, "network name; in a chain the runtime writes it",
      changes: [
        KeyChange(.until("0.7.6"), "an empty name is accepted", required: false),
        KeyChange(.since("0.8.7"), "its characters are checked"),
      ]),
    KeyFacts("type", .string, .since("0.6.0"), required: true, "file name of the plugin's binary"),
    KeyFacts(
      "capabilities", .map(.bool), .since("0.6.0"),
      "what the runtime is to hand over in runtimeConfig; read by the runtime, though a list fails the plugin too"),
    KeyFacts(
      "ipam", .object, .since("0.6.0"),
      "address manager: the interface plugin reads its type alone, the IPAM plugin all of it"),
    KeyFacts(
      "dns", .object, .since("0.6.0"), "DNS settings for the result; which plugins keep them, DNSPropagation tells",
      fields: dnsFields),
    KeyFacts("args", .object, .since("0.6.0"), "args.cni alone is read, and only by plugins that list inputs there"),
    KeyFacts(
      "prevResult", .object, .since("0.6.0"), "result of the plugin before; the runtime writes it over any other"),
    KeyFacts(
      "runtimeConfig", .object, .since("0.6.0"),
      "arguments of declared capabilities; one from the file lasts until the runtime has one to hand over"),
  ]

  /// The fields of a `dns` object.
  package static let dnsFields: [KeyFacts] = [
    KeyFacts("nameservers", .list(.string), .since("0.6.0"), "addresses of name servers, in order"),
    KeyFacts("domain", .string, .since("0.6.0"), "local domain for short names"),
    KeyFacts("search", .list(.string), .since("0.6.0"), "domains to try for short names, in order"),
    KeyFacts("options", .list(.string), .since("0.6.0"), "resolver options, such as ndots:5"),
  ]

  /// The fields of a route under `ipam.routes` of host-local and static. They depend on the release alone: a cniVersion
  /// of 0.3.0 carries the newer ones too. Releases that do not know a field drop it without a word.
  package static let routeFields: [KeyFacts] = [
    KeyFacts(
      "dst", word: "to", .cidr, .since("0.6.0"),
      constraint: "no host bits in IPv4; an absent one is accepted and shows as <nil>", "destination network"),
    KeyFacts(
      "gw", word: "via", .address, absent: "first gateway of the family, else on-link", .since("0.6.0"), "next hop"),
    KeyFacts("mtu", .integer, .since("1.6.0"), applied: false, "only echoed in the result, never set in the kernel"),
    KeyFacts("advmss", .integer, .since("1.6.0"), applied: false, "only echoed in the result, never set in the kernel"),
    KeyFacts("priority", .integer, .since("1.6.0"), "metric of the route"),
    KeyFacts("table", .integer, .since("1.6.0"), "routing table"),
    KeyFacts("scope", .integer, .since("1.6.0"), "kernel scope by number: 0 universe, 253 link, 254 host"),
  ]

  /// A common key of a CNI name, in exactly this spelling.
  package static func key(_ name: String) -> KeyFacts? { all.first { $0.name == name } }

  /// How a plugin of any release deals with a key that it does not know.
  package static let unknownKeys = "read past without a word: no plugin of any release decodes strictly"

  /// Where the rule about unknown keys does not hold, or surprises.
  package static let unknownKeyExceptions: [Change] = [
    Change(
      .always,
      "letter case does not count: isgateway, BRIDGE and IsGateway set the key, so a slip in case alone works"),
    Change(.always, "a known key of a wrong type always fails, in nested objects too"),
    Change(
      .since("1.2.0"),
      """
      tuning refuses a sysctl key written twice ("duplicated sysctl keys are not allowed"), but does not see that \
      net.a.b and net/a/b are one
      """),
    Change(.until("0.9.1"), "flannel refuses delegate.name and delegate.ipam"),
    Change(
      .since("1.1.0"),
      "host-device reads dpdkMode from the file, though it is internal: ADD then succeeds and moves no device"),
    Change(
      .always,
      """
      plugins that read CNI_ARGS refuse unknown ones, "ARGS: unknown args ["FOO=1"]", unless IgnoreUnknown=1 is among \
      them
      """),
  ]
}
