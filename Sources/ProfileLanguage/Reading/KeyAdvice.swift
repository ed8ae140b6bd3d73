import Catalogue
import Diagnostics
import Syntax

/// Answers a key that a section does not have with the one that was meant.
enum KeyAdvice {
  /// Reports a key that is unknown where it stands.
  static func report(_ member: Node.Member, in section: String, known: [String], _ bag: inout DiagnosticBag) {
    if let word = ForeignNames.word(for: member.key, in: section), known.contains(word.text) {
      bag.error(
        "unknown-key", "\(section) has no key \(member.key); that is \(word.owner) name for \(word.text)",
        at: member.keyRange, help: "write \(word.text)")
      return
    }
    if section == "network", ["type", "plugin"].contains(member.key), let text = member.value.scalar?.text,
      let intent = Intent(plugin: text)
    {
      bag.error(
        "unknown-key", "network has no key \(member.key)", at: member.keyRange,
        help: "the plugin is a key of its own: \(intent.rawValue): {…}")
      return
    }
    bag.error(
      "unknown-key", "\(section) has no key \(member.key)", at: member.keyRange,
      help: help(for: member.key, in: section, known: known))
  }

  /// Reports a key that an intent does not have.
  static func report(_ member: Node.Member, in intent: Intent, facts: PluginFacts, _ bag: inout DiagnosticBag) {
    if let key = facts.keys.first(where: { $0.name == member.key && $0.word != member.key }) {
      bag.error(
        "unknown-key", "\(intent.rawValue) has no key \(member.key); that is CNI's name for \(key.word)",
        at: member.keyRange, help: "write \(key.word)")
      return
    }
    report(member, in: intent.rawValue, known: facts.keys.map(\.word) + ["capabilities"], &bag)
  }

  /// A key of this name elsewhere, and keys of this section that look like it: either may be meant.
  private static func help(for key: String, in section: String, known: [String]) -> String? {
    let near = Spelling.allNearest(to: key, among: known)
    let places = WordPlace.beside(section).filter { $0.name != section && $0.words.contains(key) }.map(\.name)
    let move = places.isEmpty ? nil : "\(key) belongs under \(Words.either(unique(places)))"
    let write = near.isEmpty ? nil : "write \(Words.either(near))"
    switch (write, move) {
    case (let write?, let move?): return "\(write); or move it: \(move)"
    case (let write?, nil): return write
    case (nil, let move?): return move
    case (nil, nil): return known.isEmpty ? nil : "its keys are: \(known.joined(separator: ", "))"
    }
  }

  private static func unique(_ names: [String]) -> [String] {
    names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }.map(\.element)
  }
}
