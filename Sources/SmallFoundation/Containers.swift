extension TreeEncoder {
  /// The members of an object.
  struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let codingPath: [any CodingKey]
    let node: Building

    mutating func encodeNil(forKey key: Key) throws { add(Building(.null), key) }

    mutating func encode(_ value: some Encodable, forKey key: Key) throws {
      add(Building(try TreeEncoder.tree(value, at: codingPath + [key])), key)
    }

    mutating func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> { inner(key).container(keyedBy: type) }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      inner(key).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { inner(named: "super", codingPath) }

    mutating func superEncoder(forKey key: Key) -> any Encoder { inner(key) }

    private func inner(_ key: Key) -> TreeEncoder { inner(named: key.stringValue, codingPath + [key]) }

    private func inner(named name: String, _ path: [any CodingKey]) -> TreeEncoder {
      let encoder = TreeEncoder(codingPath: path)
      node.members?.append((name, encoder.node))
      return encoder
    }

    private func add(_ value: Building, _ key: Key) { node.members?.append((key.stringValue, value)) }
  }

  /// The elements of a list.
  struct Unkeyed: UnkeyedEncodingContainer {
    let codingPath: [any CodingKey]
    let node: Building

    var count: Int { node.elements?.count ?? 0 }

    mutating func encodeNil() throws { node.elements?.append(Building(.null)) }

    mutating func encode(_ value: some Encodable) throws {
      node.elements?.append(Building(try TreeEncoder.tree(value, at: codingPath)))
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
      inner().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { inner().unkeyedContainer() }

    mutating func superEncoder() -> any Encoder { inner() }

    private func inner() -> TreeEncoder {
      let encoder = TreeEncoder(codingPath: codingPath)
      node.elements?.append(encoder.node)
      return encoder
    }
  }

  /// A value that stands by itself.
  struct Single: SingleValueEncodingContainer {
    let codingPath: [any CodingKey]
    let node: Building

    mutating func encodeNil() throws { node.single = .null }

    mutating func encode(_ value: some Encodable) throws { node.single = try TreeEncoder.tree(value, at: codingPath) }
  }
}
