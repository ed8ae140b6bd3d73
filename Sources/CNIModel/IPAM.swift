package import Catalogue
package import Diagnostics

/// The `ipam` object of an interface plugin. A class, as the plugin is.
package final class IPAM: Sendable {
  package let value: Value
  package let vocabulary: Vocabulary
  /// The IPAM plugin; empty where the key is missing or no string.
  package let type: String
  /// What is known of the type; `nil` for one that is neither a reference plugin nor described for the target.
  package let facts: PluginFacts?
  /// The routes that the list asks for; elements that are no objects are left out.
  package let routes: [Route]
  /// What host-local allocates from: for the old form with `subnet` beside `ipam.type` that range set first, then
  /// the sets of `ranges`. Empty for other plugins.
  package let rangeSets: [RangeSet]
  /// The addresses that static returns. Empty for other plugins.
  package let staticAddresses: [StaticAddress]

  /// - Parameter capabilities: what was found on the node, which may describe further plugins.
  package init(_ value: Value, vocabulary: Vocabulary, on capabilities: NodeCapabilities? = nil) {
    self.value = value
    self.vocabulary = vocabulary
    type = value["type"]?.string ?? ""
    facts = capabilities?[type]?.facts ?? Catalogue.plugin(type)
    routes = (value["routes"]?.array ?? []).compactMap(Route.init)
    rangeSets = type == "host-local" ? Self.rangeSets(value) : []
    staticAddresses = type == "static" ? (value["addresses"]?.array ?? []).compactMap(StaticAddress.init) : []
  }

  /// The place of the type, or of the object that lacks one.
  package var typeRange: SourceRange { value["type"]?.range ?? value.range }

  /// A value as the plugin finds it; `nil` where it is absent or null.
  package subscript(name: String) -> Value? { value[name] }

  /// The name of a key in the words of the author.
  package func word(_ name: String) -> String {
    guard case .intent = vocabulary else { return name }
    return facts?.key(name)?.word ?? name
  }

  private static func rangeSets(_ value: Value) -> [RangeSet] {
    let legacy = value["subnet"].map { _ in [RangeSet(value, ranges: [AllocationRange(value)])] } ?? []
    return legacy + (value["ranges"]?.array ?? []).compactMap(RangeSet.init)
  }
}
