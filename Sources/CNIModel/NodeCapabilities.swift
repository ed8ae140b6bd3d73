package import Catalogue
package import Diagnostics

/// What was found on a node: its plugins, each with what the binary itself answered. A Capabilities document holds it;
/// together with the releases that go with it, it makes a target.
///
/// A class because it is large, never changes, and goes wherever its target goes.
package final class NodeCapabilities: Sendable {
  /// Where the list of plugins begins in the document.
  package let place: SourceRange
  /// The plugins that lie on the node, in the order of the document.
  package let plugins: [MeasuredPlugin]
  /// Whether the list tells which of the reference plugins lie there. It does not where the user states another release
  /// of them: then the node is to get all of that release.
  package let coversReferencePlugins: Bool

  package init(plugins: [MeasuredPlugin], at place: SourceRange, coversReferencePlugins: Bool = true) {
    self.plugins = plugins
    self.place = place
    self.coversReferencePlugins = coversReferencePlugins
  }

  /// What was measured of a plugin; `nil` where it does not lie on the node.
  package subscript(type: String) -> MeasuredPlugin? { plugins.first { $0.type.value == type } }

  /// Whether a plugin is known not to be there.
  package func lacks(_ type: String) -> Bool {
    self[type] == nil && (coversReferencePlugins || Catalogue.plugin(type) == nil)
  }

  /// The same node with another copy of a plugin than the one that was measured, if it was there at all.
  package func replacing(_ type: Located<String>) -> NodeCapabilities {
    let others = plugins.filter { $0.type.value != type.value }
    return NodeCapabilities(
      plugins: others + [MeasuredPlugin(type: type, specVersions: nil)], at: place,
      coversReferencePlugins: coversReferencePlugins)
  }

  /// The same node with other reference plugins than those that were measured.
  package func replacingReferencePlugins() -> NodeCapabilities {
    NodeCapabilities(
      plugins: plugins.filter { $0.facts != nil || Catalogue.plugin($0.type.value) == nil }, at: place,
      coversReferencePlugins: false)
  }
}

/// A plugin as it lies on a node.
package struct MeasuredPlugin: Sendable {
  /// The file name of the binary, and its place in the document.
  package let type: Located<String>
  /// The spec versions that it answered to `VERSION`; `nil` where none are known.
  package let specVersions: Located<[String]>?
  /// The path of the binary; where there are several, of the one that a runtime takes.
  package let path: Located<String>?
  /// Paths of further copies, in folders that a runtime looks into later.
  package let shadowed: [String]
  /// Why it did not answer, in words; `nil` where it did.
  package let fault: Located<String>?
  /// What the document says of the keys of a plugin that the catalogue does not know.
  package let facts: PluginFacts?

  package init(
    type: Located<String>, specVersions: Located<[String]>?, path: Located<String>? = nil,
    shadowed: [String] = [], fault: Located<String>? = nil, facts: PluginFacts? = nil
  ) {
    self.type = type
    self.specVersions = specVersions
    self.path = path
    self.shadowed = shadowed
    self.fault = fault
    self.facts = facts
  }
}
