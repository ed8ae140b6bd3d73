import Catalogue
import Diagnostics
import Difference
import NetworkTypes
import ProfileLanguage
import Rules

/// All words that have a page, for advice on a misspelt one.
enum Vocabulary {
  /// The word that was meant, if one is near.
  static func nearest(to word: String) -> String? {
    let version = word.hasPrefix("v") ? String(word.dropFirst()) : word
    if let version = Version(version) { return nearest(toRelease: version) }
    return Spelling.nearest(to: word, among: all)
  }

  /// Lower case, without dashes and underscores.
  static func fold(_ word: String) -> String { word.lowercased().filter { $0 != "-" && $0 != "_" } }

  /// Every word that has a page, some of them more than once.
  static var all: [String] {
    let places = KeyPlace.all
    let keys = places.flatMap { [$0.key.name, $0.key.word] }
    return Catalogue.pluginTypes + Rule.everyRule.map(\.id) + keys + places.map(\.path)
      + Catalogue.capabilities.map(\.name) + Catalogue.conflistKeys.map(\.name) + Containerd.cniKeys.map(\.name)
      + Effect.allCases.map(\.word) + ChangeKind.all.map(\.id)
      + Catalogue.knownIssues.map(\.id) + Sections.all.flatMap(\.keys) + TemplateLibrary.names
  }

  /// The newest release that is not newer than the one asked for and of the same line, or simply the newest.
  private static func nearest(toRelease version: Version) -> String? {
    if let newest = Catalogue.containerdLine(version)?.newest { return "containerd \(newest.version)" }
    let older = Catalogue.pluginReleases.last { $0.version <= version }
    return "plugins \((older ?? Catalogue.newestPluginRelease).version)"
  }
}
