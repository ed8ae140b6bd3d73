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
    guard file.bytes.count >= marker.count else { return [] }
    var allowances: [Allowance] = []
    for number in 1...file.lines.count {
      let line = file.lines.byteRange(ofLine: number, in: file.bytes)
      guard let start = position(of: marker, in: file.bytes[line]) else { continue }
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
      let reached = file.lines.byteRange(ofLine: stands ? number + 1 : number, in: file.bytes)
      allowances.append(
        Allowance(
          rule: Located(String(words[0]), at: range), reason: String(words[1]),
          scope: .line(UInt32(reached.lowerBound)..<UInt32(reached.upperBound))))
    }
    return allowances
  }

  /// Where a marker begins a comment within a line: at its start, or behind a space.
  private static func position(of marker: [UInt8], in line: ArraySlice<UInt8>) -> Int? {
    var index = line.startIndex
    while index + marker.count <= line.endIndex {
      if line[index] == marker[0], line[index..<(index + marker.count)].elementsEqual(marker),
        index == line.startIndex || line[index - 1] == 0x20
      {
        return index
      }
      index += 1
    }
    return nil
  }
}
