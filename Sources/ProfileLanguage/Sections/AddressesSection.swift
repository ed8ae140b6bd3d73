import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes
import Syntax

/// `addresses:` as it is being read.
struct AddressesDraft {
  /// The manager chosen, and the place of the key that chose it.
  var manager: Located<Manager>?
  /// Members of the `ipam` object under CNI's names.
  var members: [Value.Member] = []
  /// The key and the value of `ranges: kubernetes`.
  var assigned: (key: SourceRange, word: SourceRange)?
  /// The routes as written; `default` is spelled out when the families are known.
  var routes: Node?
  var routesKey: SourceRange?
  var dns: Value.Member?

  /// Who hands out the addresses.
  enum Manager: Sendable {
    case hostLocal
    case dhcp
    case fixed
    /// A plugin with CNI's own keys.
    case raw(Value)

    var type: String {
      switch self {
      case .hostLocal: "host-local"
      case .dhcp: "dhcp"
      case .fixed: "static"
      case .raw(let value): value["type"]?.string ?? ""
      }
    }

    /// Where the type is written; `nil` where a word of the language stands for it.
    var typeRange: SourceRange? { if case .raw(let value) = self { value["type"]?.range } else { nil } }
  }
}

/// `addresses:`, the IPAM of the interface.
enum AddressesSection {
  static let table = FieldTable<AddressesDraft>(
    name: "addresses",
    fields: [
      Field("ranges", "subnets to hand out; a container gets one address for each entry", Ranges.shape) {
        member, draft, bag in
        choose(.hostLocal, member, &draft, &bag)
        if Ranges.areAssigned(member.value, &bag) {
          draft.assigned = (member.keyRange, member.value.range)
          return
        }
        guard let sets = Ranges.read(member, &bag) else { return }
        draft.members.append(Value.Member("ranges", at: member.keyRange, sets))
      },
      Field("routes", "routes of the container; `default` is one for each family", Routes.shape) { member, draft, _ in
        draft.routes = member.value
        draft.routesKey = member.keyRange
      },
      key("dataDir", of: "host-local", "where the node keeps the addresses that are in use"),
      key("resolvConf", of: "host-local", "a file on the node whose resolver settings go into the result"),
      Field(
        "dns", "resolver settings of the result: nameservers, domain, search, options", .object(CommonKeys.dnsFields)
      ) { member, draft, bag in
        guard let value = IntentValue.object(member.value, fields: CommonKeys.dnsFields, named: "dns", &bag) else {
          return
        }
        draft.dns = Value.Member("dns", at: member.keyRange, value)
      },
      Field("dhcp", "addresses from a DHCP server, through the dhcp daemon on the node", manager("dhcp")) {
        member, draft, bag in
        choose(.dhcp, member, &draft, &bag)
        readManager(member, "dhcp", &draft, &bag)
      },
      Field("static", "fixed addresses, the same for every container", manager("static")) { member, draft, bag in
        choose(.fixed, member, &draft, &bag)
        readManager(member, "static", &draft, &bag)
      },
      Field("plugin", "another IPAM plugin, with CNI's own keys", .rawIPAM) { member, draft, bag in
        guard member.value.mapping != nil, member.value["type"] != nil else {
          Scalars.wrong(member.value, of: "plugin", wants: "a mapping with a type", &bag)
          return
        }
        choose(.raw(RawPlugins.ipam(member.value, &bag)), member, &draft, &bag)
      },
    ],
    demands: [
      .anyOf(sources), .atMostOne(sources), .without("routes", beside: "dhcp"),
      .without("routes", beside: "plugin", unlessType: pluginsWithRoutes),
    ])

  /// The keys that say where addresses come from.
  private static let sources = ["ranges", "dhcp", "static", "plugin"]

  /// The IPAM plugins that take `routes`.
  private static var pluginsWithRoutes: [String] {
    Catalogue.plugins.filter { $0.role == .ipam && $0.key("routes") != nil }.map(\.type)
  }

  /// Reads the section. `addresses: none` means an interface without addresses.
  static func read(_ member: Node.Member, _ bag: inout DiagnosticBag) -> AddressesSpec {
    let range = member.keyRange.through(member.value.range)
    if let scalar = member.value.scalar, scalar.text == "none" { return AddressesSpec(range: range) }
    var draft = AddressesDraft()
    table.read(member.value, into: &draft, &bag)
    guard let manager = draft.manager else {
      if member.value.mapping != nil {
        bag.error(
          "missing-key", "addresses does not say where they come from", at: member.keyRange,
          help: "add ranges:, dhcp:, static: or plugin:, or write addresses: none")
      }
      // The section wants addresses, so an interface without any would be a second complaint about the same thing.
      let unknown = Located(AddressesDraft.Manager.hostLocal, at: member.keyRange)
      return AddressesSpec(range: range, ipam: ipam(unknown, draft, range, &bag), dns: draft.dns)
    }
    if let word = draft.assigned?.word, manager.value.type == "host-local" {
      let assigned = AssignedAddresses(parts(draft, &bag), word: word, at: range)
      return AddressesSpec(range: range, assigned: assigned, dns: draft.dns)
    }
    return AddressesSpec(range: range, ipam: ipam(manager, draft, range, &bag), dns: draft.dns)
  }

  /// The `ipam` object whose ranges Kubernetes assigns, in CNI's order.
  private static func parts(_ draft: AddressesDraft, _ bag: inout DiagnosticBag) -> [AssignedAddresses.Part] {
    guard let assigned = draft.assigned else { return [] }
    // Places in the order, which their parts then take.
    let hole = Value(.null, at: assigned.word)
    var members = draft.members + [Value.Member("ranges", at: assigned.key, hole)]
    if let key = draft.routesKey { members.append(Value.Member("routes", at: key, hole)) }
    let type = Value.Member("type", at: assigned.key, Value(.string("host-local"), at: assigned.key))
    let order = Catalogue.plugin("host-local")?.keys.map(\.name) ?? []
    return ([type] + NaturalValue.ordered(members, by: order)).map { member in
      switch member.name {
      case "ranges": return .ranges(keyRange: member.nameRange)
      case "routes":
        let node = draft.routes
        return .routes(
          node.map { Routes.assigned($0, &bag) } ?? [], keyRange: member.nameRange, range: node?.range ?? assigned.word)
      default: return .fixed(member)
      }
    }
  }

  private static func ipam(
    _ manager: Located<AddressesDraft.Manager>, _ draft: AddressesDraft, _ range: SourceRange,
    _ bag: inout DiagnosticBag
  ) -> Value {
    var members = draft.members
    if case .raw(let value) = manager.value { members += (value.object ?? []).filter { $0.name != "type" } }
    if let routes = draft.routes, let key = draft.routesKey {
      if Catalogue.plugin(manager.value.type)?.key("routes") != nil {
        let value = Routes.read(routes, families: families(of: members), &bag)
        members.append(Value.Member("routes", at: key, value))
      } else {
        bag.error(
          "unknown-key", "\(manager.value.type) takes no routes", at: key,
          help: manager.value.type == "dhcp" ? "the DHCP server sends them" : "write them into plugin: as it wants them"
        )
      }
    }
    let order = Catalogue.plugin(manager.value.type)?.keys.map(\.name) ?? []
    let typeRange = manager.value.typeRange ?? manager.range
    let type = Value.Member("type", at: manager.range, Value(.string(manager.value.type), at: typeRange))
    return Value(.object([type] + NaturalValue.ordered(members, by: order)), at: range)
  }

  /// The families of the addresses that are handed out, IPv4 first.
  static func families(of members: [Value.Member]) -> [IPAddress.Family] {
    var texts: [String] = []
    for member in members {
      switch member.name {
      case "ranges":
        for set in member.value.array ?? [] { texts += (set.array ?? []).compactMap { $0["subnet"]?.string } }
      case "addresses": texts += (member.value.array ?? []).compactMap { $0["address"]?.string }
      default: break
      }
    }
    let found = Set(texts.compactMap { CIDR($0)?.family })
    return IPAddress.Family.allCases.filter(found.contains)
  }

  private static func choose(
    _ manager: AddressesDraft.Manager, _ member: Node.Member, _ draft: inout AddressesDraft, _ bag: inout DiagnosticBag
  ) {
    if let first = draft.manager {
      bag.error(
        "exclusive-keys", "\(member.key) stands beside another source of addresses", at: member.keyRange,
        notes: [Diagnostic.Note("the first one is here", at: first.range)],
        help: "keep one of ranges, dhcp, static and plugin")
    } else {
      draft.manager = Located(manager, at: member.keyRange)
    }
  }

  /// `dhcp:` and `static:`: the keys of the plugin under their plain words; `true` where none is wanted.
  private static func readManager(
    _ member: Node.Member, _ type: String, _ draft: inout AddressesDraft, _ bag: inout DiagnosticBag
  ) {
    if let scalar = member.value.scalar, scalar.isPlain, scalar.text == "true" { return }
    let own = ownKeys(of: type)
    guard let value = IntentValue.object(member.value, fields: own, named: type, &bag) else { return }
    draft.members += value.object ?? []
  }

  /// The keys of an address manager that `addresses` does not have itself.
  private static func ownKeys(of type: String) -> [KeyFacts] {
    (Catalogue.plugin(type)?.keys ?? []).filter { $0.name != "routes" && $0.name != "dns" }
  }

  private static func manager(_ type: String) -> Shape { .either([.only(true), .object(ownKeys(of: type))]) }

  private static func key(_ name: String, of type: String, _ summary: String) -> Field<AddressesDraft> {
    Field(name, summary, Catalogue.plugin(type)?.key(name).map { .key($0) } ?? .anything) { member, draft, bag in
      guard let key = Catalogue.plugin(type)?.key(name), let value = IntentValue.value(member.value, key: key, &bag)
      else { return }
      draft.members.append(Value.Member(name, at: member.keyRange, value))
    }
  }
}
