import Catalogue
import CNIModel
import Diagnostics

/// What somebody meant who wrote a key that its reader does not have.
struct KeyHint {
  /// What the key is, as far as the reader of the message does not know: `ipMasq is a key of bridge and ptp`.
  let note: String?
  /// What to type.
  let help: String
  /// The key that was meant, by its reader and from there on: `host-local`, `ranges.rangeStart`.
  let meant: (reader: String, key: String)?

  init(_ help: String, note: String? = nil, meant: (reader: String, key: String)? = nil) {
    self.note = note
    self.help = help
    self.meant = meant
  }

  /// What comes of the slip on a node, as far as it was seen.
  func effect(in scope: KeyScope) -> String {
    let effect = meant.flatMap { KeyEffect.missing($0.key, in: $0.reader) }
    return "\(scope.reader) reads past it without a word" + (effect.map { "; \($0)" } ?? "")
  }

  /// The hint for a name that the scope does not have; `nil` for a word that nothing here resembles.
  static func find(_ match: KeyMatch, in subject: Subject) -> KeyHint? {
    notAKey(match) ?? plainWord(match) ?? alias(match) ?? elsewhereInPlugin(match) ?? nearest(match)
      ?? elsewhere(match, in: subject)
  }

  /// A key that people are known to write and that the reader never had.
  private static func notAKey(_ match: KeyMatch) -> KeyHint? {
    match.scope.facts?.notKey(match.scope.qualified(match.member.name)).map { KeyHint($0.instead) }
  }

  /// The plain word of an intent where CNI's name belongs. The value must suit the key, since `gateway` is the plain
  /// word for bridge's isGateway and CNI's name for an address.
  private static func plainWord(_ match: KeyMatch) -> KeyHint? {
    let folded = match.member.name.lowercased()
    let key = match.scope.keys.first { $0.word != $0.name && $0.word.lowercased() == folded }
    guard let key, TypeFault.find(in: match.member.value, as: key.type(in: match.scope.release)).isEmpty else {
      return nil
    }
    return write(key, in: match.scope)
  }

  private static func nearest(_ match: KeyMatch) -> KeyHint? {
    let names = match.scope.keys.filter { !$0.span.isOver(at: match.scope.release) }.map(\.name)
    let near = Spelling.allNearest(to: match.member.name, among: names)
    guard let name = near.first, let key = match.scope.keys.first(where: { $0.name == name }) else { return nil }
    return near.count == 1 ? write(key, in: match.scope) : KeyHint("write \(WordList.or(near))")
  }

  /// Words of other tools for what the scope has under CNI's name.
  private static func alias(_ match: KeyMatch) -> KeyHint? {
    guard let names = aliases[match.member.name.lowercased()] else { return nil }
    return match.scope.keys.first { names.contains($0.name) }.map { write($0, in: match.scope) }
  }

  private static let aliases: [String: [String]] = [
    "parent": ["master"], "link": ["master"], "device": ["master"], "interface": ["master", "device"],
    "gateway": ["gw"], "nexthop": ["gw"], "via": ["gw"], "destination": ["dst"], "network": ["dst", "subnet"],
    "metric": ["priority"],
    "cidr": ["subnet"], "range": ["subnet"], "ip": ["address"], "uid": ["owner"], "gid": ["group"],
    "hairpin": ["hairpinMode"], "promiscuous": ["promiscMode", "promisc"], "masquerade": ["ipMasq"],
    "txqueuelen": ["txQLen"], "tag": ["vlanId"],
  ]

  private static func write(_ key: KeyFacts, in scope: KeyScope) -> KeyHint {
    let meant = (scope.reader, scope.qualified(key.name))
    guard key.span.isAhead(of: scope.release), let since = key.span.since else {
      return KeyHint("write \(key.name)", meant: meant)
    }
    return KeyHint(
      "take \(scope.series) \(since) or later and write \(key.name)",
      note: "\(key.name) is what \(scope.reader) calls it, from \(scope.series) \(since) on", meant: meant)
  }
}
