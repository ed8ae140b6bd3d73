import CNIModel
import Catalogue
import Diagnostics
import Syntax

/// `plugins:`, raw plugins with CNI's own keys.
enum RawPlugins {
  static func read(_ member: Node.Member, _ bag: inout DiagnosticBag) -> [Value] {
    guard let nodes = member.value.sequence else {
      Scalars.wrong(member.value, of: "plugins", wants: "a list of plugins", &bag)
      return []
    }
    return nodes.compactMap { plugin($0, &bag) }
  }

  private static func plugin(_ node: Node, _ bag: inout DiagnosticBag) -> Value? {
    guard let members = node.mapping else {
      Scalars.wrong(node, of: "an entry of plugins", wants: "a mapping with a type", &bag)
      return nil
    }
    guard let type = members.first(where: { $0.key == "type" }) else {
      bag.error(
        "missing-key", "this plugin has no type", at: node.range, help: "add the plugin's name: type: tuning")
      return nil
    }
    guard let name = Scalars.text(type, &bag) else { return nil }
    let facts = Catalogue.plugin(name.value)
    var values: [Value.Member] = []
    for member in members where !isWord(member, of: facts, name.value, &bag) {
      if member.key == "ipam" {
        values.append(Value.Member("ipam", at: member.keyRange, ipam(member.value, &bag)))
      } else {
        values += NaturalValue.object([member], type: .object, fields: (facts?.keys ?? []) + common)
      }
    }
    let order = ["type", "capabilities"] + (facts?.keys.map(\.name) ?? [])
    let tail = ["ipam", "dns"]
    let body = NaturalValue.ordered(values.filter { !tail.contains($0.name) }, by: order)
    let rest = NaturalValue.ordered(values.filter { tail.contains($0.name) }, by: tail)
    return Value(.object(body + rest), at: node.range)
  }

  /// An `ipam` object, with the keys of its own plugin typed as that plugin reads them.
  static func ipam(_ node: Node, _ bag: inout DiagnosticBag) -> Value {
    guard let members = node.mapping else { return NaturalValue.value(node) }
    let type = members.first { $0.key == "type" }?.value.scalar?.text ?? ""
    let facts = Catalogue.plugin(type)
    let kept = members.filter { !isWord($0, of: facts, "ipam of type \(type)", &bag) }
    let keys = [KeyFacts("type", .string, .always, "")] + (facts?.keys ?? [])
    return Value(.object(NaturalValue.object(kept, type: .object, fields: keys)), at: node.range)
  }

  /// Reports the plain word of an intent where CNI's name belongs.
  private static func isWord(
    _ member: Node.Member, of facts: PluginFacts?, _ owner: String, _ bag: inout DiagnosticBag
  ) -> Bool {
    guard let facts, facts.key(member.key) == nil,
      let key = facts.keys.first(where: { $0.word == member.key && $0.word != $0.name }), member.key != "name"
    else { return false }
    bag.error(
      "unknown-key", "the raw plugin \(owner) has no key \(member.key); that is the plain word for \(key.name)",
      at: member.keyRange, help: "write \(key.name)")
    return true
  }

  private static let common: [KeyFacts] = [
    KeyFacts("type", .string, .always, ""), KeyFacts("name", .string, .always, ""),
    KeyFacts("cniVersion", .string, .always, ""),
  ]
}
