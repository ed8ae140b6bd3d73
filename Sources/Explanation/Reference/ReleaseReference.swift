import Catalogue
import NetworkTypes

/// The releases of the plugins, of containerd and of the specification that the catalogue knows.
enum ReleaseReference {
  static func lines() -> [String] {
    plugins() + containerd() + specification()
  }

  private static func plugins() -> [String] {
    let rows = Catalogue.pluginReleases.map { release in
      let version = release.version
      let plugins = Catalogue.plugins.filter { $0.span.since == version && version > "0.6.0" }
      let keys = KeyPlace.all.filter { place in
        place.key.span.since == version && version > "0.6.0" && place.plugin?.span.since != version
      }
      let news = plugins.map { Markdown.code($0.type) } + keys.map { Markdown.code($0.path) }
      return ["\(version)", release.date, release.specVersions.last ?? "", news.joined(separator: ", ")]
    }
    return ["## The reference plugins", ""]
      + Page.wrap("`cnigen explain plugins 1.1.1` tells of a release what became different in it.") + [""]
      + Markdown.table(["release", "date", "spec versions up to", "new plugins and keys"], rows)
  }

  private static func containerd() -> [String] {
    let rows = Catalogue.containerdLines.flatMap { line in
      line.releases.map { release in
        [
          "\(release.version)", release.date, "\(release.libcni)", "\(release.specMaximum)",
          release.schemas.map(String.init).joined(separator: ", "), "\(release.loopbackSpec)",
        ]
      }
    }
    return ["## containerd", ""]
      + Page.wrap("`cnigen explain containerd 1.6.20` tells of a release its known faults, too.") + [""]
      + Markdown.table(
        ["release", "date", "libcni", "spec versions up to", "config schemas", "spec version of its own lo"], rows)
  }

  private static func specification() -> [String] {
    let rows = Catalogue.specVersions.map { spec in
      ["\(spec.version)", spec.date, spec.verbs.joined(separator: ", "), "\(spec.libcniSince)"]
    }
    return ["## The CNI specification", ""]
      + Markdown.table(["version", "date", "verbs", "libcni since"], rows)
  }
}
