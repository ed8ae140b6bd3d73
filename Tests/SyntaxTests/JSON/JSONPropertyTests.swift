import Diagnostics
import Emission
import Foundation
import Syntax
import Testing

/// What holds for every text, tried on random ones that are the same in every run.
@Suite struct JSONPropertyTests {
  @Test(arguments: 0..<20)
  func whatTheWriterWritesIsReadBackEqual(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let value = generator.json()
      for text in [JSONWriter.document(value), Array(JSONWriter.line(value).utf8)] {
        let reading = Reading(text)
        #expect(reading.diagnostics.isEmpty)
        let back = try #require(reading.tree).json
        #expect(JSONWriter.document(back) == JSONWriter.document(value))
      }
    }
  }

  @Test(arguments: 0..<20)
  func everyPlaceHoldsItsValue(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let text = JSONWriter.document(generator.json())
      let reading = Reading(text)
      let tree = try #require(reading.tree)
      #expect(reading.file.text(tree.range) == String(decoding: text.dropLast(), as: UTF8.self))
      try checkPlaces(of: tree, in: reading.file)
    }
  }

  /// The text of a value's range, read alone, is the same value; parts lie one behind the other within the whole.
  private func checkPlaces(of node: Node, in file: SourceFile) throws {
    let alone = try #require(Reading(Array(file.text(node.range).utf8)).tree)
    #expect(alone.minified == node.minified)
    var end = node.range.start
    for part in node.sequence ?? [] {
      #expect(part.range.start > end && node.range.contains(part.range))
      end = part.range.end
      try checkPlaces(of: part, in: file)
    }
    for member in node.mapping ?? [] {
      #expect(member.keyRange.start > end && member.value.range.start > member.keyRange.end)
      #expect(node.range.contains(member.value.range))
      let key = try #require(Reading(Array(file.text(member.keyRange).utf8)).tree?.scalar)
      #expect(key.text.utf8.elementsEqual(member.key.utf8) && !key.isPlain)
      end = member.value.range.end
      try checkPlaces(of: member.value, in: file)
    }
  }

  @Test(arguments: 0..<40)
  func damagedTextsGiveATreeOrAFinding(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let sound = Array(JSONWriter.document(generator.json()).prefix(400))
      for _ in 0..<10 { check(generator.mutated(sound)) }
    }
  }

  @Test(arguments: 0..<10)
  func damagedRowsGiveATreeOrAFinding(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for row in try JSONTable.rows() { check(generator.mutated(Array(row.text.prefix(400)))) }
  }

  /// What every reading must keep to: a tree where nothing is wrong, a finding where there is no tree, places within
  /// the text, the same again at the next reading. What is read without a finding, Foundation reads too.
  private func check(_ text: [UInt8]) {
    let reading = Reading(text)
    if reading.tree == nil, reading.diagnostics.isEmpty { Issue.record("neither tree nor finding: \(text)") }
    for diagnostic in reading.diagnostics {
      for range in ([diagnostic.range] + diagnostic.notes.map(\.range)).compactMap(\.self)
      where range.start > range.end || Int(range.end) > text.count {
        Issue.record("\(diagnostic.rule) lies outside of the text: \(text)")
      }
    }
    if Reading(text).faults != reading.faults { Issue.record("read twice with other findings: \(text)") }
    guard reading.diagnostics.isEmpty else { return }
    let judged = try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
    if judged == nil { Issue.record("Foundation refuses \(text)") }
  }

  @Test func largeObjectsAndListsAreReadInLinearTime() {
    func time(_ count: Int) -> UInt64 {
      let members = (0..<count).map { "\"key-\($0)\": [\($0), \"text \($0)\"]" }.joined(separator: ",\n")
      let text = Array("{\(members)}".utf8)
      let start = processorTime()
      #expect(Reading(text).tree?.mapping?.count == count)
      return processorTime() - start
    }
    // Ten times the members would take a hundred times as long if the time grew with the square.
    let small = (0..<5).map { _ in time(2000) }.min() ?? 0
    let large = (0..<3).map { _ in time(20_000) }.min() ?? 0
    #expect(large < small * 40)
  }

  /// The processor time of this thread in nanoseconds, which a busy machine does not lengthen.
  private func processorTime() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  @Test func duplicatesAreFoundInLargeObjects() throws {
    let count = 5000
    let members = (0..<count).map { "\"k\($0)\":0" } + ["\"k0\":1", "\"k16\":1", "\"k\(count - 1)\":1"]
    let reading = Reading(Array("{\(members.joined(separator: ","))}".utf8))
    let keys = reading.diagnostics.compactMap { $0.range.map { reading.file.text($0) } }
    #expect(keys == ["\"k0\"", "\"k16\"", "\"k\(count - 1)\""])
    let firsts = reading.diagnostics.compactMap { $0.notes.first?.range.map { reading.file.text($0) } }
    #expect(firsts == keys)
    #expect(reading.diagnostics.allSatisfy { ($0.notes.first?.range?.end ?? 0) < ($0.range?.start ?? 0) })
    #expect(reading.tree?.mapping?.count == count + 3)
  }
}

extension Node {
  /// The tree as an emitted value.
  fileprivate var json: JSON {
    switch content {
    case .sequence(let nodes): .array(nodes.map(\.json))
    case .mapping(let members): .object(members.map { JSON.Member($0.key, $0.value.json) })
    case .scalar(let scalar):
      switch (scalar.text, scalar.isPlain) {
      case (let text, false): .string(text)
      case ("null", _): .null
      case ("true", _): .bool(true)
      case ("false", _): .bool(false)
      case (let text, _): .number(text)
      }
    }
  }
}
