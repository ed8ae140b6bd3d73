import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

/// A plugin of a chain as the release that the node has of it reads its configuration.
///
/// A key that this release does not know yet, or no more, is not there. A rule that reads its values here judges what
/// takes effect, and leaves keys that are too new to the rule about them.
struct InstalledPlugin: Sendable {
  let plugin: Plugin
  let release: Version

  var type: String { plugin.type }

  /// Whether the installed release decodes a key.
  func reads(_ name: String) -> Bool { plugin.facts?.key(name)?.span.contains(release) ?? false }

  /// A key and its value as the plugin finds them; `nil` where the key is absent, null or none of this release.
  func member(_ name: String) -> Value.Member? {
    guard reads(name), let member = plugin.value.memberIgnoringCase(name), !member.value.isNull else { return nil }
    return member
  }

  /// A value as the plugin finds it.
  subscript(name: String) -> Value? { member(name)?.value }

  /// The value of a boolean key, where it is true.
  func on(_ name: String) -> Value? { self[name].flatMap { $0.bool == true ? $0 : nil } }

  /// The value of a boolean key, where it is written down and false.
  func off(_ name: String) -> Value? { self[name].flatMap { $0.bool == false ? $0 : nil } }

  /// Whether a boolean key is there and true.
  func isOn(_ name: String) -> Bool { on(name) != nil }

  /// Whether a boolean key is absent or false. One of another type is neither on nor off, and a fault of its own.
  func isOff(_ name: String) -> Bool { self[name].map { $0.bool == false } ?? true }

  /// A text that says something; an empty one counts as not set, as it does for the plugins.
  func text(_ name: String) -> Located<String>? {
    guard let value = self[name], let text = value.string, !text.isEmpty else { return nil }
    return Located(text, at: value.range)
  }

  /// A whole number.
  func integer(_ name: String) -> Located<Int>? {
    guard let value = self[name], let number = value.integer else { return nil }
    return Located(number, at: value.range)
  }

  /// The name of a key in the words of the author.
  func word(_ name: String) -> String { plugin.word(name) }

  /// The name of a key of a nested object in the words of the author: `minID` of `vlanTrunk`.
  func word(_ name: String, _ field: String) -> String {
    guard case .intent = plugin.vocabulary else { return field }
    return plugin.facts?.key(name)?.field(field)?.word ?? field
  }

  /// Where a capability is declared, if it is and the installed release takes it.
  func declared(_ capability: String) -> Value? {
    guard plugin.facts?.reads(capability: capability, in: release) ?? false,
      let value = plugin["capabilities"]?.member(capability)?.value, value.bool == true
    else { return nil }
    return value
  }
}

extension Subject {
  /// A plugin as the node has it; `nil` where it is no reference plugin or its release does not ship it.
  func installed(_ plugin: Plugin) -> InstalledPlugin? {
    guard plugin.isKnown(in: target) else { return nil }
    return InstalledPlugin(plugin: plugin, release: plugin.release(in: target))
  }

  /// The plugins of the chain that have one of some types and that the target ships, in order.
  func installed(_ types: String...) -> [InstalledPlugin] {
    list.plugins.compactMap { types.contains($0.type) ? installed($0) : nil }
  }

  /// The interface plugin whose work a chained plugin goes on with; `nil` where there is none, or where an unknown
  /// plugin stands between.
  func interface(before plugin: InstalledPlugin) -> InstalledPlugin? {
    for earlier in list.plugins.reversed() where earlier.index < plugin.plugin.index {
      guard let facts = earlier.facts else { return nil }
      if facts.role == .interface, earlier.type != "loopback" { return installed(earlier) }
    }
    return nil
  }

  /// The first plugin of a type behind another one in the chain.
  func first(_ type: String, after plugin: InstalledPlugin) -> InstalledPlugin? {
    installed(type).first { $0.plugin.index > plugin.plugin.index }
  }
}
