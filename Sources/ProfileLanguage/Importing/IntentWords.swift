import CNIModel
import Catalogue
import Emission

/// Says a plugin's configuration in the plain words of an intent. Every word is the catalogue's.
struct IntentWords {
  let remarks: Remarks

  /// Why something has to stay in CNI's own names.
  struct NoWords: Error {
    let reason: String
  }

  /// The section for a plugin: a mapping, or `true` where nothing is stated.
  ///
  /// - Parameter others: keys that are said elsewhere.
  func section(_ plugin: Value, _ intent: Intent, without others: [String]) throws(NoWords) -> YAML {
    let facts = Catalogue.plugin(intent.pluginType)
    let stated = (plugin.object ?? []).filter { !(["type", "capabilities"] + others).contains($0.name) }
    var members = try self.members(stated, of: facts?.keys ?? [])
    if let capabilities = plugin.member("capabilities") {
      let implied = intent.impliedCapability(beside: stated.map(\.name))
      let names = try names(of: capabilities.value).filter { $0 != implied }
      if !names.isEmpty {
        members.append(YAML.Member(capabilities, YAML.sequence(names.map { .text($0) }).short, remarks))
      }
    }
    return members.isEmpty ? .bool(true) : .mapping(members)
  }

  /// The members of an object under their plain words, in the order of the catalogue.
  func members(_ members: [Value.Member], of keys: [KeyFacts]) throws(NoWords) -> [YAML.Member] {
    if let unknown = members.first(where: { member in !keys.contains { $0.name == member.name } }) {
      throw NoWords(reason: "there is no plain word for \(unknown.name)")
    }
    var words: [YAML.Member] = []
    for key in keys {
      guard let member = members.last(where: { $0.name == key.name }) else { continue }
      let value = try value(member.value, type: key.type, fields: key.fields)
      words.append(YAML.Member(key.word, value, comments: remarks.comments(above: member)))
    }
    return words
  }

  private func value(_ value: Value, type: ValueType, fields: [KeyFacts]) throws(NoWords) -> YAML {
    switch (type, value.content) {
    case (_, .null): throw NoWords(reason: "null has no place in an intent")
    case (.object, .object(let members)): return YAML.mapping(try self.members(members, of: fields)).short
    case (.list(let element), .array(let values)):
      var elements: [YAML] = []
      for value in values {
        elements.append(try self.value(value, type: element, fields: fields).with(remarks.comments(at: value.range)))
      }
      return YAML.sequence(elements).short
    default: return value.yaml(remarks)
    }
  }

  /// The names of capabilities that are all asked for.
  private func names(of capabilities: Value) throws(NoWords) -> [String] {
    guard let members = capabilities.object, members.allSatisfy({ $0.value.bool == true }) else {
      throw NoWords(reason: "an intent can only ask for capabilities, and these are not all true")
    }
    return members.map(\.name)
  }
}
