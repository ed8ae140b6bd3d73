import Catalogue
import NetworkTypes
import Rules

/// A page about a version of the CNI specification.
enum SpecPage {
  static func make(_ spec: SpecVersion) -> Page {
    var page = Page("cniVersion \(spec.version): a version of the CNI specification")
    page.raw("")
    page.field("date", spec.date)
    page.field("verbs", spec.verbs.joined(separator: ", "))
    page.field("lists", spec.hasLists ? "yes" : "no: a configuration of one plugin alone")
    page.field("result", spec.result)
    page.field("libcni", "\(spec.libcniSince) and later")
    page.field("containerd", Catalogue.containerdLineNames.filter { takes($0, spec) }.joined(separator: ", "))
    let plugins = Catalogue.pluginReleases.first { $0.specVersions.contains("\(spec.version)") }
    page.field("plugins", plugins.map { "\($0.version) and later" } ?? "")
    let text = "\(spec.version)"
    for plugin in Catalogue.plugins {
      let refusing = Catalogue.pluginReleases.filter { release in
        release.specVersions.contains(text) && plugin.specVersions(in: release)?.contains(text) == false
      }
      guard let first = refusing.first, let last = refusing.last else { continue }
      page.field("", "not \(plugin.type) of plugins \(ReleaseSpan.from(first.version, to: last.version))")
    }
    if !spec.notes.isEmpty {
      page.heading("What it brought")
      for note in spec.notes { page.point(note) }
    }
    return page
  }

  private static func takes(_ line: String, _ spec: SpecVersion) -> Bool {
    Catalogue.containerdLine(named: line)?.newest.map { spec.version <= $0.specMaximum } ?? false
  }
}

/// A page about a capability.
enum CapabilityPage {
  static func make(_ capability: Capability) -> Page {
    var page = Page("\(capability.name): a capability")
    page.paragraph("The runtime hands its argument to a plugin that declares it: {\"\(capability.name)\": true}.")
    page.raw("")
    page.field("argument", capability.argument)
    page.field("since", capability.since.map { "the conventions of libcni \($0)" } ?? "")
    let readers = capability.readers.map { reader in
      reader.since.map { "\(reader.plugin) (plugins \($0) and later)" } ?? "\(reader.plugin) (Windows)"
    }
    page.field("read by", readers.isEmpty ? "no reference plugin" : readers.joined(separator: ", "))
    page.field("sent by", capability.sentBy.joined(separator: ", "))
    page.field("note", capability.note)
    page.heading("What holds for all of them")
    for rule in Catalogue.capabilityRules { page.point(rule) }
    page.rules(Rule.everyRule.filter { $0.id.hasPrefix("capability") })
    return page
  }
}
