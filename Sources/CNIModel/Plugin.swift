package import Catalogue
package import Diagnostics

/// One element of a chain.
///
/// A class, like its IPAM and the target: none of them ever changes, and every rule hands them around.
package final class Plugin: Sendable {
  /// The plugin's object.
  package let value: Value
  /// Its place in the chain, from 0.
  package let index: Int
  package let vocabulary: Vocabulary
  /// The file name of the binary; empty where the key is missing or no string.
  package let type: String
  /// What is known of the type; `nil` for one that is neither a reference plugin nor described for the target.
  package let facts: PluginFacts?
  /// The configuration of its IPAM plugin; `nil` where the key is absent or no object.
  package let ipam: IPAM?

  /// - Parameter capabilities: what was found on the node, which may describe further plugins.
  package init(_ value: Value, index: Int, vocabulary: Vocabulary, on capabilities: NodeCapabilities? = nil) {
    self.value = value
    self.index = index
    self.vocabulary = vocabulary
    type = value["type"]?.string ?? ""
    facts = capabilities?[type]?.facts ?? Catalogue.plugin(type)
    ipam = value["ipam"].flatMap { $0.object == nil ? nil : IPAM($0, vocabulary: vocabulary, on: capabilities) }
  }

  /// The place of the type, or of the object that lacks one.
  package var typeRange: SourceRange { value["type"]?.range ?? value.range }

  /// A value as the plugin finds it; `nil` where it is absent or null.
  package subscript(name: String) -> Value? { value[name] }

  /// Whether a boolean key is there and true.
  package func isOn(_ name: String) -> Bool { value[name]?.bool ?? false }

  /// Whether the type is one of these.
  package func isOne(of types: String...) -> Bool { types.contains(type) }

  /// The name of a key in the words of the author: `masquerade` in an intent, `ipMasq` elsewhere.
  package func word(_ name: String) -> String {
    guard case .intent = vocabulary else { return name }
    return facts?.key(name)?.word ?? name
  }

  /// Whether a capability is declared, that is, set to true.
  package func declares(_ capability: String) -> Bool {
    value["capabilities"]?.member(capability)?.value.bool ?? false
  }

  /// Whether the plugin stands for an interface that has its addresses from an IPAM plugin.
  package var hasIPAM: Bool { !(ipam?.type ?? "").isEmpty }
}
