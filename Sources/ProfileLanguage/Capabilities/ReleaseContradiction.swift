import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

/// Finds where the stated release of a reference plugin cannot be that of the binary.
enum ReleaseContradiction {
  static func check(
    _ plugin: CapabilitiesDocument.Plugin, _ release: PluginRelease, _ bag: inout DiagnosticBag
  ) {
    guard let type = plugin.type, let facts = Catalogue.plugin(type.value) else { return }
    guard let known = facts.specVersions(in: release) else {
      let since = facts.span.since.map { ", it came with \($0)" } ?? ""
      bag.warning(
        "release-contradicted", "plugins \(release.version) do not ship \(type.value)\(since)",
        at: plugin.release?.range, notes: [Diagnostic.Note("its keys cannot be judged by that release")],
        help: "state the release that the binary really has")
      return
    }
    guard let measured = plugin.cniVersions, Set(measured.value) != Set(known) else { return }
    let fitting = Catalogue.pluginReleases.filter { facts.specVersions(in: $0).map(Set.init) == Set(measured.value) }
    let better = fitting.isEmpty ? nil : Words.range(fitting.map(\.version.description))
    bag.warning(
      "release-contradicted",
      "\(type.value) of plugins \(release.version) answers \(SpecChoice.quoted(known)), and this one \(SpecChoice.quoted(measured.value))",
      at: plugin.release?.range,
      notes: [
        Diagnostic.Note("what was measured stands here, and counts for spec versions", at: measured.range),
        Diagnostic.Note("keys are judged by the stated release"),
      ], help: better.map { "releases that answer so: \($0)" })
  }
}
