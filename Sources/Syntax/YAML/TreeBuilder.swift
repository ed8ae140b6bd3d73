import Diagnostics

/// Builds the tree of one document from libyaml's events.
struct TreeBuilder {
  private let file: FileID
  /// The text without what is left out.
  private let bytes: [UInt8]
  private let holes: Holes
  private let start: Int
  private var map: CharacterMap
  private var anchors: [String: Anchored] = [:]
  private var openAnchors: Set<String> = []
  private var expansion = 0
  private var written = 0
  private(set) var bag = DiagnosticBag()
  /// Extents of all scalars, kept only where the text has a tab, to tell tabs in texts from tabs between them.
  private(set) var scalarExtents: [Range<Int>] = []
  private let hasTabs: Bool

  /// A node under a name, and how many nodes it stands for when all its aliases are followed.
  private struct Anchored {
    let node: Node
    let weight: Int
  }

  /// Ends the reading of a text; the reason is in the bag.
  private struct Stop: Error {}

  init(file: FileID, bytes whole: [UInt8], start: Int, holes: Holes) {
    self.file = file
    self.holes = holes
    bytes = holes.rest(of: whole)
    self.start = start
    map = CharacterMap(bytes, from: start)
    hasTabs = ByteSearch.holds(0x09, in: bytes)
  }

  /// Reads the only document of the text.
  mutating func read() -> Node? {
    let text = bytes
    let first = start
    return text.withUnsafeBufferPointer { buffer in
      var stream = EventStream(UnsafeBufferPointer(rebasing: buffer[first...]))
      return try? readDocument(&stream)
    }
  }

  private mutating func readDocument(_ stream: inout EventStream) throws(Stop) -> Node? {
    while true {
      let event = try next(&stream)
      switch event.content {
      case .streamEnd:
        bag.error("yaml-empty", "the file holds no YAML document", at: SourceRange(file: file, start: 0, end: 0))
        return nil
      case .streamStart, .documentStart: continue
      default:
        let (node, _) = try readNode(event, &stream, depth: 1)
        try expectEnd(&stream)
        return node
      }
    }
  }

  private mutating func expectEnd(_ stream: inout EventStream) throws(Stop) {
    while true {
      let event = try next(&stream)
      switch event.content {
      case .streamEnd: return
      case .documentStart:
        bag.error(
          "yaml-multiple-documents", "a second document begins here; a file holds one", at: range(event),
          help: "put it into a file of its own")
        return
      default: continue
      }
    }
  }

  private mutating func readNode(
    _ event: EventStream.Event, _ stream: inout EventStream, depth: Int
  ) throws(Stop) -> (node: Node, weight: Int) {
    guard depth <= YAMLReader.maximumDepth else {
      bag.error("yaml-too-deep", "nested deeper than \(YAMLReader.maximumDepth) levels", at: range(event))
      throw Stop()
    }
    written += 1
    guard written <= YAMLReader.maximumValues else {
      bag.error(
        "yaml-too-many-values", "more than \(YAMLReader.maximumValues) values in one document", at: range(event),
        help: "name the nodes of a fleet by patterns, or in a table: nodes: [{from: nodes.csv}]")
      throw Stop()
    }
    switch event.content {
    case .alias(let name): return try resolve(name, event)
    case .scalar(let text, let isPlain, let anchor, let tag):
      guard text.utf8.count <= YAMLReader.maximumValueSize else {
        bag.error(
          "yaml-value-too-long", "a value of \(text.utf8.count) bytes; at most 1 MiB are read", at: start(of: event))
        throw Stop()
      }
      if hasTabs { scalarExtents.append(byteRange(event)) }
      let untyped = checkTag(tag, of: .scalar, event)
      let node = Node(.scalar(Node.Scalar(text, isPlain: isPlain && !untyped)), at: range(event))
      remember(anchor, node, 1)
      return (node, 1)
    case .sequenceStart(let anchor, let tag):
      _ = checkTag(tag, of: .sequence, event)
      return try readSequence(event, anchor, &stream, depth: depth)
    case .mappingStart(let anchor, let tag):
      _ = checkTag(tag, of: .mapping, event)
      return try readMapping(event, anchor, &stream, depth: depth)
    default:
      bag.error("yaml-syntax", "a value is expected here", at: range(event))
      throw Stop()
    }
  }

  private mutating func readSequence(
    _ first: EventStream.Event, _ anchor: String?, _ stream: inout EventStream, depth: Int
  ) throws(Stop) -> (node: Node, weight: Int) {
    if let anchor { openAnchors.insert(anchor) }
    var nodes: [Node] = []
    var weight = 1
    while true {
      let event = try next(&stream)
      if case .sequenceEnd = event.content {
        let node = Node(.sequence(nodes), at: extent(first, event, last: nodes.last?.range))
        remember(anchor, node, weight)
        return (node, weight)
      }
      let element = try readNode(event, &stream, depth: depth + 1)
      nodes.append(element.node)
      weight += element.weight
    }
  }

  private mutating func readMapping(
    _ first: EventStream.Event, _ anchor: String?, _ stream: inout EventStream, depth: Int
  ) throws(Stop) -> (node: Node, weight: Int) {
    if let anchor { openAnchors.insert(anchor) }
    var members = MemberList()
    var merges: [Node] = []
    var weight = 1
    var last: SourceRange?
    while true {
      let event = try next(&stream)
      if case .mappingEnd = event.content {
        for source in merges { merge(source, into: &members) }
        let node = Node(.mapping(members.members), at: extent(first, event, last: last))
        remember(anchor, node, weight)
        return (node, weight)
      }
      let key = try readNode(event, &stream, depth: depth + 1)
      let value = try readNode(try next(&stream), &stream, depth: depth + 1)
      weight += key.weight + value.weight
      last = value.node.range.end > key.node.range.end ? value.node.range : key.node.range
      guard let name = key.node.scalar else {
        bag.error("yaml-complex-key", "a key must be a single value, not \(key.node.kindWord)", at: key.node.range)
        continue
      }
      if name.isPlain, name.text == "<<" {
        merges.append(value.node)
      } else if let earlier = members.add(
        Node.Member(key: name.text, keyRange: key.node.range, value: value.node))
      {
        bag.error(
          "duplicate-key", "the key \(name.text) stands twice in this mapping", at: key.node.range,
          notes: [Diagnostic.Note("the first one is here", at: earlier)], help: "keep one of the two")
      }
    }
  }

  /// `<<`: the members of the mapping, or of each of a list of mappings, that are not there already.
  private mutating func merge(_ source: Node, into members: inout MemberList) {
    if let sources = source.sequence {
      for element in sources where element.mapping != nil { merge(element, into: &members) }
      if let bad = sources.first(where: { $0.mapping == nil }) { reportMerge(bad) }
    } else if let inherited = source.mapping {
      for member in inherited where !members.has(member.key) { _ = members.add(member) }
    } else {
      reportMerge(source)
    }
  }

  private mutating func reportMerge(_ node: Node) {
    bag.error(
      "yaml-merge", "<< takes a mapping or a list of mappings, not \(node.kindWord)", at: node.range,
      help: "merge an anchored mapping: <<: *name")
  }

  private mutating func resolve(
    _ name: String, _ event: EventStream.Event
  ) throws(Stop) -> (node: Node, weight: Int) {
    guard let anchored = anchors[name] else {
      let isCyclic = openAnchors.contains(name)
      bag.error(
        isCyclic ? "yaml-cyclic-alias" : "yaml-unknown-alias",
        isCyclic ? "*\(name) stands inside the value that &\(name) names" : "no &\(name) stands before *\(name)",
        at: range(event))
      throw Stop()
    }
    expansion += anchored.weight
    guard expansion <= YAMLReader.maximumExpansion else {
      bag.error(
        "yaml-alias-limit", "aliases expand to more than \(YAMLReader.maximumExpansion) values", at: range(event))
      throw Stop()
    }
    return (anchored.node, anchored.weight)
  }

  private mutating func remember(_ anchor: String?, _ node: Node, _ weight: Int) {
    guard let anchor else { return }
    openAnchors.remove(anchor)
    anchors[anchor] = Anchored(node: node, weight: weight)
  }

  private enum Shape {
    case scalar
    case sequence
    case mapping
  }

  /// Reports a tag that says nothing here. `true` where the tag makes a plain scalar a string.
  private mutating func checkTag(_ tag: String?, of shape: Shape, _ event: EventStream.Event) -> Bool {
    guard let tag else { return false }
    switch (tag, shape) {
    case ("!", .scalar), ("tag:yaml.org,2002:str", .scalar): return true
    case ("tag:yaml.org,2002:map", .mapping), ("tag:yaml.org,2002:seq", .sequence),
      ("tag:yaml.org,2002:int", .scalar), ("tag:yaml.org,2002:bool", .scalar),
      ("tag:yaml.org,2002:float", .scalar), ("tag:yaml.org,2002:null", .scalar):
      return false
    default:
      let place = range(event)
      bag.error(
        "yaml-unknown-tag", "the tag \(tag) has no meaning here", at: place, help: "leave the tag out")
      return false
    }
  }

  private mutating func next(_ stream: inout EventStream) throws(Stop) -> EventStream.Event {
    do {
      return try stream.next()
    } catch {
      let offset = error.position.map { map.byteOffset(of: $0) } ?? (start + error.byteOffset)
      let place = SourceRange(
        file: file, start: UInt32(holes.offset(of: offset)),
        end: UInt32(holes.end(of: min(offset + 1, max(offset, bytes.count)))))
      let beginning = error.beginning.map { position in
        let start = UInt32(holes.offset(of: map.byteOffset(of: position)))
        return SourceRange(file: file, start: start, end: start + 1)
      }
      SyntaxFault.report(
        error.problem, byte: offset < bytes.count ? bytes[offset] : nil, at: place, from: beginning, into: &bag)
      throw Stop()
    }
  }

  private mutating func byteRange(_ event: EventStream.Event) -> Range<Int> {
    let start = map.byteOffset(of: event.start)
    let end = max(start, map.byteOffset(of: event.end))
    return holes.offset(of: start)..<max(holes.offset(of: start), holes.end(of: end))
  }

  private mutating func range(_ event: EventStream.Event) -> SourceRange {
    let range = byteRange(event)
    return SourceRange(file: file, start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
  }

  /// The first byte alone, where all of it would be too much to show.
  private mutating func start(of event: EventStream.Event) -> SourceRange {
    let start = UInt32(byteRange(event).lowerBound)
    return SourceRange(file: file, start: start, end: start + 1)
  }

  /// From the first event of a collection to the end of its last value, or of its closing bracket.
  private mutating func extent(
    _ first: EventStream.Event, _ end: EventStream.Event, last: SourceRange?
  ) -> SourceRange {
    let opening = range(first)
    let closing = range(end)
    let isFlow = closing.end > closing.start
    let stop = isFlow ? closing.end : max(opening.start, last?.end ?? opening.end)
    return SourceRange(file: file, start: opening.start, end: stop)
  }
}
