package import CNIModel
import Diagnostics
import NetworkTypes
import ProfileLanguage

/// Puts a side together from the files of very many nodes. What differs from node to node in subnets alone is kept once.
package struct TreeSide {
  private let target: Target
  private let knowsTarget: Bool
  private let isWhole: Bool
  private var contents: [FileContent] = []
  private var numbers: [FileContent: Int] = [:]
  private var kindNumbers: [[KindFile]: Int] = [:]
  private var states: TreeStates
  private var nodes = SideNodes()
  /// How many bytes the contents have, and how many they may have.
  private var size = 0
  private let maximumSize: Int

  /// No side is larger, unless somebody says so: 1 GiB. It is held in memory, each content once.
  package static let maximumSize = 1 << 30

  /// A file as it was taken in.
  package struct Piece: Sendable {
    fileprivate let content: Int
    fileprivate let values: [CIDR]
  }

  /// A file of a kind of nodes: its path below the node's folder, and the number of its content.
  struct KindFile: Hashable, Sendable {
    let path: String
    let content: Int
  }

  /// - Parameters:
  ///   - target: what the networks are read for.
  ///   - knowsTarget: whether somebody stated it.
  ///   - isWhole: whether a node's files are all that a build makes.
  ///   - maximumSize: how many bytes all different contents have at most.
  package init(for target: Target, knowsTarget: Bool, isWhole: Bool, upTo maximumSize: Int = maximumSize) {
    self.maximumSize = maximumSize
    self.target = target
    self.knowsTarget = knowsTarget
    self.isWhole = isWhole
    states = TreeStates(target: target, knowsTarget: knowsTarget, isWhole: isWhole)
  }

  /// Takes in a file, which several nodes may have; `nil` where there is no room for it.
  package mutating func piece(of bytes: [UInt8]) -> Piece? {
    let (content, values) = FileContent.split(bytes)
    let number = numbers[content] ?? contents.count
    if number == contents.count {
      size += content.size
      guard size <= maximumSize else { return nil }
      contents.append(content)
      numbers[content] = number
    }
    return Piece(content: number, values: values)
  }

  /// Takes in a node.
  ///
  /// - Parameter files: its files by their paths below its folder, and under what name each is shown to people.
  package mutating func add(_ name: String, _ files: [(path: String, shown: String, piece: Piece)]) {
    let files = files.sorted { $0.path < $1.path }
    let key = files.map { KindFile(path: $0.path, content: $0.piece.content) }
    let kind = kindNumbers[key] ?? states.kinds.count
    if kind == states.kinds.count {
      kindNumbers[key] = kind
      states.kinds.append(key)
    }
    nodes.add(name, kind: kind, values: files.lazy.flatMap(\.piece.values))
    states.add(kind: kind, values: files.flatMap(\.piece.values), shown: files.map(\.shown))
  }

  /// The nodes that were taken in.
  package var names: [String] { nodes.names }

  /// The side.
  package func side(_ title: String, _ origin: Side.Origin) -> Side {
    var states = states
    states.contents = contents
    return Side(title, origin, nodes, from: states)
  }
}

/// The nodes of a tree of files.
struct TreeStates: NodeStateSource {
  let target: Target
  let knowsTarget: Bool
  let isWhole: Bool
  var contents: [FileContent] = []
  var kinds: [[TreeSide.KindFile]] = []
  private var entries: [Entry] = []
  private var values: [CIDR] = []
  /// Names of files, which for very many nodes follow from the first one's.
  private var shown: [String] = []

  private struct Entry {
    let kind: UInt32
    let values: UInt32
    let shown: UInt32
  }

  init(target: Target, knowsTarget: Bool, isWhole: Bool) {
    self.target = target
    self.knowsTarget = knowsTarget
    self.isWhole = isWhole
  }

  mutating func add(kind: Int, values own: [CIDR], shown names: [String]) {
    entries.append(Entry(kind: UInt32(kind), values: UInt32(values.count), shown: UInt32(shown.count)))
    values += own
    shown += names
  }

  func state(
    of node: Int, from documents: inout some DocumentSource, into bag: inout DiagnosticBag
  ) -> NodeState? {
    let entry = entries[node]
    let files = kinds[Int(entry.kind)]
    var value = Int(entry.values)
    let sources = files.indices.map { number in
      let content = contents[files[number].content]
      let bytes = content.filled(with: values[value..<(value + content.holes)])
      value += content.holes
      let file = SourceFile(name: shown[Int(entry.shown) + number], bytes: bytes)
      return NodeFiles.Source(file, documents.take(file))
    }
    return NodeFiles.state(
      of: sources, paths: files.map(\.path), for: target, knowsTarget: knowsTarget, isWhole: isWhole, into: &bag)
  }
}

/// A file with holes where subnets stand in quotes, as they do in JSON.
struct FileContent: Hashable, Sendable {
  /// The bytes, with a zero in each hole.
  private let bytes: [UInt8]
  let holes: Int

  var size: Int { bytes.count }

  /// All bytes at once: element by element it would be the most expensive part of reading a tree.
  func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }

  /// Takes a file apart. One that holds a zero byte is left whole.
  static func split(_ bytes: [UInt8]) -> (content: FileContent, values: [CIDR]) {
    guard !bytes.contains(0) else { return (FileContent(bytes: bytes, holes: 0), []) }
    var rest: [UInt8] = []
    rest.reserveCapacity(bytes.count)
    var values: [CIDR] = []
    var start = 0
    let quote = UInt8(ascii: "\"")
    while let open = bytes[start...].firstIndex(of: quote) {
      let text = bytes[(open + 1)...].prefix(44)
      guard let close = text.firstIndex(of: quote) else {
        rest.append(contentsOf: bytes[start...open])
        start = open + 1
        continue
      }
      let inner = bytes[(open + 1)..<close]
      guard inner.contains(UInt8(ascii: "/")), let network = CIDR(utf8: inner.span),
        "\(network)".utf8.elementsEqual(inner)
      else {
        rest.append(contentsOf: bytes[start..<close])
        start = close
        if close == open { start += 1 }
        continue
      }
      rest.append(contentsOf: bytes[start...open])
      rest.append(0)
      values.append(network)
      rest.append(quote)
      start = close + 1
    }
    rest.append(contentsOf: bytes[start...])
    return (FileContent(bytes: rest, holes: values.count), values)
  }

  /// The file with some values in its holes.
  func filled(with values: ArraySlice<CIDR>) -> [UInt8] {
    guard holes > 0 else { return bytes }
    var filled: [UInt8] = []
    var index = values.startIndex
    for byte in bytes {
      guard byte == 0 else {
        filled.append(byte)
        continue
      }
      filled.append(contentsOf: "\(values[index])".utf8)
      index += 1
    }
    return filled
  }
}
