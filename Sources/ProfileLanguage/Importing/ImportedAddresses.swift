import CNIModel
import Catalogue
import Emission
import NetworkTypes

/// Says an `ipam` object, and the `dns` beside it, as `addresses:`.
struct ImportedAddresses {
  let remarks: Remarks

  private var words: IntentWords { IntentWords(remarks: remarks) }

  /// The ways to say it, the plainest first.
  func forms(_ ipam: Value.Member, dns: Value.Member?) -> [YAML] {
    var dnsMembers: [YAML.Member] = []
    if let dns {
      guard let members = dns.value.object, let said = try? words.members(members, of: CommonKeys.dnsFields) else {
        return []
      }
      dnsMembers = [YAML.Member(dns, YAML.mapping(said).short, remarks)]
    }
    var forms: [[YAML.Member]] = []
    var reason = "reading it back would not give the same"
    do throws(IntentWords.NoWords) {
      forms.append(try plain(ipam.value))
    } catch {
      reason = error.reason
    }
    if let raw = raw(ipam.value, because: reason) { forms.append(raw) }
    return forms.map { .mapping($0 + dnsMembers) }
  }

  private func plain(_ ipam: Value) throws(IntentWords.NoWords) -> [YAML.Member] {
    let members = (ipam.object ?? []).filter { $0.name != "type" }
    switch ipam.member("type")?.value.string {
    case "host-local": return try hostLocal(members)
    case "dhcp": return try [manager("dhcp", members)]
    case "static":
      let manager = try manager("static", members.filter { $0.name != "routes" })
      guard let routes = members.first(where: { $0.name == "routes" }) else { return [manager] }
      return [manager, try self.routes(routes, families: AddressesSection.families(of: members))]
    default: throw IntentWords.NoWords(reason: "the manager of addresses has no words")
    }
  }

  private func raw(_ ipam: Value, because reason: String) -> [YAML.Member]? {
    guard let members = ipam.object, let type = ipam.member("type"), let name = type.value.string else { return nil }
    // Nobody expects words for a plugin that is not one of the reference plugins.
    let reasons = Catalogue.plugin(name) == nil ? [] : ["with CNI's own keys: \(reason)"]
    let ordered = [type] + members.filter { $0.name != "type" }
    let mapping = YAML.mapping(ordered.map { YAML.Member($0, $0.value.yaml(remarks), remarks) })
    return [YAML.Member("plugin", ordered.count <= 2 ? mapping.short : mapping, comments: reasons)]
  }

  /// `dhcp:` and `static:`; `true` where nothing is stated.
  private func manager(_ type: String, _ members: [Value.Member]) throws(IntentWords.NoWords) -> YAML.Member {
    let keys = (Catalogue.plugin(type)?.keys ?? []).filter { $0.name != "routes" && $0.name != "dns" }
    let said = try words.members(members, of: keys)
    return YAML.Member(type, said.isEmpty ? .bool(true) : .mapping(said))
  }

  private func hostLocal(_ members: [Value.Member]) throws(IntentWords.NoWords) -> [YAML.Member] {
    let keys = Catalogue.plugin("host-local")?.keys ?? []
    if members.contains(where: { $0.name == "subnet" }) {
      throw IntentWords.NoWords(
        reason: "subnet is the old form of a single range; in plain words it is ranges: [SUBNET]")
    }
    guard let ranges = members.first(where: { $0.name == "ranges" }) else {
      throw IntentWords.NoWords(reason: "host-local has no ranges here")
    }
    let families = AddressesSection.families(of: members)
    var said = [try self.ranges(ranges, fields: keys.first { $0.name == "ranges" }?.fields ?? [])]
    for member in members where member.name != "ranges" {
      switch member.name {
      case "routes": said.append(try routes(member, families: families))
      case "dataDir", "resolvConf": said += try words.members([member], of: keys)
      default: throw IntentWords.NoWords(reason: "there is no plain word for \(member.name)")
      }
    }
    return said
  }

  private func ranges(_ member: Value.Member, fields: [KeyFacts]) throws(IntentWords.NoWords) -> YAML.Member {
    var sets: [YAML] = []
    for set in member.value.array ?? [] {
      var ranges: [YAML] = []
      for range in set.array ?? [] {
        ranges.append(try self.range(range, fields).with(remarks.comments(at: range.range)))
      }
      sets.append((ranges.count == 1 ? ranges[0] : YAML.sequence(ranges).short).with(remarks.comments(at: set.range)))
    }
    return YAML.Member(member, sets.inOneLineIfBare, remarks)
  }

  private func range(_ range: Value, _ fields: [KeyFacts]) throws(IntentWords.NoWords) -> YAML {
    let members = range.object ?? []
    if members.count == 1, members[0].name == "subnet", let subnet = members[0].value.string,
      remarks.comments(above: members[0]).isEmpty
    {
      return .text(subnet)
    }
    let mapping = YAML.mapping(try words.members(members, of: fields))
    return members.count <= 2 ? mapping.short : mapping
  }

  /// The routes; those of `default` in one word where they are one for each family.
  private func routes(
    _ member: Value.Member, families: [IPAddress.Family]
  ) throws(IntentWords.NoWords) -> YAML.Member {
    let routes = member.value.array ?? []
    let defaults = families.map(\.defaultRoute)
    var said: [YAML] = []
    var index = 0
    while index < routes.count {
      let next = routes[index...].prefix(defaults.count)
      if !defaults.isEmpty, next.map({ destinationAlone($0) }) == defaults {
        said.append(YAML.string("default").with(next.flatMap { remarks.comments(at: $0.range) }))
        index += defaults.count
      } else {
        let route = routes[index]
        said.append(try self.route(route).with(remarks.comments(at: route.range)))
        index += 1
      }
    }
    return YAML.Member(member, said.inOneLineIfBare, remarks)
  }

  private func route(_ route: Value) throws(IntentWords.NoWords) -> YAML {
    if let destination = destinationAlone(route) { return .text(destination) }
    return YAML.mapping(try words.members(route.object ?? [], of: CommonKeys.routeFields)).short
  }

  /// The destination of a route that states nothing else, about which nothing has to be said.
  private func destinationAlone(_ route: Value) -> String? {
    guard let members = route.object, members.count == 1, members[0].name == "dst",
      remarks.comments(above: members[0]).isEmpty
    else { return nil }
    return members[0].value.string
  }
}

extension [YAML] {
  /// A list that stands on one line where all its elements are single values.
  fileprivate var inOneLineIfBare: YAML {
    allSatisfy { if case .string = $0 { true } else { false } } ? YAML.sequence(self).short : .sequence(self)
  }
}
