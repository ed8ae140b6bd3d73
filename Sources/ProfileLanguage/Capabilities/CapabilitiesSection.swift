import CNIModel
import Diagnostics
import NetworkTypes
import Syntax

/// The top level of a Capabilities document.
enum CapabilitiesSection {
  static let table = FieldTable<CapabilitiesDocument>(
    name: "the node",
    fields: [
      Field("apiVersion", "the version of the language", .fixed(DocumentHeader.apiVersion)) { _, _, _ in },
      Field("kind", "what the document is", .fixed("Capabilities")) { _, _, _ in },
      Field("name", "the node's name, or that of the image that many nodes have", .text) { member, document, bag in
        document.name = Scalars.text(member, &bag)
      },
      Field("date", "the day on which it was measured: 2026-03-01", .text) { member, document, bag in
        document.date = Scalars.text(member, &bag)
      },
      Field("containerd", "containerd as it was found", .section(Section(MeasuredContainerdSection.table))) {
        member, document, bag in
        var containerd = MeasuredContainerd()
        MeasuredContainerdSection.table.read(member.value, into: &containerd, &bag)
        containerd.networksPlace = containerd.networksPlace ?? member.keyRange
        document.containerd = containerd
      },
      Field(
        "folders", "the folders that were looked into for plugins; the first one that has a plugin wins", .list(.path)
      ) { member, document, bag in
        document.folders = CapabilitiesValues.paths(member, &bag)
      },
      Field("plugins", "every plugin that lies on the node", .list(.section(Section(MeasuredPluginSection.table)))) {
        member, document, bag in
        document.pluginsPlace = member.keyRange
        guard let nodes = member.value.sequence else {
          Scalars.wrong(member.value, of: "plugins", wants: "a list of plugins", &bag)
          return
        }
        document.plugins = nodes.map { MeasuredPluginSection.read($0, &bag) }
      },
    ],
    demands: [.key("apiVersion"), .key("kind"), .key("name"), .key("plugins")])
}

/// `containerd:` of a Capabilities document.
enum MeasuredContainerdSection {
  static let table = FieldTable<MeasuredContainerd>(
    name: "the runtime",
    fields: [
      Field("version", "its release: 1.6.20", .release) { member, containerd, bag in
        containerd.version = Scalars.version(member, &bag)
      },
      Field("path", "its binary", .path) { member, containerd, bag in
        containerd.path = CapabilitiesValues.path(member, &bag)
      },
      Field("configFiles", "the config files in force, in the order in which they are merged", .list(.path)) {
        member, containerd, bag in
        containerd.configFiles = CapabilitiesValues.paths(member, &bag)
      },
      Field("configSums", "the SHA-256 of each of configFiles, in the same order", .list(.text)) {
        member, containerd, bag in
        containerd.configSums = Scalars.texts(member, &bag) ?? []
      },
      Field("schema", "the version of the config's schema", .number(1...9)) { member, containerd, bag in
        containerd.schema = Scalars.integer(member.value, of: "schema", &bag)
      },
      Field("binDirs", "the folders that it takes plugins from; the first one that has a plugin wins", .list(.path)) {
        member, containerd, bag in
        containerd.binDirs = CapabilitiesValues.paths(member, &bag)
      },
      Field("confDir", "the folder that it reads networks from", .path) { member, containerd, bag in
        containerd.confDir = CapabilitiesValues.path(member, &bag)
      },
      Field("maxConfNum", "how many files of confDir are networks; 0 for all", .number(0...Int(Int32.max))) {
        member, containerd, bag in
        containerd.maxConfNum = Scalars.integer(member.value, of: "maxConfNum", &bag)
      },
      Field(
        "networks", "the files of confDir that are networks, in the order in which they are read",
        .list(.section(Section(MeasuredNetworkSection.table)))
      ) { member, containerd, bag in
        containerd.networksPlace = member.keyRange
        guard let nodes = member.value.sequence else {
          Scalars.wrong(member.value, of: "networks", wants: "a list of files", &bag)
          return
        }
        containerd.networks = nodes.map { MeasuredNetworkSection.read($0, &bag) }
      },
    ],
    demands: [.key("version"), .with("configFiles", for: "configSums")])
}
