import Catalogue

/// A key of a plugin, with the way to it.
struct KeyPlace {
  /// Where the key belongs: a plugin's type, or `nil` for what all plugins have.
  let plugin: PluginFacts?
  /// CNI's names from the plugin's object down, with dots: `vlanTrunk.minID`.
  let name: String
  let key: KeyFacts

  /// As somebody writes it to ask for it.
  var path: String { plugin.map { "\($0.type).\(name)" } ?? name }

  /// Every key of every plugin, and those that all have.
  static var all: [KeyPlace] {
    Catalogue.plugins.flatMap { of($0) }
      + below("", CommonKeys.all, of: nil) + below("ipam.routes.", CommonKeys.routeFields, of: nil)
  }

  /// The keys of a plugin.
  static func of(_ plugin: PluginFacts) -> [KeyPlace] { below("", plugin.keys, of: plugin) }

  private static func below(_ path: String, _ keys: [KeyFacts], of plugin: PluginFacts?) -> [KeyPlace] {
    keys.flatMap { key in
      [KeyPlace(plugin: plugin, name: path + key.name, key: key)]
        + below("\(path)\(key.name).", key.fields, of: plugin)
    }
  }

  /// The keys that a question names: in full (`bridge.isGateway`), or by CNI's name or plain word alone. Letter case
  /// does not count, since it does not count for plugins either.
  static func named(_ question: String) -> [KeyPlace] {
    let wanted = question.lowercased()
    if let dot = question.firstIndex(of: "."), let plugin = Catalogue.plugin(String(question[..<dot])) {
      let rest = wanted[wanted.index(after: dot)...]
      let keys = of(plugin).filter { $0.goes(by: String(rest)) }
      return keys.isEmpty ? below("", CommonKeys.all, of: nil).filter { $0.name.lowercased() == rest } : keys
    }
    return all.filter { $0.goes(by: wanted) }
  }

  private func goes(by wanted: String) -> Bool {
    name.lowercased() == wanted || key.name.lowercased() == wanted || key.word.lowercased() == wanted
  }
}
