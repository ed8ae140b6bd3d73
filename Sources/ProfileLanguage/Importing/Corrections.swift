import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

/// Mends what has only one sound meaning, and says so: keys that stand twice or that nothing reads, numbers in quotes,
/// subnets with host bits. All of it are faults that the check of the file has found.
struct Corrections {
  let source: ImportSource
  var remarks: Remarks

  /// The list, mended.
  mutating func list(_ value: Value) -> Value {
    object(withoutMiscasedKeys(value), fields: [], inner: nil) { member, corrections in
      guard member.name == "plugins", let plugins = member.value.array else { return nil }
      return Value(.array(plugins.map { corrections.plugin($0) }), at: member.value.range)
    }
  }

  /// At the top of a list libcni matches keys letter by letter, so that one in another case does nothing.
  private mutating func withoutMiscasedKeys(_ list: Value) -> Value {
    let names = Catalogue.conflistKeys.map(\.name)
    let members = (list.object ?? []).map { member in
      guard source.error(["top-level-key-case"], at: member.nameRange) != nil,
        let name = names.first(where: { $0.lowercased() == member.name.lowercased() }), list.member(name) == nil
      else { return member }
      remarks.renamed(member, to: name, in: list.range, because: "libcni matches the keys of a list letter by letter")
      return Value.Member(name, at: member.nameRange, member.value)
    }
    return list.object == nil ? list : Value(.object(members), at: list.range)
  }

  private mutating func plugin(_ value: Value) -> Value {
    let facts = value["type"]?.string.flatMap(Catalogue.plugin)
    return object(value, fields: (facts?.keys ?? []) + CommonKeys.all, inner: nil) { member, corrections in
      guard member.name == "ipam", member.value.object != nil else { return nil }
      let manager = member.value["type"]?.string.flatMap(Catalogue.plugin)
      let type = CommonKeys.key("type").map { [$0] } ?? []
      return corrections.object(member.value, fields: type + (manager?.keys ?? []), inner: nil)
    }
  }

  /// An object without the keys that do not count, its values mended.
  ///
  /// - Parameters:
  ///   - inner: the type of every value, in an object with keys of the user's own.
  ///   - special: the value of a member that needs a way of its own; `nil` for all others.
  private mutating func object(
    _ value: Value, fields: [KeyFacts], inner: ValueType?,
    special: (Value.Member, inout Corrections) -> Value? = { _, _ in nil }
  ) -> Value {
    guard let members = value.object else { return value }
    let effective = EffectiveMembers(members)
    var kept: [Value.Member] = []
    for (index, member) in members.enumerated() {
      if let later = effective.successor(of: index) {
        remarks.lost(
          member.name, member.value, at: member.nameRange, in: later.nameRange,
          because: "the key stands twice, and what reads the file takes the last one")
      } else if let finding = source.error(["unknown-key"], at: member.nameRange) {
        remarks.lost(
          member.name, member.value, at: member.nameRange, in: value.range,
          because: "\(finding.message), and nothing reads it", help: Self.plain(finding.help, fields))
      } else {
        let facts = fields.first { $0.name == member.name }
        let new =
          special(member, &self)
          ?? self.value(member.value, of: member, type: facts?.type ?? inner ?? .any, fields: facts?.fields ?? [])
        kept.append(Value.Member(member.name, at: member.nameRange, new))
      }
    }
    return Value(.object(kept), at: value.range)
  }

  private mutating func value(_ value: Value, of member: Value.Member, type: ValueType, fields: [KeyFacts]) -> Value {
    switch value.content {
    case .object:
      let inner: ValueType? = if case .map(let inner) = type { inner } else { nil }
      return object(value, fields: fields, inner: inner)
    case .array(let elements):
      let inner: ValueType = if case .list(let inner) = type { inner } else { .any }
      return Value(
        .array(elements.map { self.value($0, of: member, type: inner, fields: fields) }), at: value.range)
    default: return typed(value, of: member, type) ?? withoutHostBits(value, of: member) ?? value
    }
  }

  /// A value in the type that its key wants, where the text leaves no doubt.
  private mutating func typed(_ value: Value, of member: Value.Member, _ type: ValueType) -> Value? {
    guard source.error(["wrong-type"], at: value.range) != nil else { return nil }
    let content: Value.Content
    switch (type, value.content) {
    case (.bool, .string(let text)) where text == "true" || text == "false": content = .bool(text == "true")
    case (.bool, .number(let text)) where text == "0" || text == "1": content = .bool(text == "1")
    case (.integer, .string(let text)) where Scalars.isInteger(text),
      (.unsigned, .string(let text)) where Scalars.isInteger(text):
      content = .number(text)
    case (let type, .number(let text)) where type.isText: content = .string(text)
    case (let type, .bool(let flag)) where type.isText: content = .string(String(flag))
    default: return nil
    }
    let new = Value(content, at: value.range)
    remarks.changed(
      member.name, from: value, to: new.shown, at: member.nameRange,
      because: "the plugin refuses \(value.typeWord) there")
    return new
  }

  /// The network of a subnet that was written as an address in it.
  private mutating func withoutHostBits(_ value: Value, of member: Value.Member) -> Value? {
    guard source.error(["host-bits-set", "route-host-bits-set"], at: value.range) != nil,
      let network = value.string.flatMap({ CIDR($0) })?.network
    else { return nil }
    let new = Value(.string(network.description), at: value.range)
    remarks.changed(
      member.name, from: value, to: new.shown, at: member.nameRange,
      because: "it has host bits set, and ADD fails with them")
    return new
  }

  /// Advice in the words that the profile has for CNI's names.
  private static func plain(_ help: String?, _ fields: [KeyFacts]) -> String? {
    guard let help else { return nil }
    let key = fields.first { help == "write \($0.name)" }
    return key.map { "\($0.word) was meant, CNI's \($0.name)" } ?? help
  }
}

extension ValueType {
  /// Whether a value is written as a string.
  fileprivate var isText: Bool {
    switch self {
    case .string, .cidr, .address, .addressWithPrefix, .mac, .interface, .path: true
    default: false
    }
  }
}
