package import Diagnostics
package import NetworkTypes

/// The file that keeps every node's subnets across runs: a line a node, sorted by the bytes of the names, so that it
/// merges in git and `sort` leaves it as it is.
package struct LockFile: Sendable {
  /// The nodes, in the order of the file.
  package private(set) var names = NameTable()
  /// The subnets of each node, one for each block of the fleet.
  package private(set) var claims: [Claim] = []

  package init() {}

  /// What a person should know who opens the file.
  static let head = "# Subnets of the fleet's nodes, kept by cnigen. Commit this file; a node keeps its line."

  /// Reads a lock. What is no line of one is reported at its place.
  package static func read(_ file: SourceFile, _ id: FileID, into bag: inout DiagnosticBag) -> LockFile {
    var lock = LockFile()
    var start = 0
    let bytes = file.bytes
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      lock.readLine(bytes, start..<end, id, &bag)
      start = end + 1
    }
    for (first, second) in lock.names.duplicates { lock.reportTwice(first, second, &bag) }
    return lock
  }

  private mutating func readLine(_ bytes: [UInt8], _ line: Range<Int>, _ id: FileID, _ bag: inout DiagnosticBag) {
    let place = SourceRange(file: id, start: UInt32(line.lowerBound), end: UInt32(line.upperBound))
    let words = bytes[line].split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    guard let name = words.first, name.first != UInt8(ascii: "#") else { return }
    if [UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">")].contains(where: {
      name.starts(with: repeatElement($0, count: 7))
    }) {
      bag.error(
        "lock-unmerged", "this line is left over from a merge in git", at: place,
        help: "keep the lines of both sides, one for each node, and remove the marks")
      return
    }
    var subnets: [CIDR] = []
    for word in words.dropFirst() {
      guard let subnet = CIDR(String(decoding: word, as: UTF8.self)), subnet.isNetwork else {
        bag.error(
          "lock-line-invalid", "\(String(decoding: word, as: UTF8.self)) is no subnet", at: place,
          help: "a line holds a node and its subnets: edge-001 10.244.0.0/24")
        return
      }
      subnets.append(subnet)
    }
    guard !subnets.isEmpty else {
      bag.error(
        "lock-line-invalid", "the node \(String(decoding: name, as: UTF8.self)) has no subnet", at: place,
        help: "a line holds a node and its subnets: edge-001 10.244.0.0/24")
      return
    }
    let node = names.append(name)
    claims += subnets.map { Claim(node: node, subnet: $0, place: place, origin: .lock) }
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
