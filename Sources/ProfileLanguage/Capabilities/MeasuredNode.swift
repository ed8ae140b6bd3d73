import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

/// What a Capabilities document comes to: the releases of its plugins, as far as the catalogue has them, and what was
/// measured.
struct MeasuredNode {
  /// The release that most of the reference plugins on the node have.
  let plugins: PluginRelease
  /// Where it is stated first.
  let pluginsPlace: SourceRange?
  /// The releases of single plugins, those of others among them.
  let overrides: [String: PluginRelease]
  /// Where the release of each plugin is stated.
  let places: [String: SourceRange]
  let capabilities: NodeCapabilities

  /// Finds the releases of a document in the catalogue. What it says against what the catalogue knows goes into the bag.
  init(_ document: CapabilitiesDocument, _ bag: inout DiagnosticBag) {
    var known = KnownReleases()
    var stated: [(plugin: CapabilitiesDocument.Plugin, release: PluginRelease)] = []
    for plugin in document.plugins where plugin.isReference {
      if let release = plugin.release.flatMap({ known.find($0, &bag) }) { stated.append((plugin, release)) }
    }
    let common = Self.mostFrequent(stated.map(\.release))
    let assumed = Self.assume(document, common, &bag)
    let others = document.plugins.compactMap { plugin in plugin.ownRelease.map { (plugin, $0) } }
    var overrides: [String: PluginRelease] = [:]
    var places: [String: SourceRange] = [:]
    for (plugin, release) in stated + assumed + others {
      guard let type = plugin.type else { continue }
      overrides[type.value] = release
      places[type.value] = plugin.release?.range ?? type.range
    }
    for (plugin, release) in stated { ReleaseContradiction.check(plugin, release, &bag) }
    let releases = stated + assumed
    plugins = Self.mostFrequent(releases.map(\.release)) ?? Catalogue.newestPluginRelease
    let first = plugins.version
    pluginsPlace = stated.first { $0.release.version == first }?.plugin.release?.range
    self.overrides = overrides
    self.places = places
    capabilities = NodeCapabilities(
      plugins: document.plugins.compactMap(\.measured), at: document.pluginsPlace)
  }

  /// The release that occurs most often; of several the newest.
  private static func mostFrequent(_ releases: [PluginRelease]) -> PluginRelease? {
    let count = { (release: PluginRelease) in releases.count { $0.version == release.version } }
    return releases.max { left, right in
      let (a, b) = (count(left), count(right))
      return a == b ? left.version < right.version : a < b
    }
  }

  /// The releases of reference plugins that state none: the one that the others have, or the newest that answers the
  /// spec versions that were measured.
  private static func assume(
    _ document: CapabilitiesDocument, _ common: PluginRelease?, _ bag: inout DiagnosticBag
  ) -> [(plugin: CapabilitiesDocument.Plugin, release: PluginRelease)] {
    let open = document.plugins.filter { $0.isReference && $0.release == nil }
    let assumed = open.map { ($0, $0.likelyRelease(beside: common)) }
    var told: [Version] = []
    for (plugin, release) in assumed where !told.contains(release.version) {
      told.append(release.version)
      let names = assumed.filter { $0.1.version == release.version }.compactMap { $0.0.type?.value }
      bag.warning(
        "target-assumed",
        "no release is stated for \(Words.all(names)); \(release.version) is assumed", at: plugin.type?.range,
        notes: [
          Diagnostic.Note("it is the release of most other plugins, or the newest that answers the same spec versions")
        ], help: "add release: \(release.version), if that is what the node has")
    }
    return assumed
  }
}

/// Releases of the reference plugins, each looked up and reported once, whatever many plugins state it.
private struct KnownReleases {
  private var found: [(version: Version, release: PluginRelease?)] = []

  mutating func find(_ stated: Located<Version>, _ bag: inout DiagnosticBag) -> PluginRelease? {
    if let earlier = found.first(where: { $0.version == stated.value }) { return earlier.release }
    let release = ReleaseLookup.plugins(stated.value, at: stated.range, &bag)
    found.append((stated.value, release))
    return release
  }
}

extension CapabilitiesDocument.Plugin {
  /// The release of a plugin of others, in the form of the catalogue's.
  fileprivate var ownRelease: PluginRelease? {
    guard !isReference, let release else { return nil }
    return PluginRelease(release.value, "", commit: "", specVersions: cniVersions?.value ?? [])
  }

  /// What a target knows of it.
  fileprivate var measured: MeasuredPlugin? {
    guard let type else { return nil }
    return MeasuredPlugin(
      type: type, specVersions: cniVersions, path: path, shadowed: shadowed.map(\.value), fault: fault,
      facts: facts(type.value))
  }

  /// What is known of a plugin of others that is described. Without a release of its own nobody can tell which keys are
  /// too new, so all of them count.
  private func facts(_ type: String) -> PluginFacts? {
    guard !isReference, let own = description.keys else { return nil }
    let hasIPAM = description.ipam.map { $0 != .none } ?? false
    var keys = release == nil ? own.map(\.ofEveryRelease) : own
    // Nobody says whether it runs an IPAM plugin; what stands under ipam is then its own affair.
    if !hasIPAM, description.ipam == nil, !keys.contains(where: { $0.name == "ipam" }) {
      keys.append(KeyFacts("ipam", .any, .always, "what it makes of it, nobody says"))
    }
    return PluginFacts(
      type, of: type, description.role ?? .unstated, .always, description.summary, ipam: description.ipam ?? .none,
      capabilities: description.capabilities.map { PluginFacts.Input($0.value, .always) }, keys: keys)
  }

  /// The release that a plugin without a stated one has in all likelihood.
  fileprivate func likelyRelease(beside common: PluginRelease?) -> PluginRelease {
    let facts = type.flatMap { Catalogue.plugin($0.value) }
    let fits = { (release: PluginRelease) in
      guard let versions = cniVersions?.value else { return true }
      return facts?.specVersions(in: release).map { Set($0) == Set(versions) } ?? false
    }
    if let common, fits(common) { return common }
    return Catalogue.pluginReleases.last(where: fits) ?? Catalogue.newestPluginRelease
  }
}

extension KeyFacts {
  /// The same key without its first and last release.
  fileprivate var ofEveryRelease: KeyFacts {
    KeyFacts(
      name, type, absent: absent, .always, required: required, values: values, minimum: minimum, maximum: maximum,
      summary, fields: fields.map(\.ofEveryRelease))
  }
}
