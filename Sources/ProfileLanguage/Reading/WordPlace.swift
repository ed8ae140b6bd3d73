import Catalogue

/// A place of the language where keys stand, and the words for them there.
package struct WordPlace: Sendable {
  /// What it is called in messages: `network`, `bridge`, `ranges`, `bridge.vlanTrunk`.
  package let name: String
  package let words: [String]

  /// Every place: the sections, the intents, and the mappings within.
  package static var all: [WordPlace] { within(Sections.all) }

  /// The places that a word may have been meant for that stands at a place: those of documents of the same kind.
  package static func beside(_ place: String) -> [WordPlace] { within(Sections.beside(place)) }

  private static func within(_ sections: [Section]) -> [WordPlace] {
    var places: [WordPlace] = []
    for section in sections {
      places.append(WordPlace(name: section.name, words: section.keys))
      for field in section.fields { places += within(field.shape, under: field.name) }
    }
    return places
  }

  private static func within(_ shape: Shape, under name: String) -> [WordPlace] {
    switch shape {
    case .list(let element, _), .map(let element): within(element, under: name)
    case .either(let shapes): shapes.flatMap { within($0, under: name) }
    case .section(let inner) where !isKnown(inner):
      inner.fields.isEmpty ? [] : [WordPlace(name: inner.name, words: inner.keys)]
    case .object(let keys): [WordPlace(name: name, words: keys.map(\.word))] + below(keys, of: name)
    case .key(let key): below([key], of: name)
    case .intent(let intent):
      if let keys = Catalogue.plugin(intent.pluginType)?.keys {
        [WordPlace(name: name, words: keys.map(\.word) + ["capabilities"])] + below(keys, of: name)
      } else {
        []
      }
    default: []
    }
  }

  /// Whether a section is told of elsewhere: it has a table, an entry of `targets` is a target, and the keys of
  /// `plugins` in a target are plugins.
  private static func isKnown(_ section: Section) -> Bool {
    ["plugins", "targets"].contains(section.name) || Sections.all.contains { $0.name == section.name }
  }

  private static func below(_ keys: [KeyFacts], of owner: String) -> [WordPlace] {
    keys.filter { !$0.fields.isEmpty }.flatMap { key in
      let name = "\(owner).\(key.word)"
      return [WordPlace(name: name, words: key.fields.map(\.word))] + below(key.fields, of: name)
    }
  }
}
