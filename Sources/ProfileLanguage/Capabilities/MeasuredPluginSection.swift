import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes
import Syntax

/// An entry of `plugins:` in a Capabilities document: what was measured, and for plugins of others what is known.
enum MeasuredPluginSection {
  private typealias Plugin = CapabilitiesDocument.Plugin

  static let table = FieldTable<CapabilitiesDocument.Plugin>(
    name: "the plugin", fields: measured + described, demands: [.key("type"), .with("release", for: "releaseFrom")])

  static func read(_ node: Node, _ bag: inout DiagnosticBag) -> CapabilitiesDocument.Plugin {
    var plugin = Plugin(range: node.range)
    table.read(node, into: &plugin, &bag)
    if node.mapping != nil, node["type"] == nil {
      bag.error(
        "missing-key", "this plugin has no type", at: node.range, help: "add the binary's file name: type: bridge")
    }
    return plugin
  }

  private static let measured: [Field<Plugin>] = [
    Field("type", "the file name of the binary, as in the key type of a network", .text) { member, plugin, bag in
      plugin.type = Scalars.text(member, &bag)
    },
    Field("release", "its release; of a reference plugin the one that they have in common", .release) {
      member, plugin, bag in
      plugin.release = Scalars.version(member, &bag)
    },
    Field(
      "releaseFrom", "how the release is known: told by the binary, from its package, or deduced",
      .word(CapabilitiesDocument.ReleaseSource.allCases.map(\.rawValue))
    ) { member, plugin, bag in
      plugin.releaseFrom = CapabilitiesValues.word(member, &bag)
    },
    Field("evidence", "what speaks for the release, in words", .text) { member, plugin, bag in
      plugin.evidence = Scalars.text(member, &bag)
    },
    Field("cniVersions", "the spec versions that the binary answers to VERSION", .list(.text, atLeast: 1)) {
      member, plugin, bag in
      plugin.cniVersions = versions(member, &bag)
    },
    Field("fault", "why the binary did not answer VERSION, where it did not", .text) { member, plugin, bag in
      plugin.fault = Scalars.text(member, &bag)
    },
    Field("path", "the binary; of several the one that a runtime takes", .path) { member, plugin, bag in
      plugin.path = CapabilitiesValues.path(member, &bag)
    },
    Field("sha256", "the binary's SHA-256, as 64 hexadecimal digits", .text) { member, plugin, bag in
      plugin.sha256 = Scalars.text(member, &bag)
    },
    Field("shadowed", "further copies, in folders that a runtime looks into later", .list(.path)) {
      member, plugin, bag in
      plugin.shadowed = CapabilitiesValues.paths(member, &bag)
    },
  ]

  private static let described: [Field<Plugin>] = [
    description("summary", "what it is for, in one line", .text) { member, description, bag in
      description.summary = Scalars.text(member, &bag)?.value ?? ""
    },
    description(
      "role", "what it does in a chain: interface, chained or ipam", .word(DescribedRole.allCases.map(\.rawValue))
    ) { member, description, bag in
      let word: Located<DescribedRole>? = CapabilitiesValues.word(member, &bag)
      description.role = word?.value.role
    },
    description(
      "ipam", "whether it runs an IPAM plugin under ipam, as the reference plugins do: none, optional or required",
      .word(DescribedIPAM.allCases.map(\.rawValue))
    ) { member, description, bag in
      let word: Located<DescribedIPAM>? = CapabilitiesValues.word(member, &bag)
      description.ipam = word?.value.use
    },
    description("capabilities", "what it takes from the runtime, such as mac or ips", .list(.text)) {
      member, description, bag in
      description.capabilities = Scalars.texts(member, &bag) ?? []
    },
    description("keys", "its keys, all of them: others are reported", .list(.section(DescribedKeySection.section))) {
      member, description, bag in
      description.keys = DescribedKeySection.readList(member, &bag)
    },
  ]

  /// A field of what is said about a plugin of others.
  private static func description(
    _ name: String, _ summary: @escaping @autoclosure @Sendable () -> String,
    _ shape: @escaping @autoclosure @Sendable () -> Shape,
    _ read:
      @escaping @Sendable (Node.Member, inout CapabilitiesDocument.Description, inout DiagnosticBag) -> Void
  ) -> Field<Plugin> {
    Field(name, summary(), shape()) { member, plugin, bag in
      if plugin.description.place == nil { plugin.description.place = member.keyRange }
      read(member, &plugin.description, &bag)
    }
  }

  private static func versions(_ member: Node.Member, _ bag: inout DiagnosticBag) -> Located<[String]>? {
    guard let texts = Scalars.texts(member, &bag) else { return nil }
    if texts.isEmpty, member.value.sequence?.isEmpty == true {
      bag.error(
        "missing-key", "the list of spec versions is empty", at: member.value.range,
        help: "where the binary did not answer, leave it out and write fault: and why")
      return nil
    }
    for text in texts where Version(text.value) == nil {
      bag.error(
        "invalid-version", "\(text.value) is no spec version such as 1.0.0", at: text.range)
    }
    return Located(texts.map(\.value), at: member.value.range)
  }
}

/// The words for `role`.
enum DescribedRole: String, CaseIterable {
  case interface
  case chained
  case ipam

  var role: PluginFacts.Role {
    switch self {
    case .interface: .interface
    case .chained: .meta
    case .ipam: .ipam
    }
  }
}

/// The words for `ipam`.
enum DescribedIPAM: String, CaseIterable {
  case none
  case optional
  case required

  var use: PluginFacts.IPAMUse {
    switch self {
    case .none: .none
    case .optional: .optional(.always)
    case .required: .required
    }
  }
}
