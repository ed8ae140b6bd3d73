/// The sections of the language and their keys, for whoever looks a key up by name.
package enum Sections {
  /// The top level of a profile.
  package static var profile: Section { Section(ProfileSection.table) }

  /// The top level of a template.
  package static var template: Section { Section(TemplateSection.table) }

  /// The keys that a template brings, and that a profile with one is merged over.
  package static var ofTemplates: [String] { ["network", "networks", "containerd"] }

  /// A kind of documents and the sections that stand in it alone.
  package struct Kind: Sendable {
    /// Such documents in words: `profiles`.
    package let documents: String
    package let sections: [Section]
  }

  /// Every section that has a table of its own, by the documents that they stand in; intents have theirs in the
  /// catalogue.
  package static let kinds: [Kind] = [
    Kind(
      documents: "profiles",
      sections: [
        Section(ProfileSection.table), Section(TargetSection.table), Section(NetworkSection.table),
        Section(AddressesSection.table), Section(ContainerdSection.table), OutputsSection.section,
      ]),
    Kind(documents: "templates", sections: [Section(TemplateSection.table), Section(ParameterSection.table)]),
    Kind(
      documents: "fleets",
      sections: [
        Section(FleetSection.table), Section(BlockSection.table), Section(FleetNodeSection.table),
        Section(PoolSection.table), Section(MatchSection.table),
      ]),
    Kind(
      documents: "Capabilities documents",
      sections: [
        Section(CapabilitiesSection.table), Section(MeasuredContainerdSection.table),
        Section(MeasuredNetworkSection.table), Section(MeasuredPluginSection.table), Section(DescribedKeySection.table),
      ]),
  ]

  /// Every section.
  package static let all: [Section] = kinds.flatMap(\.sections)

  /// A document of the kind Capabilities, with all that stands in it.
  package static var capabilities: Section { Section(CapabilitiesSection.table) }

  /// A fleet, with all that stands in it.
  package static var fleet: Section { Section(FleetSection.table) }

  /// The sections that a key may have been meant for that stands in a section of some name: those of the same document,
  /// and, since documents about networks have much in common, those of all others about networks.
  static func beside(_ section: String) -> [Section] {
    let own = kinds.first { $0.sections.contains { $0.name == section } }
    guard let own, own.documents == "Capabilities documents" else {
      return kinds.filter { $0.documents != "Capabilities documents" }.flatMap(\.sections)
    }
    return own.sections
  }
}
