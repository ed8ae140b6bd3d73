import CNIModel
import Catalogue
import Diagnostics
import Syntax

/// Reads the value of an intent's key by what the catalogue says of the key. What does not fit is reported, and left out
/// where nobody can tell what was meant; whether an address, a name or an enumerated word is a good one is for the rules to say.
enum IntentValue {
  /// The value under CNI's names, or `nil` where it was reported.
  static func value(_ node: Node, key: KeyFacts, _ bag: inout DiagnosticBag) -> Value? {
    value(node, type: key.type, fields: key.fields, named: key.word, &bag)
  }

  /// The value for a type.
  static func value(
    _ node: Node, type: ValueType, fields: [KeyFacts], named name: String, _ bag: inout DiagnosticBag
  ) -> Value? {
    switch type {
    case .bool:
      // What was meant takes the place of what was reported, so that no rule misses it beside other keys.
      let flag = Scalars.bool(node, of: name, &bag) ?? Scalars.meantBool(node)
      return flag.map { Value(.bool($0.value), at: $0.range) }
    case .integer, .unsigned:
      return Scalars.integer(node, of: name, &bag).map { Value(.number(String($0.value)), at: $0.range) }
    case .string, .cidr, .address, .addressWithPrefix, .mac, .interface, .path:
      return Scalars.text(node, of: name, &bag).map { Value(.string($0.value), at: $0.range) }
    case .object: return object(node, fields: fields, named: name, &bag)
    case .list(let element):
      guard let nodes = node.sequence else {
        Scalars.wrong(node, of: name, wants: "a list", &bag)
        return nil
      }
      let values = nodes.compactMap { value($0, type: element, fields: fields, named: "an entry of \(name)", &bag) }
      return Value(.array(values), at: node.range)
    case .map(let inner):
      guard let members = node.mapping else {
        Scalars.wrong(node, of: name, wants: "a mapping", &bag)
        return nil
      }
      let values = members.compactMap { member in
        value(member.value, type: inner, fields: fields, named: member.key, &bag)
          .map { Value.Member(member.key, at: member.keyRange, $0) }
      }
      return Value(.object(NaturalValue.ordered(values, by: [])), at: node.range)
    case .any: return NaturalValue.value(node)
    }
  }

  /// An object whose keys the catalogue lists, read under their plain words.
  static func object(
    _ node: Node, fields: [KeyFacts], named name: String, _ bag: inout DiagnosticBag
  ) -> Value? {
    guard let members = node.mapping else {
      Scalars.wrong(node, of: name, wants: "a mapping", &bag)
      return nil
    }
    var values: [Value.Member] = []
    for member in members {
      guard let key = fields.first(where: { $0.word == member.key }) else {
        if let key = fields.first(where: { $0.name == member.key }) {
          bag.error(
            "unknown-key", "\(name) has no key \(member.key); that is CNI's name for \(key.word)",
            at: member.keyRange, help: "write \(key.word)")
        } else {
          KeyAdvice.report(member, in: name, known: fields.map(\.word), &bag)
        }
        continue
      }
      guard let value = value(member.value, key: key, &bag) else { continue }
      values.append(Value.Member(key.name, at: member.keyRange, value))
    }
    return Value(.object(NaturalValue.ordered(values, by: fields.map(\.name))), at: node.range)
  }
}
