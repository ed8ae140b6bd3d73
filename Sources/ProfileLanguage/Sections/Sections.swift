/// The sections of the language and their keys, for whoever looks a key up by name.
package enum Sections {
  /// Every section that has a table of its own; intents have theirs in the catalogue.
  package static let all: [Section] = [
    Section(ProfileSection.table), Section(TargetSection.table), Section(NetworkSection.table),
    Section(AddressesSection.table), Section(ContainerdSection.table), Section(TemplateSection.table),
    Section(ParameterSection.table),
  ]
}
