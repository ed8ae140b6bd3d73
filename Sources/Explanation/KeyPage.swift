import Catalogue
import NetworkTypes

/// A page about a key of a plugin, or of all plugins.
enum KeyPage {
  static func make(_ place: KeyPlace) -> Page {
    let key = place.key
    let owner = place.plugin.map { "a key of the plugin \($0.type)" } ?? "a key that every plugin knows"
    var page = Page("\(place.path): \(owner)")
    page.paragraph(key.summary.sentence)
    page.raw("")
    page.field("type", key.type.words)
    page.field("in profiles", key.word == key.name ? "" : "\(key.word)")
    page.field("since", since(key.span))
    page.field("until", key.span.until.map { "plugins \($0)" } ?? "")
    page.field("required", key.required ? "yes: the plugin refuses a configuration without it" : "")
    page.field("default", key.absent)
    page.field("values", key.values.map { "\($0.text)\($0.span.inBrackets)" }.joined(separator: ", "))
    page.field("limits", limits(key))
    page.field("effect", key.applied ? "" : "none: it is handed on in the result alone")
    fields(of: key, &page)
    if !key.changes.isEmpty {
      page.heading("What became different, by release of the plugins")
      for change in key.changes { page.point("\(change.span): \(change.what)") }
    }
    let constraints = place.plugin?.constraints ?? CommonKeys.constraints
    page.constraints(constraints.filter { $0.keys.contains(place.name) }, "On a node")
    page.rules(ConcernedRules.about(place))
    return page
  }

  private static func since(_ span: ReleaseSpan) -> String {
    span.since.map { "plugins \($0)\($0 == "0.6.0" ? " or before, as far back as the catalogue goes" : "")" } ?? ""
  }

  private static func limits(_ key: KeyFacts) -> String {
    var limits: [String] = []
    switch (key.minimum, key.maximum) {
    case (let least?, let most?): limits.append("\(least) to \(most)")
    case (let least?, nil): limits.append("\(least) or more")
    case (nil, let most?): limits.append("\(most) or less")
    case (nil, nil): break
    }
    if let bytes = key.maximumBytes { limits.append("at most \(bytes) bytes") }
    if !key.constraint.isEmpty { limits.append(key.constraint) }
    return limits.joined(separator: "; ")
  }

  private static func fields(of key: KeyFacts, _ page: inout Page) {
    guard !key.fields.isEmpty else { return }
    page.heading("Its keys")
    page.table(key.fields.map { ($0.name, "\($0.type.words); \($0.summary)") })
  }
}
