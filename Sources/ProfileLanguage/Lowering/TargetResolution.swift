package import CNIModel
import Catalogue
package import Diagnostics
import NetworkTypes

/// Finds the releases that a profile is to work on in the catalogue.
package enum TargetResolution {
  /// The targets of a profile. Where the command line names releases, a list of targets gives way to a single one.
  package static func resolve(
    _ profile: Profile, _ overrides: TargetOverrides, into bag: inout DiagnosticBag
  ) -> [Target] {
    if profile.isMatrix, overrides.isEmpty {
      return profile.targets.compactMap { spec in
        let stated = StatedTarget(spec, overrides)
        reportAssumptions(stated, spec, profile: nil, &bag)
        return target(stated, name: spec.name?.value ?? "", &bag)
      }
    }
    let spec = profile.isMatrix ? nil : profile.targets.first
    let stated = StatedTarget(spec, overrides)
    reportAssumptions(stated, spec, profile: profile, &bag)
    return [target(stated, name: "", &bag)].compactMap(\.self)
  }

  /// The target for files that state none: what the command line gives, and the newest releases for the rest.
  package static func standIn(_ overrides: TargetOverrides, into bag: inout DiagnosticBag) -> Target? {
    target(StatedTarget(nil, overrides), name: "", &bag)
  }

  /// What is stated, found in the catalogue; `nil` where something stated cannot be found.
  private static func target(_ stated: StatedTarget, name: String, _ bag: inout DiagnosticBag) -> Target? {
    guard !stated.isUnreadable else { return nil }
    let containerd: ContainerdRelease? =
      if let version = stated.containerd {
        ReleaseLookup.containerd(version.value, at: version.place, &bag)
      } else {
        Catalogue.newestContainerdRelease
      }
    guard let installed = InstalledReleases(stated, &bag), let containerd else { return nil }
    return Target(
      name: name, containerd: containerd, plugins: installed.plugins, overrides: installed.overrides,
      kubernetes: stated.kubernetes?.value, capabilities: installed.capabilities,
      places: Target.Places(
        containerd: stated.containerd?.place, plugins: installed.pluginsPlace, overrides: installed.places,
        kubernetes: stated.kubernetes?.place),
      isAssumed: stated.assumesContainerd || stated.assumesPlugins)
  }

  private static func reportAssumptions(
    _ stated: StatedTarget, _ spec: TargetSpec?, profile: Profile?, _ bag: inout DiagnosticBag
  ) {
    guard !stated.isUnreadable else { return }
    var assumed: [String] = []
    if stated.assumesContainerd, let newest = Catalogue.newestContainerdRelease {
      assumed.append("containerd \(newest.version)")
    }
    if stated.assumesPlugins { assumed.append("plugins \(Catalogue.newestPluginRelease.version)") }
    guard !assumed.isEmpty else { return }
    bag.warning(
      "target-assumed",
      "no release is stated; \(Words.all(assumed)) \(assumed.count == 1 ? "is" : "are") assumed, the newest in the catalogue",
      at: spec?.range ?? profile?.name?.range,
      help: "state what the node has: target: {containerd: 1.6.20, plugins: 1.1.1}")
  }
}
