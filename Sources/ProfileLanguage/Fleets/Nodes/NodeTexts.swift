package import Diagnostics

/// Texts of nodes by key, such as their labels: each text is kept once, however many nodes have it.
package struct NodeTexts: Sendable, Equatable {
  private var texts = NameTable()
  private var index = NameIndex()
  private var entries: [Entry] = []

  /// A text of a node.
  private struct Entry: Sendable, Equatable {
    var node: UInt32
    var key: UInt32
    var value: UInt32
    let file: UInt32
    let start: UInt32
    let length: UInt32

    var place: SourceRange { SourceRange(file: FileID(index: file), start: start, end: start + length) }
  }

  package init() {}

  package var isEmpty: Bool { entries.isEmpty }

  /// Two lists of the same texts at the same places are the same, however they are kept.
  package static func == (left: NodeTexts, right: NodeTexts) -> Bool {
    left.entries.count == right.entries.count
      && zip(left.entries, right.entries).allSatisfy { one, other in
        one.node == other.node && one.place == other.place && left.texts[Int(one.key)] == right.texts[Int(other.key)]
          && left.texts[Int(one.value)] == right.texts[Int(other.value)]
      }
  }

  /// Adds a text to a node. To be called in the order of the nodes.
  mutating func add(
    _ key: some Sequence<UInt8>, _ value: some Sequence<UInt8>, to node: Int, at place: SourceRange
  ) {
    entries.append(
      Entry(
        node: UInt32(node), key: number(of: key), value: number(of: value), file: place.file.index,
        start: place.start, length: place.end - place.start))
  }

  private mutating func number(of text: some Sequence<UInt8>) -> UInt32 {
    let number = texts.append(text)
    guard let known = index.add(number, of: texts) else { return UInt32(number) }
    texts.removeLast()
    return UInt32(known)
  }

  /// Takes away the texts of the last node.
  mutating func removeAll(of node: Int) {
    while entries.last.map({ Int($0.node) == node }) ?? false { entries.removeLast() }
  }

  /// Adds the texts that nodes have among others, these nodes being numbered from another start.
  mutating func append(_ other: NodeTexts, of nodes: Range<Int>, from start: Int) {
    var numbers: [UInt32?] = Array(repeating: nil, count: other.isEmpty ? 0 : other.texts.count)
    func number(_ old: UInt32, _ texts: inout NodeTexts) -> UInt32 {
      if let known = numbers[Int(old)] { return known }
      let new = texts.number(of: other.texts[Int(old)])
      numbers[Int(old)] = new
      return new
    }
    for var entry in other.entries[other.range(of: nodes)] {
      entry.node = UInt32(start + Int(entry.node) - nodes.lowerBound)
      entry.key = number(entry.key, &self)
      entry.value = number(entry.value, &self)
      entries.append(entry)
    }
  }

  /// The texts of a node in their order: key, value and place.
  package func of(_ node: Int) -> [(key: String, value: String, place: SourceRange)] {
    range(of: node).map { (texts.text(Int(entries[$0].key)), texts.text(Int(entries[$0].value)), entries[$0].place) }
  }

  /// Whether a node has any.
  package func has(_ node: Int) -> Bool { !range(of: node).isEmpty }

  /// The value that a node has for a key.
  package func value(of key: String, for node: Int) -> ArraySlice<UInt8>? {
    range(of: node).first { texts[Int(entries[$0].key)].elementsEqual(key.utf8) }.map {
      texts[Int(entries[$0].value)]
    }
  }

  /// Hands over each key that any node has, with the place where it first stands.
  package func forEachKey(_ body: (String, SourceRange) -> Void) {
    var told = Array(repeating: false, count: texts.count)
    for entry in entries where !told[Int(entry.key)] {
      told[Int(entry.key)] = true
      body(texts.text(Int(entry.key)), entry.place)
    }
  }

  private func range(of node: Int) -> Range<Int> { range(of: node..<(node + 1)) }

  private func range(of nodes: Range<Int>) -> Range<Int> {
    guard !entries.isEmpty else { return 0..<0 }
    let start = entries.count.firstIndex { entries[$0].node >= nodes.lowerBound }
    var end = start
    if nodes.count == 1 {
      while end < entries.count, entries[end].node == nodes.lowerBound { end += 1 }
    } else {
      end = max(start, entries.count.firstIndex { entries[$0].node >= nodes.upperBound })
    }
    return start..<end
  }
}
