import CNIModel
import Diagnostics

/// Finds the value of a plugin's object that its refusal speaks of.
enum Blame {
  /// The place of the longest value that the words name; else of the longest key; else of the plugin's type.
  static func place(of message: String, in plugin: Plugin, list: NetworkList) -> SourceRange {
    if message.hasPrefix("incompatible CNI versions") || message.hasPrefix("unsupported CNI result version") {
      return list.cniVersion?.range ?? plugin.typeRange
    }
    let words = Words(message)
    var best: (length: Int, range: SourceRange)?
    let leaves = self.leaves(of: plugin.value, "")
    for leaf in leaves where leaf.name != "type" && leaf.text.utf8.count >= 2 && words.name(leaf.text) {
      if best.map({ $0.length < leaf.text.utf8.count }) ?? true { best = (leaf.text.utf8.count, leaf.range) }
    }
    if let best { return best.range }
    for leaf in leaves where leaf.name.utf8.count >= 3 && words.spell(leaf.name) {
      if best.map({ $0.length < leaf.name.utf8.count }) ?? true { best = (leaf.name.utf8.count, leaf.range) }
    }
    return best?.range ?? plugin.typeRange
  }

  /// A value that is no list and no object, or the name of a key.
  private struct Leaf {
    let name: String
    let text: String
    let range: SourceRange
  }

  private static func leaves(of value: Value, _ name: String) -> [Leaf] {
    switch value.content {
    case .object(let members):
      return members.flatMap { member -> [Leaf] in
        // Of settings by name the name is what a refusal tells.
        let isOwnName = member.name.contains(".") || member.name.contains("/")
        let key = isOwnName ? [Leaf(name: "", text: member.name, range: member.nameRange)] : []
        return key + leaves(of: member.value, member.name)
      } + (name.isEmpty ? [] : [Leaf(name: name, text: "", range: value.range)])
    case .array(let elements): return elements.flatMap { leaves(of: $0, name) }
    case .string(let text), .number(let text): return [Leaf(name: name, text: text, range: value.range)]
    case .bool: return [Leaf(name: name, text: "", range: value.range)]
    case .null: return []
    }
  }

  /// The words of a message, to look values up in.
  private struct Words {
    private let text: String
    private let letters: String

    init(_ message: String) {
      text = message
      letters = String(message.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// Whether a value stands in the message by itself, not as a part of a longer word.
    func name(_ value: String) -> Bool {
      var rest = text[...]
      while let found = rest.firstRange(of: value) {
        let before = found.lowerBound == text.startIndex ? " " : text[text.index(before: found.lowerBound)]
        let after = found.upperBound == text.endIndex ? " " : text[found.upperBound]
        if !Self.continues(before), !Self.continues(after) { return true }
        rest = rest[rest.index(after: found.lowerBound)...]
      }
      return false
    }

    /// Whether a key is spoken of: `promiscuous mode` for `promiscMode` is not, `hairpin mode` for `hairpinMode` is.
    func spell(_ key: String) -> Bool { letters.contains(key.lowercased()) }

    private static func continues(_ character: Character) -> Bool { character.isLetter || character.isNumber }
  }
}
