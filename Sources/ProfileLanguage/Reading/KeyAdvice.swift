import Catalogue
import Diagnostics
import Syntax

/// Answers a key that a section does not have with the one that was meant.
enum KeyAdvice {
  /// Reports a key that is unknown where it stands.
  static func report(_ member: Node.Member, in section: String, known: [String], _ bag: inout DiagnosticBag) {
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

  private static func help(for key: String, in section: String, known: [String]) -> String? {
    if let near = Spelling.nearest(to: key, among: known) { return "write \(near)" }
    let places = places(of: key, beside: section).filter { $0 != section }
    if !places.isEmpty { return "\(key) belongs under \(Words.either(places))" }
    return known.isEmpty ? nil : "its keys are: \(known.joined(separator: ", "))"
  }

  /// The sections of the same document that have a key of this name.
  private static func places(of key: String, beside section: String) -> [String] {
    let sections = Sections.beside(section)
    var places = sections.filter { $0.keys.contains(key) }.map(\.name)
    guard sections.contains(where: { $0.name == NetworkSection.table.name }) else { return places }
    for intent in Intent.allCases {
      guard let facts = Catalogue.plugin(intent.pluginType) else { continue }
      if facts.keys.contains(where: { $0.word == key || $0.name == key }) { places.append(intent.rawValue) }
    }
    return places
  }
}
