extension Rule {
  /// What readers and writers report before and after the judge: the texts of files, the language of profiles, and
  /// the runtime's own config. No judge runs them, so a plain build never asks for them.
  package static var readingRules: [Rule] { readingFamilies.flatMap(\.rules) }

  /// The rules of the readers, by what they read.
  static var readingFamilies: [(subject: String, rules: [Rule])] {
    [
      ("any file", textRules), ("YAML", yamlRules), ("JSON", jsonRules), ("TOML", tomlRules),
      ("profiles", profileRules + targetRulesOfProfiles + networkFileRules + allowanceRules),
      ("templates", templateRules), ("fleets", fleetRules + fleetDocumentRules),
      ("outputs beside the files", outputRules),
      ("Capabilities documents", capabilitiesRules), ("nodes beside their Capabilities documents", probeRules),
      ("containerd's config", containerdConfigRules + containerdFileRules), ("folders of networks", folderRules),
      ("templates of networks", confTemplateRules),
      ("imported files", importedFileRules), ("plans of work", planRules), ("files on a node", applyRules),
    ]
  }
}
