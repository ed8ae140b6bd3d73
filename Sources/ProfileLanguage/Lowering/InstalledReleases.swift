import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

/// The plugins of a target by release, and what was measured of them.
struct InstalledReleases {
  let plugins: PluginRelease
  let pluginsPlace: SourceRange?
  /// Plugins that come from another release, and those of others.
  let overrides: [String: PluginRelease]
  let places: [String: SourceRange]
  let capabilities: NodeCapabilities?

  /// `nil` where a stated release cannot be found.
  init?(_ stated: StatedTarget, _ bag: inout DiagnosticBag) {
    let node = stated.measured.map { MeasuredNode($0, &bag) }
    var overrides = node?.overrides ?? [:]
    var places = node?.places ?? [:]
    var capabilities = node?.capabilities
    if let version = stated.plugins {
      guard let release = ReleaseLookup.plugins(version.value, at: version.place, &bag) else { return nil }
      plugins = release
      pluginsPlace = version.place
      capabilities = capabilities?.replacingReferencePlugins()
      for plugin in stated.measured?.plugins ?? [] where plugin.isReference {
        guard let type = plugin.type?.value else { continue }
        overrides[type] = nil
        places[type] = nil
      }
    } else {
      plugins = node?.plugins ?? Catalogue.newestPluginRelease
      pluginsPlace = node?.pluginsPlace
    }
    for override in stated.overrides {
      guard let release = ReleaseLookup.plugins(override.version.value, at: override.version.range, &bag) else {
        continue
      }
      overrides[override.type.value] = release
      places[override.type.value] = override.version.range
      capabilities = capabilities?.replacing(override.type)
    }
    self.overrides = overrides
    self.places = places
    self.capabilities = capabilities
  }
}
