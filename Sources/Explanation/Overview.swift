import Catalogue
import Diagnostics
import Difference
import NetworkTypes
import ProfileLanguage
import Rules

extension Explanation {
  /// Everything that can be asked for: `cnigen explain` alone.
  package static func overview() -> String {
    var page = Page("cnigen explain WORD tells what a rule, a plugin, a key, a release or a message means.")
    page.heading("For example")
    for example in examples { page.raw("  cnigen explain \(example)") }
    page.heading("Plugins")
    page.table(Catalogue.plugins.map { ($0.type, $0.summary) })
    page.heading("Releases")
    page.field("plugins", Catalogue.pluginReleases.map { "\($0.version)" }.joined(separator: ", "))
    let lines = Catalogue.containerdLineNames.compactMap(Catalogue.containerdLine(named:))
    page.field("containerd", lines.compactMap(range).joined(separator: ", "))
    page.field("spec", Catalogue.specVersions.map { "\($0.version)" }.joined(separator: ", "))
    for kind in Sections.kinds {
      page.heading("Keys of \(kind.documents)")
      for section in kind.sections { page.field(section.name, section.keys.joined(separator: ", ")) }
    }
    page.heading("Templates")
    page.words(TemplateLibrary.names)
    page.heading("Capabilities")
    page.words(Catalogue.capabilities.map(\.name))
    page.heading("Keys at the top of a list")
    page.words(Catalogue.conflistKeys.map(\.name))
    page.heading("Keys of containerd's CNI table")
    page.words(Containerd.cniKeys.map(\.name))
    page.heading("Classes of changes")
    page.table(Effect.allCases.map { ($0.word, $0.meaning) })
    page.heading("Changes that diff finds")
    page.table(ChangeKind.all.map { ($0.id, $0.summary) })
    for family in Rule.families where !family.rules.isEmpty {
      page.heading("Rules about \(family.subject)")
      page.table(family.rules.map { ($0.id, "\($0.severity.rawValue): \($0.summary)") })
    }
    return page.text
  }

  private static let examples = [
    "bridge", "bridge.isGateway", "masquerade", "gateway-outside-subnet", "plugins 1.1.1", "containerd 1.6.20",
    "spec 1.0.0", "portMappings", "drain", "'incompatible CNI versions'",
  ]

  private static func range(_ line: ContainerdLine) -> String? {
    guard let first = line.releases.first, let last = line.releases.last else { return nil }
    return "\(first.version) to \(last.version)"
  }
}
