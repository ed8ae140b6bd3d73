import Diagnostics
import Syntax

/// Nodes that were taken out of the text of a fleet before libyaml read the rest of it.
///
/// Scripts write a hundred thousand entries of one form below `nodes:`, each of a few lines. What such an entry says can
/// be seen from its bytes; libyaml makes nine events of it, and a tree a hundred times its size. So of every run of plain
/// entries the first and the last one stay in the text, and those between them are taken out. That changes nothing in the
/// meaning of the rest exactly if libyaml, too, sees two neighbouring entries of `nodes` in the two that stay: between
/// whole entries of a list in block style a reader keeps nothing in mind but the list's indentation. This is looked up
/// when the rest was read; where it is not so, or where the rest has any fault, the whole text is read once more in the
/// ordinary way.
package struct PlainNodes: Sendable {
  private(set) var list = NodeList()
  private(set) var runs: [Run] = []

  /// Entries that were taken out.
  struct Run: Sendable {
    /// Their numbers in the list.
    let nodes: Range<Int>
    /// The lines that they stand in.
    let bytes: Range<Int>
    /// Where the values of the entries before and behind these lines begin.
    let before: Int
    let behind: Int
    /// The place of the entry before them in the list that is left; known once that was read.
    var entry = 0
  }

  /// Fewer entries than this are not worth the trouble.
  private static let minimumRun = 8

  /// Looks for plain nodes in a text; `nil` where there are none.
  static func find(in bytes: [UInt8], of file: FileID) -> PlainNodes? {
    guard let start = lineBehindKey(in: bytes) else { return nil }
    var nodes = PlainNodes()
    nodes.readList(PlainText(bytes: bytes), from: start, of: file)
    return nodes.runs.isEmpty ? nil : nodes
  }

  /// The beginning of the line behind the first line that is `nodes:`.
  private static func lineBehindKey(in bytes: [UInt8]) -> Int? {
    let key = Array("nodes:".utf8)
    var index = 0
    while index + key.count <= bytes.count {
      if bytes[index] == key[0], index == 0 || bytes[index - 1] == 0x0A, bytes[index..<(index + key.count)] == key[...]
      {
        return PlainText(bytes: bytes).nextLine(behind: index + key.count)
      }
      index += 1
    }
    return nil
  }

  private mutating func readList(_ text: PlainText, from start: Int, of file: FileID) {
    var entry = PlainEntry()
    var indent: Int?
    var position = start
    var open: OpenRun?
    while let line = Self.nextContent(text, from: position) {
      let dash = text.behindSpaces(line)
      guard text.has("-", at: dash), text.has(" ", at: dash + 1), dash - line == indent ?? (dash - line) else {
        // The list ends here, or an entry goes on in a way that is not plain.
        close(&open)
        guard let indent, let next = Self.nextEntry(text, behind: line, indent: indent) else { return }
        position = next
        continue
      }
      indent = dash - line
      let value = text.behindSpaces(dash + 1)
      guard let end = entry.read(text, at: value, column: value - line), Self.ends(text, at: end, dash - line) else {
        close(&open)
        guard let next = Self.nextEntry(text, behind: line, indent: dash - line) else { return }
        position = next
        continue
      }
      if open == nil {
        open = OpenRun(nodes: list.count, start: end, before: value, line: line, value: value)
      } else {
        list.append(entry, of: text.bytes, file)
        open?.line = line
        open?.value = value
      }
      position = end
    }
    close(&open)
  }

  /// A run that is being read.
  private struct OpenRun {
    /// The number of its first node, which is its second entry.
    let nodes: Int
    /// The end of its first entry, and where that one's value begins.
    let start: Int
    let before: Int
    /// Where the line and the value of its last entry begin.
    var line: Int
    var value: Int
  }

  private mutating func close(_ open: inout OpenRun?) {
    guard let run = open else { return }
    open = nil
    // The last entry stays in the text.
    if list.count > run.nodes { list.removeLast() }
    guard list.count - run.nodes >= Self.minimumRun else {
      while list.count > run.nodes { list.removeLast() }
      return
    }
    runs.append(
      Run(nodes: run.nodes..<list.count, bytes: run.start..<run.line, before: run.before, behind: run.value))
  }

  /// The beginning of the next line that is neither empty nor a comment; `nil` at the end.
  private static func nextContent(_ text: PlainText, from start: Int) -> Int? {
    var line = start
    while line < text.bytes.count {
      guard let next = text.nextLine(behind: line) else { return line }
      line = next
    }
    return nil
  }

  /// Whether an entry ends where a line begins: the next one begins there, or the list ends.
  private static func ends(_ text: PlainText, at line: Int, _ indent: Int) -> Bool {
    guard let line = nextContent(text, from: line) else { return true }
    return text.behindSpaces(line) - line <= indent
  }

  /// The beginning of the next line behind another one that has a dash at an indent; `nil` where the list seems to end
  /// before.
  private static func nextEntry(_ text: PlainText, behind line: Int, indent: Int) -> Int? {
    let bytes = text.bytes
    var index = line
    while true {
      while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      index += 1
      guard index < bytes.count else { return nil }
      let content = text.behindSpaces(index)
      if content - index == indent, text.has("-", at: content), text.has(" ", at: content + 1) { return index }
    }
  }

  // MARK: The rest of the text

  /// The bytes that are to be left out.
  var holes: [Range<Int>] { runs.map(\.bytes) }

  /// The nodes that stand behind an entry of the list in the tree; `nil` where none do.
  func run(behind entry: Int) -> (list: NodeList, nodes: Range<Int>)? {
    let index = runs.count.firstIndex { runs[$0].entry >= entry }
    guard index < runs.count, runs[index].entry == entry else { return nil }
    return (list, runs[index].nodes)
  }

  /// Finds the places of the runs in the tree of the rest; `false` where libyaml saw anything else in it.
  mutating func settle(in tree: Node) -> Bool {
    guard let entries = tree["nodes"]?.sequence else { return false }
    var index = 0
    for run in runs.indices {
      while index < entries.count, Int(entries[index].range.start) != runs[run].before { index += 1 }
      guard index + 1 < entries.count, Int(entries[index].range.end) <= runs[run].bytes.lowerBound,
        Int(entries[index + 1].range.start) == runs[run].behind
      else { return false }
      runs[run].entry = index
    }
    return true
  }
}

extension NodeList {
  /// Takes in an entry of a text.
  fileprivate mutating func append(_ entry: PlainEntry, of bytes: [UInt8], _ file: FileID) {
    guard let name = entry.name else { return }
    append(bytes[name.content], at: SourceRange(file: file, name.place))
    for (subnet, place) in entry.subnets { add(subnet, at: SourceRange(file: file, place), origin: .stated) }
    for (key, value) in entry.labels {
      addLabel(bytes[key.content], bytes[value.content], at: SourceRange(file: file, value.place))
    }
    for pool in entry.pools { addPool(bytes[pool.content], at: SourceRange(file: file, pool.place)) }
  }
}

extension SourceRange {
  fileprivate init(file: FileID, _ bytes: Range<Int>) {
    self.init(file: file, start: UInt32(bytes.lowerBound), end: UInt32(bytes.upperBound))
  }
}
