import CNIModel
import Diagnostics
import Syntax

/// An entry of `networks:` in a Capabilities document: a file of a network, and what containerd makes of it.
enum MeasuredNetworkSection {
  static let table = FieldTable<MeasuredNetwork>(
    name: "the network",
    fields: [
      Field("file", "its name in confDir", .text) { member, network, bag in
        network.file = Scalars.text(member, &bag)
      },
      Field("name", "the network's name", .text) { member, network, bag in
        network.name = Scalars.text(member, &bag)
      },
      Field("plugins", "the types of its chain, in order", .list(.text)) { member, network, bag in
        network.plugins = Scalars.texts(member, &bag) ?? []
      },
      Field("opened", "whether containerd opens it; it stops at maxConfNum files", .flag) { member, network, bag in
        network.isOpened = Scalars.bool(member.value, of: "opened", &bag)
      },
      Field("fault", "why containerd cannot load it, where it cannot", .text) { member, network, bag in
        network.fault = Scalars.text(member, &bag)
      },
      Field("sha256", "the file's SHA-256, as 64 hexadecimal digits", .text) { member, network, bag in
        network.sha256 = Scalars.text(member, &bag)
      },
    ],
    demands: [.key("file")])

  static func read(_ node: Node, _ bag: inout DiagnosticBag) -> MeasuredNetwork {
    var network = MeasuredNetwork(range: node.range)
    table.read(node, into: &network, &bag)
    if node.mapping != nil, node["file"] == nil {
      bag.error(
        "missing-key", "this network has no file", at: node.range, help: "add its name: file: 10-net.conflist")
    }
    return network
  }
}
