import Catalogue
import NetworkTypes

/// A page about a release of the reference plugins.
enum PluginReleasePage {
  static func make(_ release: PluginRelease) -> Page {
    let version = release.version
    var page = Page("plugins \(version): a release of the reference plugins")
    page.raw("")
    page.field("date", release.date)
    page.field("commit", release.commit)
    let twins = Catalogue.pluginReleases.filter { $0.commit == release.commit && $0.version != version }
    page.field("same as", twins.map { "\($0.version)" }.joined(separator: ", "))
    page.field("cniVersion", release.specVersions.joined(separator: ", "))
    for plugin in Catalogue.plugins {
      guard let versions = plugin.specVersions(in: release), versions != release.specVersions else { continue }
      page.field("", "\(plugin.type): \(versions.joined(separator: ", "))")
    }
    page.heading("Plugins")
    page.words(Catalogue.pluginTypes(in: release))
    news(version, &page)
    ends(version, &page)
    return page
  }

  private static func news(_ version: Version, _ page: inout Page) {
    guard version != Catalogue.pluginReleases.first?.version else { return }
    let plugins = Catalogue.plugins.filter { $0.span.since == version }
    let keys = KeyPlace.all.filter { $0.key.span.since == version && $0.plugin?.span.since != version }
    if !plugins.isEmpty || !keys.isEmpty {
      page.heading("New")
      for plugin in plugins { page.point("the plugin \(plugin.type): \(plugin.summary)") }
      for place in keys { page.point("\(place.path): \(place.key.summary)") }
    }
    let changes = Catalogue.plugins.flatMap { plugin in
      plugin.changes.filter { $0.span.since == version }.map { "\(plugin.type): \($0.what)" }
        + plugin.verbNotes.filter { $0.span.since == version }.map { "\(plugin.type): \($0.verb) \($0.what)" }
    }
    let keyChanges = KeyPlace.all.flatMap { place in
      place.key.changes.filter { $0.span.since == version }.map { "\(place.path): \($0.what)" }
    }
    list(changes + keyChanges, "Different from here on", &page)
    let demands = Catalogue.plugins.flatMap { plugin in
      plugin.constraints.filter { $0.span.since == version && plugin.span.since != version }
        .map { "\(plugin.type): \($0.what)" }
    }
    let common = CommonKeys.constraints.filter { $0.span.since == version }.map { "every plugin: \($0.what)" }
    list(common + demands, "Demanded from here on", &page)
  }

  private static func ends(_ version: Version, _ page: inout Page) {
    let plugins = Catalogue.plugins.filter { $0.span.until == version }.map { "the plugin \($0.type)" }
    let keys = KeyPlace.all.filter { $0.key.span.until == version && $0.plugin?.span.until != version }
    let faults = Catalogue.plugins.flatMap { plugin in
      plugin.constraints.filter { $0.span.until == version && plugin.span.until != version }
        .map { "\(plugin.type): \($0.what)" }
    }
    list(plugins + keys.map(\.path) + faults, "For the last time", &page)
  }

  private static func list(_ points: [String], _ heading: String, _ page: inout Page) {
    guard !points.isEmpty else { return }
    page.heading(heading)
    for point in points { page.point(point) }
  }
}
