package import Emission
package import NetworkTypes
import Catalogue
import ProfileLanguage

/// The schemas that `cnigen schema` writes.
package enum DocumentSchema: String, Sendable, CaseIterable {
  case profile
  case template
  case fleet
  case capabilities
  case conflist

  /// The schema as a JSON document.
  ///
  /// - Parameter plugins: the release of the plugins that values are for. Without one a document of the language is
  ///   taken for any release, and a list for the newest.
  package func json(draft: Draft, plugins: Version?) -> JSON {
    switch self {
    case .profile:
      var maker = SchemaMaker(draft: draft, release: plugins, isYAML: true)
      let root = maker.profile()
      return maker.document(
        root, title: "cnigen profile", description: "A profile of cnigen/v1: what a node's network is to be.")
    case .template:
      var maker = SchemaMaker(draft: draft, release: plugins, isYAML: true)
      let root = maker.template()
      return maker.document(
        root, title: "cnigen template", description: "A template of cnigen/v1: a network with parameters.")
    case .fleet:
      var maker = SchemaMaker(draft: draft, release: plugins, isYAML: true)
      let root = maker.fleet()
      return maker.document(
        root, title: "cnigen fleet", description: "A fleet of cnigen/v1: many nodes from one profile.")
    case .capabilities:
      var maker = SchemaMaker(draft: draft, release: plugins, isYAML: true)
      let root = maker.section(Sections.capabilities)
      return maker.document(
        root, title: "cnigen Capabilities document",
        description: "What was measured on a node, and what is known of plugins of others.")
    case .conflist:
      let release = plugins ?? Catalogue.newestPluginRelease.version
      var maker = SchemaMaker(draft: draft, release: release, isYAML: false)
      let root = maker.conflist()
      return maker.document(
        root, title: "CNI network configuration list, for the reference plugins \(release)",
        description: "Keys and values that the reference plugins \(release) read. Plugins of others pass.")
    }
  }
}
