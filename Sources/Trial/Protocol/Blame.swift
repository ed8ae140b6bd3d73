import CNIModel
import Diagnostics
import NetworkTypes
import PlainText

/// Finds the value of a plugin's object that its refusal speaks of.
enum Blame {
  /// The place of the value that the words name: an address or subnet before any other text, a subnet that holds a
  /// named address next, the longest otherwise; else of the longest key that they spell; else of the plugin's type.
  static func place(of message: String, in plugin: Plugin, list: NetworkList) -> SourceRange {
    if message.hasPrefix("incompatible CNI versions") || message.hasPrefix("unsupported CNI result version") {
      return list.cniVersion?.range ?? plugin.typeRange
    }
    let words = Words(message)
    let scored = leaves(of: plugin.value, "").map { (score: words.score($0), range: $0.range) }
    // The first of the best: what stands earlier is what the rest depends on.
    let best = scored.reduce(into: (score: 0, range: plugin.typeRange)) { best, next in
      if next.score > best.score { best = next }
    }
    let told = (plugin.value.object ?? []).filter { !["type", "capabilities", "ipam"].contains($0.name) }
    return best.score == 0 && told.count == 1 ? told[0].value.range : best.range
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
        let names = [member.name, String(member.name.map { $0 == "." ? "/" : $0 })]
        let key = isOwnName ? names.map { Leaf(name: "", text: $0, range: member.nameRange) } : []
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
    private let addresses: [IPAddress]
    private let single: [Substring]

    init(_ message: String) {
      text = message
      // Go writes `IP:fd00::2` as well.
      addresses = message.split { !($0.isHexDigit || $0 == "." || $0 == ":") }.compactMap {
        IPAddress($0) ?? IPAddress($0.drop { $0 == ":" })
      }
      single = message.lowercased().split { !$0.isLetter }
      letters = String(message.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// How surely a value is the one that is spoken of; 0 where it is not.
    func score(_ leaf: Leaf) -> Int {
      let length = min(leaf.text.utf8.count, 900)
      guard leaf.name != "type" else { return 0 }
      let subnet = CIDR(leaf.text)
      if length >= 2, name(leaf.text) {
        return (subnet != nil || IPAddress(leaf.text) != nil ? 3000 : 1000) + length
      }
      if let subnet, subnet.prefix > 0, addresses.contains(where: subnet.network.contains) { return 2000 + length }
      guard leaf.name.utf8.count >= 3 else { return 0 }
      if spell(leaf.name) { return 100 + min(leaf.name.utf8.count, 800) }
      // `if rate is set` speaks of ingressRate.
      let start = leaf.name.lastIndex { $0.isUppercase } ?? leaf.name.startIndex
      let last = leaf.name[start...].lowercased()
      return last.utf8.count >= 4 && single.contains { $0 == last } ? min(last.utf8.count, 90) : 0
    }

    /// Whether a value stands in the message by itself, not as a part of a longer word.
    private func name(_ value: String) -> Bool {
      var rest = text[...]
      while let found = rest.firstRange(ofText: value) {
        let before = found.lowerBound == text.startIndex ? " " : text[text.index(before: found.lowerBound)]
        let after = found.upperBound == text.endIndex ? " " : text[found.upperBound]
        if !Self.continues(before), !Self.continues(after) { return true }
        rest = rest[rest.index(after: found.lowerBound)...]
      }
      return false
    }

    /// Whether a key is spoken of: `promiscuous mode` for `promiscMode` is not, `hairpin mode` for `hairpinMode` is.
    private func spell(_ key: String) -> Bool { letters.contains(text: key.lowercased()) }

    private static func continues(_ character: Character) -> Bool { character.isLetter || character.isNumber }
  }
}
