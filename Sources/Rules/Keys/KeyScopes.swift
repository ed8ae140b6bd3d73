import Catalogue
import CNIModel
import NetworkTypes

extension Subject {
  /// Every object of the list whose keys the catalogue knows, in the order of the file.
  ///
  /// Of a plugin that nobody knows, or that the release does not have, only those keys are told whose type libcni
  /// itself checks.
  func findKeyScopes() -> [KeyScope] {
    list.plugins.flatMap { plugin in
      let scope = pluginScope(of: plugin)
      return withInner(scope) + (ipamScope(of: plugin).map(withInner) ?? [])
    }
  }

  private func pluginScope(of plugin: Plugin) -> KeyScope {
    let release = plugin.release(in: target)
    let known = plugin.isKnown(in: target) ? plugin.facts : nil
    let common = known.map(Self.commonKeys) ?? CommonKeys.all.filter { Self.typedByRuntime.contains($0.name) }
    return KeyScope(
      plugin: plugin, level: .plugin, reader: plugin.type, facts: known, release: release, path: [],
      object: plugin.value, keys: (known?.keys ?? []) + common, isOpen: known == nil)
  }

  /// The keys that every plugin has; `ipam` with the releases in which this one runs it.
  private static func commonKeys(_ facts: PluginFacts) -> [KeyFacts] {
    CommonKeys.all.map { key in
      guard key.name == "ipam", facts.ipam != .none else { return key }
      return KeyFacts(key.name, word: key.word, key.type, facts.ipamSpan, key.summary)
    }
  }

  private func ipamScope(of plugin: Plugin) -> KeyScope? {
    guard let ipam = plugin.ipam else { return nil }
    let release = target.release(of: ipam.type).version
    let known = judges(ipam, of: plugin) ? ipam.facts : nil
    return KeyScope(
      plugin: plugin, level: .ipam, reader: known == nil ? "ipam" : ipam.type, facts: known, release: release,
      path: [], object: ipam.value, keys: (known?.keys ?? []) + CommonKeys.all.filter { $0.name == "type" },
      isOpen: known == nil)
  }

  /// Whether an `ipam` object reaches a known IPAM plugin as it stands. The reference plugins hand it on untouched, and
  /// so do those of others whose description says that they run an IPAM plugin; the rest may put words of their own
  /// into it, as Calico does with `usePodCidr`.
  func judges(_ ipam: IPAM, of plugin: Plugin) -> Bool {
    guard plugin.isKnown(in: target), let facts = plugin.facts, facts.ipam != .none,
      facts.ipamSpan.contains(plugin.release(in: target)), let manager = ipam.facts, manager.role == .ipam
    else { return false }
    return manager.span.contains(target.release(of: ipam.type).version)
  }

  /// A scope and those within it.
  private func withInner(_ scope: KeyScope) -> [KeyScope] {
    var scopes = [scope]
    for match in scope.matches {
      guard let key = match.read, !key.fields.isEmpty else { continue }
      for object in Self.objects(in: match.member.value, as: key.type(in: scope.release)) {
        scopes += withInner(scope.inner(object, under: key))
      }
    }
    return scopes
  }

  /// The objects in a value of a type; values of a wrong type hold none.
  private static func objects(in value: Value, as type: ValueType) -> [Value] {
    switch type {
    case .object: value.object == nil ? [] : [value]
    case .list(let element): (value.array ?? []).flatMap { objects(in: $0, as: element) }
    default: []
    }
  }

  /// Keys of a plugin object that libcni decodes while it loads a list; a wrong type there fails the whole list.
  static let typedByRuntime: Set<String> = ["cniVersion", "name", "type", "capabilities", "ipam", "dns", "prevResult"]
}
