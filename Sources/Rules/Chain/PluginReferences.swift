import NetworkTypes
import Catalogue
import CNIModel
import Diagnostics

/// A place of a list that names a plugin: `type` of an element of the chain, or `ipam.type`.
struct PluginReference: Sendable {
  let type: String
  let range: SourceRange
  /// The element of the chain that the name stands in.
  let plugin: Plugin
  let isIPAM: Bool
  /// What is known of the name.
  let facts: PluginFacts?
}

extension Subject {
  /// Every plugin that a list names, in the order of the file. The `ipam` of a plugin that nobody knows is its own
  /// affair.
  func findPluginReferences() -> [PluginReference] {
    list.plugins.filter { !$0.type.isEmpty }.flatMap { plugin in
      let own = PluginReference(
        type: plugin.type, range: plugin.typeRange, plugin: plugin, isIPAM: false, facts: plugin.facts)
      guard let facts = plugin.facts, facts.ipam != .none, let ipam = plugin.ipam, !ipam.type.isEmpty else {
        return [own]
      }
      return [
        own,
        PluginReference(type: ipam.type, range: ipam.typeRange, plugin: plugin, isIPAM: true, facts: ipam.facts),
      ]
    }
  }

  /// What a node shows where a binary is not there.
  func notes(onMissingBinary reference: PluginReference) -> [Diagnostic.Note] {
    let text = "failed to find plugin \"\(reference.type)\" in path […]"
    var notes: [Diagnostic.Note] = [.init(target.addFails(reference.plugin.type, text))]
    if target.callsStatus, effectiveVersion >= "1.1.0" {
      notes.append(.init("the node stays NotReady: Network plugin returns error: \(text)"))
    }
    if reference.plugin.index > 0 {
      notes.append(.init("DEL fails before it comes to the others, so interface and address of every try stay behind"))
    }
    return notes
  }
}
