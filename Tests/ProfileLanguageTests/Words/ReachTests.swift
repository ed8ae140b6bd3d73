import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes
import ProfileLanguage
import Syntax
import TestSupport
import Testing

/// Every key that the facts list for a plugin is reached by its plain word from an intent or from `addresses`.
@Suite struct ReachTests {
  /// Keys that no plain word reaches, and why.
  static let unreached: [String: String] = [
    "host-local.subnet": "the old form of a single range; `ranges` says it",
    "host-local.rangeStart": "the old form of a single range; `ranges` says it",
    "host-local.rangeEnd": "the old form of a single range; `ranges` says it",
    "host-local.gateway": "the old form of a single range; `ranges` says it",
    "static.dns": "`dns` of `addresses` is the network's, which every plugin that keeps any DNS settings keeps",
    "flannel.subnetFile": "flannel left the reference plugins with 0.9.1; raw plugins reach it",
    "flannel.dataDir": "flannel left the reference plugins with 0.9.1; raw plugins reach it",
    "flannel.delegate": "flannel left the reference plugins with 0.9.1; raw plugins reach it",
    "flannel.ipam": "flannel left the reference plugins with 0.9.1; raw plugins reach it",
  ]

  /// The keys of the facts, by plugin and name; those within others with dots.
  private static func keys() throws -> [(type: String, path: [String])] {
    var bag = DiagnosticBag()
    var files = SourceFiles()
    let bytes = try TestFiles.bytes("Facts/reference-plugins.yaml")
    let id = files.add(SourceFile(name: "facts", bytes: bytes))
    let plugins = try #require(YAMLReader.read(id, bytes, into: &bag)?["plugins"]?.mapping)
    return plugins.flatMap { plugin in
      paths(plugin.value["keys"]).map { (plugin.key, $0) }
    }
  }

  private static func paths(_ keys: Node?) -> [[String]] {
    (keys?.sequence ?? []).flatMap { key -> [[String]] in
      guard let name = key["name"]?.scalar?.text else { return [] }
      // The fields of routes stand once, for all plugins.
      let inner = name == "routes" ? CommonKeys.routeFields.map { [$0.name] } : paths(key["fields"])
      return [[name]] + inner.map { [name] + $0 }
    }
  }

  @Test func everyKeyOfTheFactsIsReachedOrHasAReason() throws {
    let keys = try Self.keys()
    #expect(keys.count > 90)
    for (type, path) in keys {
      let name = "\(type).\(path.joined(separator: "."))"
      let isReached = try Self.isReached(type, path)
      let reason = Self.unreached[name] ?? Self.unreached["\(type).\(path[0])"]
      #expect(isReached == (reason == nil), "\(name): \(reason ?? "no word reaches it")")
    }
    let names = Set(keys.map { "\($0.type).\($0.path.joined(separator: "."))" })
    #expect(Set(Self.unreached.keys).isSubset(of: names))
  }

  /// Whether a profile that states a key by its word makes a list that has it.
  private static func isReached(_ type: String, _ path: [String]) throws -> Bool {
    guard let facts = Catalogue.plugin(type), let network = network(facts, path) else { return false }
    let compiled = Compiled.network(network, target: "{containerd: 2.1.4, plugins: \(release(of: facts, path))}")
    guard let list = compiled.profile.flatMap({ profile in lowered(profile) }) else { return false }
    let plugins = list["plugins"]?.array ?? []
    return plugins.contains { plugin in
      let object = facts.role == .ipam ? plugin["ipam"] : plugin
      return object?["type"]?.string == type && object.map { holds($0, path[...]) } ?? false
    }
  }

  /// The network as the compiler lowers it, whatever the rules have against it.
  private static func lowered(_ profile: Profile) -> Value? {
    var bag = DiagnosticBag()
    guard let target = TargetResolution.resolve(profile, TargetOverrides(), into: &bag).first,
      let network = profile.networks.first, let name = profile.name
    else { return nil }
    return Lowering.lower(network, name: name, for: target, into: &bag).list.value
  }

  /// The newest release that reads a key.
  private static func release(of facts: PluginFacts, _ path: [String]) -> Version {
    facts.key(path[0])?.span.until ?? facts.span.until ?? "1.9.1"
  }

  private static func holds(_ value: Value, _ path: ArraySlice<String>) -> Bool {
    guard let name = path.first else { return true }
    if let elements = value.array { return elements.contains { holds($0, path) } }
    return value.member(name).map { holds($0.value, path.dropFirst()) } ?? false
  }

  /// A network in which a key is stated by its word; `nil` where no section has it.
  private static func network(_ facts: PluginFacts, _ path: [String]) -> String? {
    guard let key = facts.key(path[0]) else { return nil }
    let stated = "\(key.word): \(value(of: key, path.dropFirst()))"
    if let intent = Intent.of(pluginType: facts.type) {
      let interface = intent.isInterface ? "" : "bridge: {}\n"
      return "\(interface)\(intent.rawValue): {\(stated)}\naddresses: {ranges: [10.88.0.0/16]}"
    }
    let fields = Section.words(of: "addresses")
    switch facts.type {
    case "host-local" where fields.contains(key.word):
      let ranges = key.name == "ranges" ? "" : "ranges: [10.88.0.0/16], "
      let value = key.name == "ranges" ? "ranges: [\(value(of: key, path.dropFirst(), flat: true))]" : stated
      return "bridge: {}\naddresses: {\(ranges)\(value)}"
    case "static" where key.name == "routes":
      return "bridge: {}\naddresses: {static: {addresses: [{address: 10.1.2.3/24}]}, \(stated)}"
    case "static", "dhcp": return "bridge: {}\naddresses: {\(facts.type): {\(stated)}}"
    default: return nil
    }
  }

  /// A value for a key that has the rest of the way in it.
  private static func value(of key: KeyFacts, _ rest: ArraySlice<String>, flat: Bool = false) -> String {
    if let name = rest.first, let field = key.field(name) {
      let object = "{\(field.word): \(value(of: field, rest.dropFirst()))}"
      if case .list = key.type { return flat ? object : "[\(object)]" }
      return object
    }
    return flat ? "10.88.0.0/16" : value(of: key.type)
  }

  private static func value(of type: ValueType) -> String {
    switch type {
    case .bool: "true"
    case .integer, .unsigned: "5"
    case .string, .interface: "word"
    case .cidr: "10.88.0.0/16"
    case .address: "10.88.0.9"
    case .addressWithPrefix: "10.88.0.9/16"
    case .mac: "02:00:00:00:00:01"
    case .path: "/var/lib/x"
    case .list(.object), .list(.list): "[]"
    case .list(let inner): "[\(value(of: inner))]"
    case .map, .object, .any: "{}"
    }
  }
}

extension Section {
  /// The words of a section.
  fileprivate static func words(of name: String) -> [String] { Sections.all.first { $0.name == name }?.keys ?? [] }
}
