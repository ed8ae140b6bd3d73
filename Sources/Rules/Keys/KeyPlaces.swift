import Catalogue
import CNIModel

/// Finds the place where a key belongs that stands in the wrong one.
extension KeyHint {
  /// Another place in the same plugin's configuration: above, beside or within.
  static func elsewhereInPlugin(_ match: KeyMatch) -> KeyHint? {
    let scope = match.scope
    let name = match.member.name
    switch scope.level {
    case .plugin:
      if let hint = underIPAM(name, of: scope.plugin) { return hint }
      if !scope.path.isEmpty, has(scope.facts, name) {
        return KeyHint("move \(name) into the \(scope.reader) object", meant: (scope.reader, name))
      }
    case .ipam:
      if !scope.path.isEmpty, has(scope.facts, name) {
        return KeyHint("move \(name) up, beside \(scope.path[0])", meant: (scope.reader, name))
      }
      if has(scope.plugin.facts, name) || CommonKeys.key(name) != nil {
        return KeyHint(
          "move \(name) out of ipam, into the \(scope.plugin.type) object", meant: (scope.plugin.type, name))
      }
    }
    if let outer = scope.keys.first(where: { $0.field(name) != nil }) {
      return KeyHint("move \(name) into \(outer.type == .object ? outer.name : "an entry of \(outer.name)")")
    }
    return nil
  }

  /// A key of the plugin's IPAM plugin; of any, where it names none.
  private static func underIPAM(_ name: String, of plugin: Plugin) -> KeyHint? {
    guard let facts = plugin.facts, facts.ipam != .none else { return nil }
    let managers: [PluginFacts]
    if let ipam = plugin.ipam, !ipam.type.isEmpty {
      managers = [ipam.facts].compactMap { $0 }
    } else {
      managers = Catalogue.plugins.filter { $0.role == .ipam }
    }
    let manager = managers.first { has($0, name) }
    return manager.map { KeyHint("move \(name) into ipam", meant: ($0.type, name)) }
  }

  /// Another plugin of the chain, another reference plugin, the top of the list, or the capabilities.
  static func elsewhere(_ match: KeyMatch, in subject: Subject) -> KeyHint? {
    let name = match.member.name
    let own = match.scope.plugin
    let others = subject.list.plugins.filter { $0.index != own.index && $0.isKnown(in: subject.target) }
    if let other = others.first(where: { has($0.facts, name) }) {
      return KeyHint("move \(name) into the \(other.type) object", note: "\(name) is a key of \(other.type)")
    }
    if Catalogue.conflistKey(name) != nil { return KeyHint("move \(name) to the top of the list") }
    let input = Catalogue.plugins.contains { $0.capabilities.contains { $0.name == name } }
    let readers = Catalogue.plugins.filter { has($0, name) }.map(\.type)
    if !readers.isEmpty {
      return KeyHint(
        "leave it out, or use another plugin",
        note: "\(name) is a key of \(WordList.and(readers)), not of \(match.scope.reader)")
    }
    guard input else { return nil }
    return KeyHint("declare it as a capability: \"capabilities\": {\"\(name)\": true}")
  }

  private static func has(_ facts: PluginFacts?, _ name: String) -> Bool { facts?.key(name) != nil }
}
