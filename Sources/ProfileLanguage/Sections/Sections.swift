/// The sections of the language and their keys, for whoever looks a key up by name.
package enum Sections {
  /// The top level of a profile.
  package static var profile: Section { Section(ProfileSection.table) }

  /// The top level of a template.
  package static var template: Section { Section(TemplateSection.table) }

  /// The keys that a template brings, and that a profile with one is merged over.
  package static var ofTemplates: [String] { ["network", "networks", "containerd"] }

  /// Every section that has a table of its own; intents have theirs in the catalogue.
  package static let all: [Section] = [
    Section(ProfileSection.table), Section(TargetSection.table), Section(NetworkSection.table),
    Section(AddressesSection.table), Section(ContainerdSection.table), Section(TemplateSection.table),
    Section(ParameterSection.table), OutputsSection.section,
  ]
}
