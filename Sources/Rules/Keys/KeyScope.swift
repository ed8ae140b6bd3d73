import Catalogue
import CNIModel
import NetworkTypes

/// An object whose keys the catalogue knows: a plugin, its `ipam`, a range, a route, a `dns`. A class, since every
/// member of the object names it.
final class KeyScope: Sendable {
  /// Where the object stands.
  enum Level: Sendable {
    /// It is the plugin's object, or lies in it beside `ipam`.
    case plugin
    /// It is the object under `ipam`, or lies in it.
    case ipam
  }

  /// The element of the chain that it belongs to.
  let plugin: Plugin
  let level: Level
  /// The type of the plugin that reads it.
  let reader: String
  /// What the catalogue knows of the reader; `nil` for one that nobody knows.
  let facts: PluginFacts?
  /// The release that the reader comes from.
  let release: Version
  /// The CNI names of the keys that lead from the reader's own object to this one: empty, or `ranges`.
  let path: [String]
  let object: Value
  /// The keys that it can have in some release, the reader's own before the common ones.
  let keys: [KeyFacts]
  /// Whether further keys may stand here that nobody can judge.
  let isOpen: Bool

  init(
    plugin: Plugin, level: Level, reader: String, facts: PluginFacts?, release: Version, path: [String],
    object: Value, keys: [KeyFacts], isOpen: Bool
  ) {
    self.plugin = plugin
    self.level = level
    self.reader = reader
    self.facts = facts
    self.release = release
    self.path = path
    self.object = object
    self.keys = keys
    self.isOpen = isOpen
  }

  /// Whose releases decide about its keys: `plugins`, or a plugin of others.
  var series: String { facts?.series ?? PluginFacts.referenceSeries }

  /// The members of the object, each with the key that the reader takes it for.
  var matches: [KeyMatch] {
    (object.object ?? []).map { member in KeyMatch(member, in: self, key: key(of: member.name)) }
  }

  /// The key that a reader takes a name for: Go matches names in any letter case and prefers the exact one.
  private func key(of name: String) -> KeyFacts? {
    if let exact = keys.first(where: { $0.name == name }) { return exact }
    return keys.first { $0.name.equalsIgnoringCase(name) }
  }

  /// The name of a key in the words of the author.
  func word(_ key: KeyFacts) -> String {
    guard case .intent = plugin.vocabulary else { return key.name }
    return key.word
  }

  /// Where in the reader's configuration the object lies, to stand behind a name: empty, or ` in ranges`.
  var place: String {
    guard !path.isEmpty else { return "" }
    var keys = facts?.keys ?? []
    var words: [String] = []
    for name in path {
      let key = keys.first { $0.name == name } ?? CommonKeys.key(name)
      words.append(key.map(word) ?? name)
      keys = key?.fields ?? []
    }
    return " in \(words.joined(separator: "."))"
  }

  /// A name in this object as the catalogue writes it, from the reader on: `ranges.exclude`.
  func qualified(_ name: String) -> String { (path + [name]).joined(separator: ".") }

  /// The object, or the objects of the list, under one of its keys.
  func inner(_ object: Value, under key: KeyFacts) -> KeyScope {
    KeyScope(
      plugin: plugin, level: level, reader: reader, facts: facts, release: release, path: path + [key.name],
      object: object, keys: key.fields, isOpen: isOpen)
  }
}

/// A member of an object, and the key that its reader takes it for.
struct KeyMatch: Sendable {
  let member: Value.Member
  let scope: KeyScope
  /// The key; `nil` where the reader has none of this name in any release.
  let key: KeyFacts?

  init(_ member: Value.Member, in scope: KeyScope, key: KeyFacts?) {
    self.member = member
    self.scope = scope
    self.key = key
  }

  /// The key where the reader of this release reads it.
  var read: KeyFacts? { key.flatMap { $0.span.contains(scope.release) ? $0 : nil } }

  /// What the member is called in messages: in an intent the plain word, elsewhere as it is written.
  var name: String {
    guard case .intent = scope.plugin.vocabulary, let key else { return member.name }
    return key.word
  }
}
