import Catalogue
import NetworkTypes
import ProfileLanguage

/// Every reference plugin with every key, from the catalogue.
enum PluginReference {
  static func lines() -> [String] {
    var lines = Page.wrap(
      """
      A key has two names: the plain word that intents and `addresses` take, and CNI's own, in conflists and raw \
      plugins. Releases are those of the reference plugins; a key without one is as old as the catalogue, 0.6.0. What a \
      plugin demands beyond this, release by release, `cnigen explain PLUGIN` tells.
      """)
    lines += [
      "",
      Catalogue.plugins.map { "[\($0.type)](#\($0.type))" }.joined(separator: ", ") + ", [all](#keys-of-all-plugins)",
      "",
    ]
    for plugin in Catalogue.plugins { lines += self.lines(about: plugin) }
    lines += ["## Keys of all plugins", ""] + table(CommonKeys.all.flatMap { rows($0, path: []) })
    return lines
  }

  private static func lines(about plugin: PluginFacts) -> [String] {
    var lines = ["## \(plugin.type)", ""] + Page.wrap(Markdown.prose("It \(plugin.summary).")) + [""]
    if let intent = Intent.of(pluginType: plugin.type) { lines.append("- in profiles: `\(intent.rawValue):`") }
    if let place = addresses[plugin.type] { lines.append("- in profiles: \(place)") }
    lines.append("- releases: \(plugin.span)")
    if !plugin.capabilities.isEmpty {
      let names = plugin.capabilities.map { "`\($0.name)`\($0.span.inBrackets)" }
      lines.append("- capabilities: \(names.joined(separator: ", "))")
    }
    lines.append("")
    let keys = plugin.keys.flatMap { rows($0, path: []) }
    return lines + (keys.isEmpty ? ["It has no keys of its own.", ""] : table(keys))
  }

  /// Where `addresses` has the keys of an IPAM plugin.
  private static let addresses = [
    "host-local": "`ranges`, `routes`, `dataDir` and `resolvConf` of `addresses:`",
    "dhcp": "`dhcp` of `addresses:`", "static": "`static` of `addresses:`",
  ]

  private static func table(_ rows: [[String]]) -> [String] {
    Markdown.table(["word", "CNI's name", "type", "default", "releases", "meaning"], rows)
  }

  private static func rows(_ key: KeyFacts, path: [KeyFacts]) -> [[String]] {
    let way = path + [key]
    let row = [
      Markdown.code(way.map(\.word).joined(separator: ".")), Markdown.code(way.map(\.name).joined(separator: ".")),
      Markdown.prose(key.takenInWords), key.absentJSON.map(Markdown.code) ?? Markdown.prose(key.absent),
      releases(key.span),
      Markdown.prose(key.meaningInWords),
    ]
    return [row] + key.fields.flatMap { rows($0, path: way) }
  }

  private static func releases(_ span: ReleaseSpan) -> String {
    let since = span.since.flatMap { $0 > "0.6.0" ? $0 : nil }
    return ReleaseSpan(since: since, until: span.until) == .always
      ? "" : ReleaseSpan(since: since, until: span.until).description
  }
}
