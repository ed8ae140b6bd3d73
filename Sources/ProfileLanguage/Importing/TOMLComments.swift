import Diagnostics
import Syntax

/// Finds the comments of a TOML text, which its tree does not hold.
enum TOMLComments {
  /// The first comment of each line: what begins with `#` outside of keys and values.
  static func ranges(in file: SourceFile, _ tree: Node) -> [SourceRange] {
    guard file.bytes.contains(UInt8(ascii: "#")) else { return [] }
    var texts: [SourceRange] = []
    collect(tree, &texts)
    texts.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    var found: [SourceRange] = []
    var next = 0
    var offset = 0
    while offset < file.bytes.count {
      while next < texts.count, Int(texts[next].end) <= offset { next += 1 }
      if next < texts.count, Int(texts[next].start) <= offset {
        offset = Int(texts[next].end)
      } else if file.bytes[offset] == UInt8(ascii: "#") {
        let end = file.bytes[offset...].firstIndex(of: 0x0A) ?? file.bytes.count
        found.append(SourceRange(file: tree.range.file, start: UInt32(offset), end: UInt32(end)))
        offset = end
      } else {
        offset += 1
      }
    }
    return found
  }

  /// The places of all keys and single values.
  private static func collect(_ node: Node, _ ranges: inout [SourceRange]) {
    switch node.content {
    case .scalar: ranges.append(node.range)
    case .sequence(let nodes): for node in nodes { collect(node, &ranges) }
    case .mapping(let members):
      for member in members {
        ranges.append(member.keyRange)
        collect(member.value, &ranges)
      }
    }
  }
}
