import Catalogue
import PlainText
import ProfileLanguage

/// Every section of the language with every key, from the field tables.
enum LanguageReference {
  static func lines() -> [String] {
    var lines = [
      "What the sections are for and how they work together is told in [language.md](../language.md).",
      "Keys of intents (`bridge:`, `portMappings:` and their like) are listed with their plugins, in",
      "[plugins.md](plugins.md).", "",
    ]
    for section in Sections.all { lines += self.lines(about: section) }
    return lines
  }

  private static func lines(about section: Section) -> [String] {
    let rows = section.fields.map { field in
      [Markdown.code(field.name), value(field.shape), Markdown.prose(field.summary)]
    }
    return ["## \(section.name)", ""] + Markdown.table(["key", "value", "meaning"], rows)
      + section.demands.map { "- \(words($0))" } + (section.demands.isEmpty ? [] : [""])
  }

  private static func value(_ shape: Shape) -> String {
    switch shape {
    case .intent(let intent):
      "true, false or a mapping with the keys of [\(intent.pluginType)](plugins.md#\(intent.pluginType))"
    case .section(let inner): link(inner)
    case .list(.section(let inner), _): "a list, each element \(link(inner))"
    case .map(.section(let inner)): "a mapping with keys of one's own, each value \(link(inner))"
    case .overlay(let inner): "\(value(inner)), of which any may be there, and `null` removes"
    case .profile: link(Sections.profile)
    case .either(let shapes): shapes.map(value).joined(separator: ", or ")
    default: Markdown.prose(shape.words)
    }
  }

  /// A section by its heading, where it has one.
  private static func link(_ section: Section) -> String {
    guard Sections.all.contains(where: { $0.name == section.name }) else {
      return Markdown.prose(Shape.section(section).words)
    }
    return "a mapping, [\(section.name)](#\(anchor(section.name)))"
  }

  /// What a heading is called in a link: without apostrophes, and with dashes for spaces.
  private static func anchor(_ heading: String) -> String {
    heading.replacing(text: "'", with: "").replacing(text: " ", with: "-")
  }

  private static func words(_ demand: Demand) -> String {
    switch demand {
    case .key(let key): "`\(key)` must be there."
    case .anyOf(let keys): "One of \(list(keys)) must be there."
    case .atMostOne(let keys): "\(list(keys)) exclude each other."
    case .with(let key, let other): "`\(other)` needs `\(key)` beside it."
    case .keyWhere(let key, let other, let word): "`\(key)` must be there where `\(other)` is `\(word)`."
    case .without(let key, let other, let types):
      types.isEmpty
        ? "`\(key)` must not stand beside `\(other)`."
        : "`\(key)` must not stand beside `\(other)`, unless its type is \(list(types))."
    }
  }

  private static func list(_ keys: [String]) -> String { keys.map(Markdown.code).joined(separator: ", ") }
}
