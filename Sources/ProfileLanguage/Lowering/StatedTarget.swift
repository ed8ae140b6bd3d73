import CNIModel
import Diagnostics
import NetworkTypes

/// What is stated about a target. Of several statements the nearest to the person counts: a release on the command line,
/// a Capabilities document there, a release in the profile, the document that the profile names.
struct StatedTarget {
  /// A release, and where it is stated; the place is `nil` for the command line.
  struct Release {
    let value: Version
    let place: SourceRange?
  }

  let containerd: Release?
  /// A release of the reference plugins. It stands above what was measured of them.
  let plugins: Release?
  let kubernetes: Release?
  /// Single plugins from another release.
  let overrides: [TargetSpec.PluginOverride]
  let measured: CapabilitiesDocument?
  /// Whether a document is named that could not be relied on, which has been told.
  let isUnreadable: Bool

  /// - Parameter spec: what the profile says; `nil` where it says nothing.
  init(_ spec: TargetSpec?, _ given: TargetOverrides) {
    let releases = given.capabilities == nil ? spec : nil
    measured = given.capabilities ?? spec?.measured
    isUnreadable = measured == nil && spec?.capabilities != nil
    containerd =
      given.containerd.map { Release(value: $0, place: nil) }
      ?? Self.release(given.capabilities?.containerd?.version) ?? Self.release(spec?.containerd)
      ?? Self.release(spec?.measured?.containerd?.version)
    plugins = given.plugins.map { Release(value: $0, place: nil) } ?? Self.release(releases?.plugins)
    kubernetes = given.kubernetes.map { Release(value: $0, place: nil) } ?? Self.release(spec?.kubernetes)
    overrides = releases?.overrides ?? []
  }

  /// Whether nobody says which containerd the node has.
  var assumesContainerd: Bool { containerd == nil }

  /// Whether nobody says which plugins the node has.
  var assumesPlugins: Bool { plugins == nil && measured == nil }

  private static func release(_ located: Located<Version>?) -> Release? {
    located.map { Release(value: $0.value, place: $0.range) }
  }
}
