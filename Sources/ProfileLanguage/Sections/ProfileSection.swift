import CNIModel
import Diagnostics
import Syntax

/// The top level of a profile.
enum ProfileSection {
  static let table = FieldTable<Profile>(
    name: "the profile",
    fields: [
      Field("apiVersion", "the version of the language", .fixed(DocumentHeader.apiVersion)) { _, _, _ in },
      Field("kind", "what the document is", .fixed("Profile")) { _, _, _ in },
      Field("name", "the profile's name, and its network's where that has none of its own", .name) {
        member, profile, bag in
        profile.name = Scalars.text(member, &bag)
      },
      Field("template", "the template to start from: a shipped one, or a path", .text) { _, _, _ in },
      Field("with", "values for the template's parameters", .map(.anything)) { _, _, _ in },
      Field("target", "what the files must work on", .section(Section(TargetSection.table))) { member, profile, bag in
        profile.targets = [TargetSection.read(member.value, &bag)]
        profile.isMatrix = false
      },
      Field(
        "targets", "several targets; each gets a folder of its own",
        .list(.section(TargetSection.entry), atLeast: 1)
      ) { member, profile, bag in
        profile.targets = TargetSection.readList(member.value, &bag)
        profile.isMatrix = true
      },
      Field("network", "the network of the node", .section(Section(NetworkSection.table))) { member, profile, bag in
        profile.networks.append(NetworkSection.read(member.value, key: member.keyRange, &bag))
      },
      Field(
        "networks", "several networks, in place of network",
        .list(.section(Section(NetworkSection.table)), atLeast: 1)
      ) { member, profile, bag in
        guard let nodes = member.value.sequence else {
          Scalars.wrong(member.value, of: "networks", wants: "a list of networks", &bag)
          return
        }
        guard nodes.count <= maximumNetworks else {
          bag.error(
            "too-many-entries", "\(nodes.count) networks stand here; a profile has at most \(maximumNetworks)",
            at: member.keyRange, help: "make a profile for each kind of node")
          return
        }
        profile.networks += nodes.map { NetworkSection.read($0, key: nil, &bag) }
      },
      Field(
        "containerd", "the containerd config that goes with the network; false for none",
        .either([.only(false), .section(Section(ContainerdSection.table))])
      ) { member, profile, bag in
        profile.containerd = ContainerdSection.read(member, &bag)
      },
      Field("outputs", "further files that bring these to nodes", OutputsSection.shape) { member, profile, bag in
        profile.outputs = OutputsSection.read(member, &bag)
      },
    ],
    demands: [
      .key("apiVersion"), .key("kind"), .key("name"), .anyOf(["network", "networks", "template"]),
      .atMostOne(["network", "networks"]), .atMostOne(["target", "targets"]), .with("template", for: "with"),
    ])

  /// All networks of a profile are held against each other.
  static let maximumNetworks = 256

  /// Reads a document that is known to be a profile.
  static func read(_ node: Node, _ bag: inout DiagnosticBag) -> Profile {
    var profile = Profile()
    table.read(node, into: &profile, &bag)
    checkWhole(node, profile, &bag)
    return profile
  }

  private static func checkWhole(_ node: Node, _ profile: Profile, _ bag: inout DiagnosticBag) {
    excludes("target", "targets", in: node, &bag)
    excludes("network", "networks", in: node, &bag)
    let top = node.mapping?.first?.keyRange ?? node.range
    if node["name"] == nil {
      bag.error("missing-key", "the profile has no name", at: top, help: "add a line such as: name: containerd-net")
    }
    // Where a network takes the name, that one is told of.
    if let name = profile.name, name.value.isEmpty, profile.networks.allSatisfy({ $0.name != nil }) {
      bag.error("name-missing", "the profile's name is empty", at: name.range, help: "name it")
    }
    if node["network"] == nil, node["networks"] == nil {
      bag.error("missing-key", "the profile has no network", at: top, help: "add a section network: or networks:")
    }
    if profile.networks.isEmpty, let list = node["networks"], list.sequence?.isEmpty == true {
      bag.error("missing-key", "the list of networks is empty", at: list.range)
    }
  }

  /// Reports two keys that stand beside each other and must not.
  static func excludes(_ one: String, _ other: String, in node: Node, _ bag: inout DiagnosticBag) {
    guard let members = node.mapping, let first = members.first(where: { $0.key == one || $0.key == other }),
      let second = members.last(where: { $0.key == one || $0.key == other }), first.key != second.key
    else { return }
    bag.error(
      "exclusive-keys", "\(one) and \(other) exclude each other", at: second.keyRange,
      notes: [Diagnostic.Note("\(first.key) stands here", at: first.keyRange)], help: "keep one of the two")
  }
}
