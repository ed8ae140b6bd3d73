import CNIModel
import Catalogue
import Diagnostics
import Syntax

/// `network:`, and each entry of `networks:`.
enum NetworkSection {
  static let table = FieldTable<NetworkSpec>(
    name: "network", fields: listFields + intentFields + restFields,
    demands: [.anyOf(Intent.allCases.map(\.rawValue) + ["plugins"])] + needsOfAddresses)

  /// The interfaces whose plugin always wants an address manager.
  private static var needsOfAddresses: [Demand] {
    Intent.allCases.filter { Catalogue.plugin($0.pluginType)?.ipam == .required }
      .map { .with("addresses", for: $0.rawValue) }
  }

  private static var specVersions: [String] { Catalogue.specVersions.map { "\($0.version)" } }

  private static let listFields: [Field<NetworkSpec>] = [
    Field("name", "the network's name; default: the profile's", .name) { member, network, bag in
      network.name = Scalars.text(member, &bag)
    },
    Field("file", "the output file's name; default: <order>-<name>.conflist", .fileName(ending: ".conflist")) {
      member, network, bag in
      network.file = Scalars.text(member, &bag)
    },
    Field("order", "0 to 99, the file's place in the folder; default 10", .number(0...99)) { member, network, bag in
      network.order = Scalars.integer(member.value, of: "order", &bag)
    },
    Field(
      "cniVersion", "a spec version, or auto: the highest that runtime and plugins take", .word(["auto"] + specVersions)
    ) {
      member, network, bag in
      guard let text = Scalars.text(member, &bag), text.value != "auto" else { return }
      network.cniVersion = text
    },
    Field("cniVersions", "further spec versions that the list is offered in", .list(.word(specVersions))) {
      member, network, bag in
      guard let texts = Scalars.texts(member, &bag) else { return }
      let values = texts.map { Value(.string($0.value), at: $0.range) }
      network.listMembers.append(
        Value.Member("cniVersions", at: member.keyRange, Value(.array(values), at: member.value.range)))
    },
    flag("disableCheck", "CHECK is never sent"),
    flag("disableGC", "GC is never sent"),
    flag("loadOnlyInlinedPlugins", "no plugins are taken from the folder named like the network"),
  ]

  private static let intentFields: [Field<NetworkSpec>] = Intent.allCases.map { intent in
    Field(intent.rawValue, Catalogue.plugin(intent.pluginType)?.summary ?? "", .intent(intent)) {
      member, network, bag in
      IntentSection.read(member, intent, into: &network, &bag)
    }
  }

  private static let restFields: [Field<NetworkSpec>] = [
    Field(
      "addresses", "how the interface gets its addresses; none for none",
      .either([.word(["none"]), .section(Section(AddressesSection.table))])
    ) { member, network, bag in
      network.addresses = AddressesSection.read(member, &bag)
    },
    Field("plugins", "raw plugins with CNI's own keys, behind the intents", .list(.rawPlugin)) { member, network, bag in
      network.plugins = RawPlugins.read(member, &bag)
    },
    Field("allow", "warnings accepted here, each with a reason", .map(.text)) { member, network, bag in
      network.allowances = Allowances.read(member, &bag)
    },
  ]

  private static func flag(_ name: String, _ summary: String) -> Field<NetworkSpec> {
    Field(name, summary, .flag) { member, network, bag in
      guard let flag = Scalars.bool(member.value, of: name, &bag) else { return }
      network.listMembers.append(Value.Member(name, at: member.keyRange, Value(.bool(flag.value), at: flag.range)))
    }
  }

  /// - Parameter key: the key `network`; `nil` for an entry of `networks`.
  static func read(_ node: Node, key: SourceRange?, _ bag: inout DiagnosticBag) -> NetworkSpec {
    let first = key ?? node.mapping?.first?.keyRange ?? node.range
    var network = NetworkSpec(range: key.map { $0.through(node.range) } ?? node.range, keyRange: first)
    table.read(node, into: &network, &bag)
    checkWhole(node, network, &bag)
    return network
  }

  private static func checkWhole(_ node: Node, _ network: NetworkSpec, _ bag: inout DiagnosticBag) {
    guard let members = node.mapping else { return }
    if let order = network.order, !(0...99).contains(order.value) {
      bag.error("invalid-order", "order \(order.value) is not between 0 and 99", at: order.range)
    }
    if let file = network.file { checkFile(file, &bag) }
    // A key that is unknown may be the misspelt plugin, and has been told.
    let unknown = bag.diagnostics.filter { $0.rule == "unknown-key" }.compactMap(\.range)
    guard !members.contains(where: { unknown.contains($0.keyRange) }) else { return }
    let intents = members.compactMap { Intent(rawValue: $0.key) }
    if intents.isEmpty, !members.contains(where: { $0.key == "plugins" }) {
      bag.error(
        "missing-key", "the network has no plugin", at: members.first?.keyRange ?? node.range,
        help: "add an interface such as bridge: {name: cni0, gateway: true}")
    } else if !intents.contains(where: \.isInterface), let addresses = members.first(where: { $0.key == "addresses" }) {
      bag.error(
        "addresses-without-interface", "addresses stand here, but no interface that could get them",
        at: addresses.keyRange,
        help: "add an interface such as bridge: or ptp:; a raw plugin takes its addresses under its own ipam key")
    }
  }

  private static func checkFile(_ file: Located<String>, _ bag: inout DiagnosticBag) {
    if let fault = FileName.fault(of: file.value) {
      bag.error("invalid-file-name", "the file name \(file.value) cannot be used: \(fault)", at: file.range)
    } else if !file.value.hasSuffix(".conflist") {
      bag.error(
        "invalid-file-name", "the file name \(file.value) does not end in .conflist", at: file.range,
        notes: [Diagnostic.Note("a list in a file of another ending is not loaded, or stops the node")],
        help: "write \(file.value.split(separator: ".").first.map(String.init) ?? "10-network").conflist")
    }
  }
}
