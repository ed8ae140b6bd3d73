package import Emission

/// A network configuration list: what a conflist holds, or what a profile's network becomes. Every member knows
/// the place that caused it, so that a rule's finding points at the user's own line in either case.
package struct NetworkList: Sendable {
  /// The whole document; always an object.
  package let value: Value
  /// The plugins of the chain, in order. Elements of `plugins` that are no objects are left out.
  package let plugins: [Plugin]
  /// The name of the file that holds the list or will hold it.
  package let fileName: String

  /// - Parameters:
  ///   - value: the document; what is no object counts as an empty one.
  ///   - vocabularies: for each element of `plugins` the words that its author used; CNI's where it is missing.
  ///   - capabilities: what was found on the node that the list is for.
  package init(
    _ value: Value, fileName: String, vocabularies: [Vocabulary] = [], on capabilities: NodeCapabilities? = nil
  ) {
    self.value = value
    self.fileName = fileName
    var plugins: [Plugin] = []
    for (index, element) in (value["plugins"]?.array ?? []).enumerated() where element.object != nil {
      let vocabulary = index < vocabularies.count ? vocabularies[index] : .cni
      plugins.append(Plugin(element, index: index, vocabulary: vocabulary, on: capabilities))
    }
    self.plugins = plugins
  }

  /// The network's name, where it is a string.
  package var name: Located<String>? { located("name") }

  /// `cniVersion` as written, where it is a string.
  package var cniVersion: Located<String>? { located("cniVersion") }

  /// The document as it is emitted.
  package var json: JSON { value.json }

  private func located(_ key: String) -> Located<String>? {
    guard let member = value.member(key), let text = member.value.string else { return nil }
    return Located(text, at: member.value.range)
  }
}
