/// Takes what a value says of itself and makes a tree of it.
final class TreeEncoder: Encoder {
  let codingPath: [any CodingKey]
  let userInfo: [CodingUserInfoKey: Any] = [:]
  let node = Building()

  init(codingPath: [any CodingKey]) {
    self.codingPath = codingPath
  }

  /// A value as far as it has come. A class: containers of one value are handed around while they fill.
  final class Building {
    var single: Tree?
    var elements: [Building]?
    var members: [(name: String, value: Building)]?

    init(_ single: Tree? = nil) {
      self.single = single
    }

    var tree: Tree {
      if let single { return single }
      if let elements { return .array(elements.map(\.tree)) }
      return .object((members ?? []).map { ($0.name, $0.value.tree) })
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.members = node.members ?? []
    return KeyedEncodingContainer(Keyed<Key>(codingPath: codingPath, node: node))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.elements = node.elements ?? []
    return Unkeyed(codingPath: codingPath, node: node)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { Single(codingPath: codingPath, node: node) }

  /// The tree of any value: those that JSON has by themselves, the others by what they say.
  static func tree(_ value: some Encodable, at path: [any CodingKey]) throws -> Tree {
    switch value {
    case let flag as Bool: .bool(flag)
    case let text as String: .string(text)
    case let number as any BinaryInteger: .number("\(number)")
    case let number as Double: try fraction(number, number.isFinite, at: path)
    case let number as Float: try fraction(number, number.isFinite, at: path)
    default: try Tree(encoding: value, at: path)
    }
  }

  /// As Foundation writes it: without `.0`. JSON has no infinity.
  private static func fraction(
    _ value: any CustomStringConvertible & Sendable, _ isFinite: Bool, at path: [any CodingKey]
  ) throws -> Tree {
    let text = value.description
    guard isFinite else {
      throw EncodingError.invalidValue(
        value, EncodingError.Context(codingPath: path, debugDescription: "\(text) is no number of JSON"))
    }
    return .number(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }
}
