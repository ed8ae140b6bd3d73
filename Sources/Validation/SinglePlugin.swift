package import CNIModel
package import Syntax

/// The older form of a configuration: one plugin, with name and version in the plugin's own object.
package enum SinglePlugin {
  /// The list of one that libcni makes of it. Every member keeps its place, so that findings point into the file.
  package static func list(_ tree: Node, named fileName: String, on capabilities: NodeCapabilities?) -> NetworkList {
    let plugin = Value(json: tree)
    let own = (plugin.object ?? []).filter { $0.name == "cniVersion" || $0.name == "name" }
    let plugins = Value.Member("plugins", at: plugin.range, Value(.array([plugin]), at: plugin.range))
    return NetworkList(Value(.object(own + [plugins]), at: plugin.range), fileName: fileName, on: capabilities)
  }
}
