import Catalogue
import Emission
import NetworkTypes

/// A network configuration that grows from a seed: plugins and keys of the catalogue with values that fit them, and in
/// every second one some slips. The same seed always gives the same text.
struct GeneratedConfiguration {
  let name: String
  let text: String
  let plugins: String
  let containerd: String

  init(seed: UInt64) {
    var grower = Grower(random: SplitMix(seed: seed &* 7919 &+ 17), slips: seed % 2 == 0 ? 0 : 12)
    let releases = [
      ("0.9.1", "1.5.18"), ("1.1.1", "1.6.20"), ("1.4.0", "1.7.20"), ("1.6.2", "2.0.4"), ("1.9.1", "2.1.4"),
    ]
    let (plugins, containerd) = releases[grower.random.next(below: releases.count)]
    self.plugins = plugins
    self.containerd = containerd
    grower.release = Version(plugins) ?? "1.1.1"
    let isSingle = seed % 11 == 5
    name = isSingle ? "\(10 + seed % 80)-net.conf" : "\(10 + seed % 80)-net.conflist"
    text = isSingle ? grower.singlePlugin() : grower.list()
  }
}

/// A small generator of numbers that are the same in every run.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}

/// Grows the parts of a configuration.
struct Grower {
  var random: SplitMix
  /// How many of a hundred members are written with a slip.
  let slips: Int
  var release: Version = "1.1.1"
  private var subnets = 0

  init(random: SplitMix, slips: Int) {
    self.random = random
    self.slips = slips
  }

  mutating func list() -> String {
    var members: [JSON.Member] = [
      .init("cniVersion", .string(one(["0.4.0", "0.3.1", "1.0.0"]))), .init("name", .string("net")),
    ]
    if chance(10) { members.append(.init("disableCheck", .bool(chance(50)))) }
    if chance(8) { members.append(.init("x-owner", .string(strange()))) }
    if slip() { members.removeFirst() }
    members.append(.init("plugins", .array(chain())))
    return text(of: .object(members))
  }

  mutating func singlePlugin() -> String {
    let inner = plugin(one(["bridge", "ptp", "macvlan"]))
    guard case .object(let members) = inner else { return "{}" }
    return text(of: .object([.init("cniVersion", .string("0.4.0")), .init("name", .string("net"))] + members))
  }

  private mutating func chain() -> [JSON] {
    var types = [
      one(["bridge", "bridge", "bridge", "ptp", "macvlan", "ipvlan", "vlan", "host-device", "tap", "dummy"])
    ]
    for type in ["tuning", "vrf", "sbr", "bandwidth", "firewall", "portmap"] where chance(28) { types.append(type) }
    if chance(15) { types.swapAt(random.next(below: types.count), random.next(below: types.count)) }
    if chance(12) { types.append(one(["cilium-cni", "istio-cni", "my-plugin"])) }
    return types.map { plugin($0) }
  }

  private mutating func plugin(_ type: String) -> JSON {
    let facts = Catalogue.plugin(type)
    var members: [JSON.Member] = [.init("type", .string(type))]
    for key in facts?.keys ?? [] where key.span.contains(release) && (key.required || chance(25)) {
      member(key, into: &members)
    }
    if let input = facts?.capabilities.first, chance(type == "portmap" || type == "bandwidth" ? 85 : 25) {
      members.append(.init("capabilities", .object([.init(input.name, .bool(!slip()))])))
    }
    if facts == nil { members.append(.init(one(["log_level", "Kubernetes", "on"]), odd(depth: 2))) }
    if facts?.role == .interface, chance(80) { members.append(.init("ipam", ipam())) }
    if chance(6) { members.append(.init("dns", .object([.init("nameservers", .array([.string("10.96.0.10")]))]))) }
    if chance(4) { members.append(.init("_comment", .string(strange()))) }
    return .object(members)
  }

  private mutating func ipam() -> JSON {
    let type = one(["host-local", "host-local", "host-local", "static", "dhcp", "whereabouts"])
    let facts = Catalogue.plugin(type)
    var members: [JSON.Member] = [.init("type", .string(type))]
    switch type {
    case "host-local":
      if chance(15) {
        members.append(.init("subnet", .string(subnet())))
      } else {
        let sets = (0..<(1 + random.next(below: 2))).map { _ in JSON.array([range()]) }
        members.append(.init("ranges", .array(sets)))
      }
      if chance(70) { members.append(.init("routes", .array(routes()))) }
    case "static":
      members.append(.init("addresses", .array([.object([.init("address", .string("10.9.\(subnets).5/24"))])])))
      if chance(40) { members.append(.init("routes", .array(routes()))) }
    default:
      for key in facts?.keys ?? [] where key.span.contains(release) && chance(25) { member(key, into: &members) }
      if facts == nil { members.append(.init("range", .string("192.168.2.225/28"))) }
    }
    return .object(members)
  }

  private mutating func range() -> JSON {
    let text = subnet()
    var members: [JSON.Member] = [.init("subnet", .string(text))]
    if chance(30), let base = CIDR(text)?.network.address.successor {
      members.append(.init("gateway", .string(base.description)))
    }
    if slip() { members.append(.init("exclude", .array([.string("10.0.0.1")]))) }
    return .object(members)
  }

  private mutating func subnet() -> String {
    subnets += 1
    if chance(25) { return "fd00:\(subnets)::/64" }
    return slip() ? "10.\(subnets).3.7/16" : "10.\(subnets).0.0/16"
  }

  private mutating func routes() -> [JSON] {
    var routes: [JSON] = []
    for text in ["0.0.0.0/0", "::/0", "192.168.0.0/16"] where chance(50) {
      var members: [JSON.Member] = [.init("dst", .string(text))]
      if chance(15) { members.append(.init("gw", .string("10.1.0.1"))) }
      if slip() { members.append(.init("via", .string("10.1.0.9"))) }
      routes.append(.object(members))
    }
    return routes
  }

  private mutating func member(_ key: KeyFacts, into members: inout [JSON.Member]) {
    let value = value(key.type(in: release), key)
    guard slip() else {
      members.append(.init(key.name, value))
      return
    }
    switch random.next(below: 6) {
    case 0: members.append(.init(key.name + "s", value))
    case 1: members.append(.init(key.name, .null))
    case 2: members.append(.init(key.name, .string(JSONWriter.line(value))))
    case 3: members += [.init(key.name, odd(depth: 1)), .init(key.name, value)]
    case 4: members.append(.init(key.word, value))
    default: members.append(.init(key.name, odd(depth: 2)))
    }
  }

  private mutating func value(_ type: ValueType, _ key: KeyFacts) -> JSON {
    if let first = key.values(in: release).first { return .string(first) }
    switch type {
    case .bool: return .bool(chance(60))
    case .integer, .unsigned:
      let low = max(key.minimum ?? 1, 0)
      return .integer(key.name == "mtu" ? 1500 : low + random.next(below: max(1, min(key.maximum ?? 4000, 4000) - low)))
    case .string: return .string(one(["trusted", "KUBE-MARK-MASQ", "a b", "1.10", "no"]))
    case .cidr: return .string("10.200.\(random.next(below: 200)).0/24")
    case .address: return .string("10.200.1.1")
    case .addressWithPrefix: return .string("10.200.1.5/24")
    case .mac: return .string("02:00:00:00:10:20")
    case .interface: return .string(one(["eth0", "cni0", "br-1"]))
    case .path: return .string("/var/lib/x")
    case .object: return .object(fields(of: key))
    case .list(let element): return .array((0..<(1 + random.next(below: 2))).map { _ in value(element, key) })
    case .map(let inner): return .object([.init("net.ipv4.ip_forward", value(inner, key))])
    case .any: return odd(depth: 2)
    }
  }

  private mutating func fields(of key: KeyFacts) -> [JSON.Member] {
    var members: [JSON.Member] = []
    for field in key.fields where field.required || chance(60) {
      members.append(.init(field.name, value(field.type, field)))
    }
    return members
  }

  /// Anything that JSON can say.
  private mutating func odd(depth: Int) -> JSON {
    switch random.next(below: depth == 0 ? 4 : 6) {
    case 0: .string(strange())
    case 1: .number(one(["0", "-1", "1.5", "1e3", "12345678901234567890", "0.10"]))
    case 2: .bool(chance(50))
    case 3: .null
    case 4: .array((0..<random.next(below: 3)).map { _ in odd(depth: depth - 1) })
    default:
      .object(["a", "on", "key with blanks"].prefix(random.next(below: 4)).map { .init($0, odd(depth: depth - 1)) })
    }
  }

  /// Texts that YAML could take for something else, or that could end what stands around them.
  private mutating func strange() -> String {
    one([
      "yes", "no", "null", "~", "", " ", "1.10", "0x1F", "10:20:30", "2001-12-14", "<<", "=", "a: b", "a #b",
      "# cnigen:allow hairpin-missing it is fine", "line\nbreak", "- x", "\"quoted\"", "\\", "ü", "\u{2028}x", "\u{0}",
      "${name}", "{{ .PodCIDR }}", "---", "*a", "!t", "true", "1e3", "\u{85}y",
    ])
  }

  private mutating func slip() -> Bool { random.next(below: 100) < slips }

  private mutating func chance(_ percent: Int) -> Bool { random.next(below: 100) < percent }

  private mutating func one(_ choices: [String]) -> String { choices[random.next(below: choices.count)] }

  private func text(of value: JSON) -> String { String(decoding: JSONWriter.document(value), as: UTF8.self) }
}
