package import CNIModel
import Catalogue
package import Diagnostics
package import NetworkTypes

/// Releases given on the command line; they stand above those of the profile.
package struct TargetOverrides: Sendable {
  package let containerd: Version?
  package let plugins: Version?
  package let kubernetes: Version?

  package init(containerd: Version? = nil, plugins: Version? = nil, kubernetes: Version? = nil) {
    self.containerd = containerd
    self.plugins = plugins
    self.kubernetes = kubernetes
  }

  /// Whether any release is given.
  package var isEmpty: Bool { containerd == nil && plugins == nil && kubernetes == nil }
}

/// Finds the releases that a profile is to work on in the catalogue.
package enum TargetResolution {
  /// The targets of a profile. Where the command line names releases, a list of targets gives way to a single one.
  package static func resolve(
    _ profile: Profile, _ overrides: TargetOverrides, into bag: inout DiagnosticBag
  ) -> [Target] {
    if profile.isMatrix, overrides.isEmpty {
      return profile.targets.compactMap { target($0, overrides, name: $0.name?.value ?? "", &bag) }
    }
    let spec = profile.isMatrix ? nil : profile.targets.first
    return [target(spec, overrides, name: "", profile: profile, &bag)].compactMap(\.self)
  }

  /// The target for files that state none: the releases of the command line, and the newest for those not given.
  package static func standIn(_ overrides: TargetOverrides, into bag: inout DiagnosticBag) -> Target? {
    let containerd =
      overrides.containerd.map { ReleaseLookup.containerd($0, at: nil, &bag) }
      ?? Catalogue.newestContainerdRelease
    let plugins = overrides.plugins.map { ReleaseLookup.plugins($0, at: nil, &bag) } ?? Catalogue.newestPluginRelease
    guard let containerd, let plugins else { return nil }
    return Target(
      containerd: containerd, plugins: plugins, kubernetes: overrides.kubernetes,
      isAssumed: overrides.containerd == nil || overrides.plugins == nil)
  }

  private static func target(
    _ spec: TargetSpec?, _ overrides: TargetOverrides, name: String, profile: Profile? = nil,
    _ bag: inout DiagnosticBag
  ) -> Target? {
    let containerdPlace = overrides.containerd == nil ? spec?.containerd?.range : nil
    let pluginsPlace = overrides.plugins == nil ? spec?.plugins?.range : nil
    let statedContainerd = overrides.containerd ?? spec?.containerd?.value
    let statedPlugins = overrides.plugins ?? spec?.plugins?.value
    reportAssumptions(statedContainerd, statedPlugins, spec, profile, &bag)
    let containerd: ContainerdRelease? =
      if let statedContainerd {
        ReleaseLookup.containerd(statedContainerd, at: containerdPlace, &bag)
      } else {
        Catalogue.newestContainerdRelease
      }
    let plugins: PluginRelease? =
      if let statedPlugins {
        ReleaseLookup.plugins(statedPlugins, at: pluginsPlace, &bag)
      } else {
        Catalogue.newestPluginRelease
      }
    var single: [String: PluginRelease] = [:]
    var singlePlaces: [String: SourceRange] = [:]
    for override in spec?.overrides ?? [] {
      guard let release = ReleaseLookup.plugins(override.version.value, at: override.version.range, &bag) else {
        continue
      }
      single[override.type.value] = release
      singlePlaces[override.type.value] = override.version.range
    }
    guard let containerd, let plugins else { return nil }
    return Target(
      name: name, containerd: containerd, plugins: plugins, overrides: single,
      kubernetes: overrides.kubernetes ?? spec?.kubernetes?.value,
      places: Target.Places(
        containerd: containerdPlace, plugins: pluginsPlace, overrides: singlePlaces,
        kubernetes: overrides.kubernetes == nil ? spec?.kubernetes?.range : nil),
      isAssumed: statedContainerd == nil || statedPlugins == nil)
  }

  private static func reportAssumptions(
    _ containerd: Version?, _ plugins: Version?, _ spec: TargetSpec?, _ profile: Profile?, _ bag: inout DiagnosticBag
  ) {
    var assumed: [String] = []
    if containerd == nil, let newest = Catalogue.newestContainerdRelease {
      assumed.append("containerd \(newest.version)")
    }
    if plugins == nil { assumed.append("plugins \(Catalogue.newestPluginRelease.version)") }
    guard !assumed.isEmpty else { return }
    bag.warning(
      "target-assumed", "no release is stated; \(Words.all(assumed)) is assumed, the newest in the catalogue",
      at: spec?.range ?? profile?.name?.range,
      help: "state what the node has: target: {containerd: 1.6.20, plugins: 1.1.1}")
  }
}
