import Emission
import NetworkTypes
import ProfileLanguage

/// A Capabilities document about a node that was looked at.
package enum CapabilitiesText {
  /// The document. It is a function of what was found alone.
  package static func document(_ node: FoundNode, version: String) -> [UInt8] {
    var members = [
      YAML.Member("apiVersion", .string("cnigen/v1")), YAML.Member("kind", .string("Capabilities")),
      YAML.Member("name", .string(node.name)), YAML.Member("date", .string(node.date)),
    ]
    if let containerd = node.containerd { members.append(member(containerd)) }
    members.append(
      YAML.Member(
        "folders",
        .commented(["Looked into in this order: libcni takes the first that has a plugin."], list(node.folders)),
        isApart: true))
    members.append(YAML.Member("plugins", .sequence(node.plugins.map(entry)), isApart: true))
    return YAMLWriter.document(
      .mapping(members),
      comment: [
        "What lies on \(node.name), as cnigen \(version) found it: the programs were asked themselves.",
        "Build for it anywhere:          target: {capabilities: THIS FILE}",
        "See on the node what changed:   cnigen probe --check THIS FILE",
      ])
  }

  private static func member(_ containerd: FoundContainerd) -> YAML.Member {
    var members = [
      YAML.Member(
        "version", .commented(["As the program says itself: \(containerd.told)"], .string("\(containerd.version)"))),
      YAML.Member("path", .string(containerd.path)),
      YAML.Member("configFiles", list(containerd.configFiles.map(\.path))),
    ]
    if !containerd.configFiles.isEmpty {
      members.append(YAML.Member("configSums", .sequence(containerd.configFiles.map { .string($0.sha256) })))
    }
    if let schema = containerd.schema { members.append(YAML.Member("schema", .integer(schema))) }
    if let settings = containerd.settings {
      members += [
        YAML.Member("binDirs", list(settings.binDirs)), YAML.Member("confDir", .string(settings.confDir)),
        YAML.Member("maxConfNum", .integer(settings.maxConfNum)),
        YAML.Member("networks", .sequence(settings.networks.map(entry))),
      ]
    }
    return YAML.Member("containerd", .mapping(members), isApart: true)
  }

  private static func entry(_ network: FoundNetwork) -> YAML {
    var members = [YAML.Member("file", .string(network.file))]
    if let name = network.name { members.append(YAML.Member("name", .string(name))) }
    if !network.plugins.isEmpty { members.append(YAML.Member("plugins", list(network.plugins))) }
    members.append(YAML.Member("opened", .bool(network.isOpened)))
    if let fault = network.fault { members.append(YAML.Member("fault", .string(fault))) }
    if let sum = network.sha256 { members.append(YAML.Member("sha256", .string(sum))) }
    return .mapping(members)
  }

  private static func entry(_ plugin: FoundPlugin) -> YAML {
    var members = [YAML.Member("type", .string(plugin.type))]
    if let release = plugin.release.release { members.append(YAML.Member("release", .string("\(release)"))) }
    if let source = plugin.release.source { members.append(YAML.Member("releaseFrom", .string(source.rawValue))) }
    if !plugin.release.evidence.isEmpty {
      members.append(YAML.Member("evidence", .string(plugin.release.evidence)))
    }
    switch plugin.answer {
    case .versions(let versions): members.append(YAML.Member("cniVersions", list(versions)))
    case .fault(let fault): members.append(YAML.Member("fault", .string(fault)))
    }
    members.append(YAML.Member("path", .string(plugin.path)))
    if !plugin.shadowed.isEmpty { members.append(YAML.Member("shadowed", list(plugin.shadowed))) }
    if let sum = plugin.sha256 { members.append(YAML.Member("sha256", .string(sum))) }
    return .mapping(members)
  }

  private static func list(_ texts: [String]) -> YAML { .inline(.sequence(texts.map { .string($0) })) }
}
