import Catalogue
import Explanation
import ProfileLanguage

/// The page of the language: `cnigen-profile(5)`. What the sections are for is told as in `docs/language.md`; behind it
/// every key stands with what it takes, from the tables that the program reads by.
struct LanguagePage {
  static let name = "cnigen-profile"
  /// The text of `docs/language.md`.
  let language: String
  let release: Mdoc.Release

  func text() -> String {
    var page = Mdoc(Self.name, section: 5, release)
    page.name(Self.name, "profiles, templates, fleets and Capabilities documents of cnigen")
    page.section("DESCRIPTION")
    var told = MarkdownPage(language)
    told.write(&page)
    for kind in Sections.kinds {
      page.section("KEYS OF \(kind.documents.uppercased())")
      for section in kind.sections { Self.write(section, &page) }
    }
    page.section("KEYS OF INTENTS")
    page.paragraph(
      """
      Each stands under its plain word. CNI's own name, which raw plugins under `plugins` take, stands behind it where \
      that is another one.
      """)
    for intent in Intent.allCases { Self.write(intent, &page) }
    page.section("SEE ALSO")
    page.macro("Xr cnigen 1 ,")
    page.macro("Xr cnigen-explain 1")
    page.paragraph("`cnigen explain` has a page for every word of this one, also release by release.")
    return page.text
  }

  private static func write(_ section: Section, _ page: inout Mdoc) {
    page.subsection("Keys of \(section.name)")
    page.list(section.fields) { field, page in
      page.macro("It Ic \(MdocText.argument(field.name))")
      page.prose("\(sentence(field.summary)) It takes \(takes(field.shape)).")
    }
  }

  private static func takes(_ shape: Shape) -> String {
    if case .intent(let intent) = shape {
      return "true, false or a mapping with the keys of `\(intent.rawValue)`, see KEYS OF INTENTS"
    }
    return shape.words
  }

  private static func write(_ intent: Intent, _ page: inout Mdoc) {
    guard let plugin = Catalogue.plugin(intent.pluginType) else { return }
    page.subsection("Keys of \(intent.rawValue)")
    page.paragraph("It \(plugin.summary). The plugin is \(plugin.type).")
    page.list(keys(plugin.keys, below: [])) { way, page in
      guard let key = way.last else { return }
      let (word, name) = (way.map(\.word).joined(separator: "."), way.map(\.name).joined(separator: "."))
      page.macro("It Ic \(MdocText.argument(word))" + (word == name ? "" : " Pq Li \(MdocText.argument(name))"))
      page.prose("\(sentence(key.meaningInWords)) It takes \(key.takenInWords).")
    }
  }

  /// The keys with those inside of them, each by the way to it.
  private static func keys(_ keys: [KeyFacts], below way: [KeyFacts]) -> [[KeyFacts]] {
    keys.flatMap { key in [way + [key]] + Self.keys(key.fields, below: way + [key]) }
  }

  private static func sentence(_ text: String) -> String {
    "\(text.prefix(1).uppercased())\(text.dropFirst())\(text.hasSuffix(".") ? "" : ".")"
  }
}
