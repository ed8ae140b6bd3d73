import Catalogue
import ProfileLanguage

/// A page about a key of a section in profiles and their kin.
enum SectionKeyPage {
  /// The pages of a key's name, one for each section that has it; `bridge.name` and the like are the catalogue's.
  static func named(_ name: String) -> [Page] {
    let wanted = name.lowercased()
    return Sections.kinds.flatMap { kind in
      kind.sections.flatMap { section in
        section.fields.filter { $0.name.lowercased() == wanted || "\(section.place).\($0.name)".lowercased() == wanted }
          .map { make($0, in: section, of: kind.documents) }
      }
    }
  }

  private static func make(_ field: Section.Entry, in section: Section, of documents: String) -> Page {
    var page = Page("\(field.name): a key of \(section.name) in \(documents)")
    page.paragraph(field.summary.sentence)
    page.raw("")
    page.field("value", field.shape.words)
    page.field("required", section.demands.contains { $0.isAbout(field.name) } ? "yes" : "")
    if let stands = field.shape.plugin {
      page.field("stands for", "the plugin \(stands); cnigen explain \(stands) tells its keys")
    }
    if let section = field.shape.section {
      page.heading("Its keys")
      page.table(section.fields.map { ($0.name, $0.summary) })
    }
    return page
  }
}

extension Section {
  /// Its name without the article.
  fileprivate var place: String { name.hasPrefix("the ") ? String(name.dropFirst(4)) : name }
}

extension Demand {
  fileprivate func isAbout(_ name: String) -> Bool { if case .key(name) = self { true } else { false } }
}

extension Shape {
  /// The section that a mapping here, or in a list here, would be.
  fileprivate var section: Section? {
    switch self {
    case .section(let section): section
    case .list(let element, _), .map(let element), .overlay(let element): element.section
    case .either(let shapes): shapes.lazy.compactMap(\.section).first
    default: nil
    }
  }

  /// The type of the plugin that an intent stands for.
  fileprivate var plugin: String? { if case .intent(let intent) = self { intent.pluginType } else { nil } }
}
