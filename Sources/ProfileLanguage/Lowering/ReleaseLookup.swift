import Catalogue
import Diagnostics
import NetworkTypes

/// Finds a stated release in the catalogue, or the one to judge by in its place.
enum ReleaseLookup {
  /// The release of containerd; a patch release that is younger than the catalogue is judged as the newest of its
  /// line.
  static func containerd(_ version: Version, at place: SourceRange?, _ bag: inout DiagnosticBag) -> ContainerdRelease? {
    if let release = Catalogue.containerdRelease(version) { return release }
    let line = Catalogue.containerdLine(version)
    if !version.isComplete {
      let newest = line?.releases.last?.version
      bag.error(
        "unknown-release", "containerd \(version) names a line, not a release", at: place,
        help: newest.map { "write a whole release, such as \($0)" })
      return nil
    }
    let known = Known(
      what: "containerd", first: Catalogue.containerdLines.first?.releases.first?.version,
      newest: Catalogue.newestContainerdRelease?.version)
    return nearest(version, known, in: line?.releases ?? [], at: place, &bag) { $0.version }
  }

  /// The release of the reference plugins; one that is younger than the catalogue is judged as the newest.
  static func plugins(_ version: Version, at place: SourceRange?, _ bag: inout DiagnosticBag) -> PluginRelease? {
    if let release = Catalogue.pluginRelease(version) { return release }
    if !version.isComplete {
      let newest = Catalogue.pluginReleases.last { $0.version.line == version.line }?.version
      bag.error(
        "unknown-release", "plugins \(version) names a line, not a release", at: place,
        help: newest.map { "write a whole release, such as \($0)" })
      return nil
    }
    let known = Known(
      what: "plugins", first: Catalogue.pluginReleases.first?.version, newest: Catalogue.newestPluginRelease.version)
    return nearest(version, known, in: Catalogue.pluginReleases, at: place, &bag) { $0.version }
  }

  /// What the catalogue covers.
  private struct Known {
    let what: String
    let first: Version?
    let newest: Version?
  }

  /// The newest known release that is older than the stated one, with a warning; an error where there is none.
  private static func nearest<Release>(
    _ version: Version, _ known: Known, in releases: [Release], at place: SourceRange?,
    _ bag: inout DiagnosticBag, _ number: (Release) -> Version
  ) -> Release? {
    guard let release = releases.last(where: { number($0) < version }) else {
      let first = known.first?.description ?? ""
      bag.error(
        "unknown-release", "\(known.what) \(version) is not in the catalogue", at: place,
        help: known.newest.map { "it knows \(known.what) \(first) to \($0)" })
      return nil
    }
    bag.warning(
      "release-not-catalogued", "\(known.what) \(version) is not in the catalogue; it is judged as \(number(release))",
      at: place, help: known.newest.map { "the newest release that this cnigen knows is \($0)" })
    return release
  }
}
