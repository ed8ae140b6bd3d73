import CNIModel
import Diagnostics

/// A network before and after.
struct NetworkPair: Sendable {
  let old: NetworkState
  let new: NetworkState
  let oldTarget: Target
  let newTarget: Target
  /// The plugins that both have, each with its counterpart.
  let plugins: [PluginPair]
  let removed: [Plugin]
  let added: [Plugin]

  init(_ old: NetworkState, _ new: NetworkState, _ oldTarget: Target, _ newTarget: Target) {
    self.old = old
    self.new = new
    self.oldTarget = oldTarget
    self.newTarget = newTarget
    var rest = new.list.plugins
    var pairs: [PluginPair] = []
    var alone: [Plugin] = []
    for plugin in old.list.plugins {
      // Of several of one type the first is the counterpart of the first.
      guard let index = rest.firstIndex(where: { $0.type == plugin.type }) else {
        alone.append(plugin)
        continue
      }
      pairs.append(PluginPair(plugin, rest.remove(at: index), oldTarget, newTarget))
    }
    plugins = pairs
    removed = alone
    added = rest
  }

  /// The network's name from now on.
  var name: String { new.name }

  /// The plugin that makes the interface, before and after, where both have one of the same type.
  var interface: PluginPair? {
    guard let plugin = old.list.interfacePlugin else { return nil }
    return plugins.first { $0.old.index == plugin.index }
  }

  /// The plugin of a type that was there before and still is.
  func pair(of type: String) -> PluginPair? { plugins.first { $0.old.type == type } }

  /// Whether the plugin that makes the interface is another one.
  var changesInterface: Bool { removed.contains { $0.index == old.list.interfacePlugin?.index } }
}

/// A plugin of a chain before and after.
struct PluginPair: Sendable {
  let old: Plugin
  let new: Plugin
  let oldTarget: Target
  let newTarget: Target

  init(_ old: Plugin, _ new: Plugin, _ oldTarget: Target, _ newTarget: Target) {
    self.old = old
    self.new = new
    self.oldTarget = oldTarget
    self.newTarget = newTarget
  }

  var type: String { new.type }
  /// `plugins[0]`.
  var path: String { "plugins[\(new.index)]" }

  /// Whether its addresses come from the same kind of place.
  var keepsIPAM: Bool { (old.ipam?.type ?? "") == (new.ipam?.type ?? "") }
}
