import CNIModel
import Diagnostics
import Syntax

/// `allow:`, and comments of the form `# cnigen:allow RULE reason`.
enum Allowances {
  /// Reads the mapping from rule ids to reasons.
  static func read(_ member: Node.Member, _ bag: inout DiagnosticBag) -> [Allowance] {
    guard let members = member.value.mapping else {
      Scalars.wrong(member.value, of: "allow", wants: "a mapping from rule to reason", &bag)
      return []
    }
    return members.compactMap { member in
      guard let reason = Scalars.text(member.value, of: "allow: \(member.key)", &bag) else { return nil }
      if reason.value.allSatisfy(\.isWhitespace) {
        bag.error("missing-reason", "\(member.key) is accepted without a reason", at: reason.range)
      }
      return Allowance(rule: Located(member.key, at: member.keyRange), reason: reason.value, scope: .network)
    }
  }

  /// The comments of a file, each for its own line or, where it stands alone, for the next line.
  static func inComments(of file: SourceFile, _ id: FileID, _ bag: inout DiagnosticBag) -> [Allowance] {
    let marker = Array("# cnigen:allow ".utf8)
    guard var start = position(of: marker, in: file.bytes, from: 0) else { return [] }
    let lines = file.lines
    var allowances: [Allowance] = []
    while true {
      let number = lines.line(containing: start)
      let line = lines.byteRange(ofLine: number, in: file.bytes)
      defer { start = position(of: marker, in: file.bytes, from: line.upperBound) ?? file.bytes.count }
      guard start < file.bytes.count else { return allowances }
      let words = String(decoding: file.bytes[(start + marker.count)..<line.upperBound], as: UTF8.self)
        .split(separator: " ", maxSplits: 1)
      let stands = file.bytes[line.lowerBound..<start].allSatisfy { $0 == 0x20 }
      let range = SourceRange(file: id, start: UInt32(start), end: UInt32(line.upperBound))
      guard words.count == 2 else {
        bag.error(
          "missing-reason", "this comment names no reason", at: range, help: "write: # cnigen:allow RULE why it is fine"
        )
        continue
      }
      let reached = lines.byteRange(ofLine: stands ? number + 1 : number, in: file.bytes)
      allowances.append(
        Allowance(
          rule: Located(String(words[0]), at: range), reason: String(words[1]),
          scope: .line(UInt32(reached.lowerBound)..<UInt32(reached.upperBound))))
    }
  }

  /// Where a marker next begins a comment: at the start of a line, or behind a space.
  private static func position(of marker: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + marker.count <= bytes.count {
      if bytes[index] == marker[0], bytes[index..<(index + marker.count)].elementsEqual(marker),
        beginsComment(index, in: bytes)
      {
        return index
      }
      index += 1
    }
    return nil
  }

  private static func beginsComment(_ index: Int, in bytes: [UInt8]) -> Bool {
    guard index > TextEncoding.byteOrderMarkLength(bytes) else { return true }
    return [0x20, 0x0A, 0x0D].contains(bytes[index - 1])
  }
}
