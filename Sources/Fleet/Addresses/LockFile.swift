package import Diagnostics
package import NetworkTypes
package import ProfileLanguage

/// The file that keeps every node's subnets across runs: a line a node, sorted by the bytes of the names, so that it
/// merges in git and `sort` leaves it as it is.
package struct LockFile: Sendable {
  /// The nodes, in the order of the file.
  package private(set) var names = NameTable()
  /// The subnets of each node, one for each block of the fleet.
  package private(set) var claims: [Claim] = []

  package init() {}

  /// No lock may be larger, in bytes: room for a million nodes.
  static let maximumSize = 256 << 20

  /// What a person should know who opens the file.
  static let head = "# Subnets of the fleet's nodes, kept by cnigen. Commit this file; a node keeps its line."

  /// A file of something else would have a fault in each of its lines.
  private static let faultsTold = 20

  /// Reads a lock. What is no line of one is reported at its place.
  package static func read(_ file: SourceFile, _ id: FileID, into bag: inout DiagnosticBag) -> LockFile {
    var lock = LockFile()
    var start = 0
    var faults = 0
    let bytes = file.bytes
    while start < bytes.count, faults < faultsTold {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      if !lock.readLine(bytes, start..<end, id, &bag) { faults += 1 }
      start = end + 1
    }
    var twice = Reports(limit: faultsTold)
    for (first, second) in lock.names.duplicates where twice.takes() { lock.reportTwice(first, second, &bag) }
    twice.finish("duplicate-name", "nodes have two lines in the lock", &bag)
    return lock
  }

  /// Reads a line; `false` where something is wrong with it.
  private mutating func readLine(
    _ bytes: [UInt8], _ line: Range<Int>, _ id: FileID, _ bag: inout DiagnosticBag
  ) -> Bool {
    var position = line.lowerBound
    guard let name = Self.word(bytes, &position, line.upperBound), bytes[name.lowerBound] != UInt8(ascii: "#") else {
      return true
    }
    let place = SourceRange(file: id, start: UInt32(line.lowerBound), end: UInt32(line.upperBound))
    if let mark = bytes[name].first, "<=>".utf8.contains(mark), bytes[name].starts(with: repeatElement(mark, count: 7))
    {
      bag.error(
        "lock-unmerged", "this line is left over from a merge in git", at: place,
        help: "keep the lines of both sides, one for each node, and remove the marks")
      return false
    }
    let before = claims.count
    while let word = Self.word(bytes, &position, line.upperBound) {
      guard let subnet = CIDR(utf8: bytes.span.extracting(word)), subnet.isNetwork else {
        claims.removeLast(claims.count - before)
        bag.error(
          "lock-line-invalid", "\(Self.text(bytes[word])) is no subnet", at: place,
          help: "a line holds a node and its subnets: edge-001 10.244.0.0/24")
        return false
      }
      claims.append(Claim(node: names.count, subnet: subnet, place: place, origin: .lock))
    }
    guard claims.count > before else {
      bag.error(
        "lock-line-invalid", "the node \(Self.text(bytes[name])) has no subnet", at: place,
        help: "a line holds a node and its subnets: edge-001 10.244.0.0/24")
      return false
    }
    names.append(bytes[name])
    return true
  }

  /// Bytes as text for a message, which a file of something else does not fill.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.prefix(60), as: UTF8.self) + (bytes.count > 60 ? "…" : "")
  }

  /// The next word of a line; `nil` at its end.
  private static func word(_ bytes: [UInt8], _ position: inout Int, _ end: Int) -> Range<Int>? {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    while position < end, isSpace(bytes[position]) { position += 1 }
    let start = position
    while position < end, !isSpace(bytes[position]) { position += 1 }
    return position > start ? start..<position : nil
  }

  private func reportTwice(_ first: Int, _ second: Int, _ bag: inout DiagnosticBag) {
    bag.error(
      "duplicate-name", "the node \(names.text(second)) has two lines", at: claims.first { $0.node == second }?.place,
      notes: [Diagnostic.Note("the first one is here", at: claims.first { $0.node == first }?.place)],
      help: "keep the line whose subnets the node has")
  }

  /// Writes a lock: nodes by the bytes of their names.
  ///
  /// - Parameter lines: each node's name with its subnets, in any order.
  package static func text(_ lines: [(name: ArraySlice<UInt8>, subnets: [CIDR])]) -> [UInt8] {
    var bytes = Array("\(head)\n".utf8)
    for line in lines.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
      bytes.append(contentsOf: line.name)
      for subnet in line.subnets {
        bytes.append(0x20)
        subnet.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}
