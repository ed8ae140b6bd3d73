import Diagnostics
import Syntax
import Testing

/// The reader against the tables of `TOMLTable`, and both against Python's reader.
@Suite struct TOMLReaderTests {
  @Test func theTablesAreLargeAndNameEveryFault() {
    let texts = TOMLTable.sound + TOMLTable.faulty.map(\.text)
    #expect(texts.count >= 300)
    #expect(Set(texts.map { Array($0.utf8) }).count == texts.count, "a text stands twice")
    #expect(Set(TOMLTable.faulty.map(\.fault)) == Set(TOMLFault.allCases))
  }

  @Test(arguments: TOMLTable.sound)
  func soundTextsAreTaken(_ text: String) {
    let reading = TOMLReading(text)
    #expect(reading.findings.isEmpty)
    #expect(reading.tree?.mapping != nil)
  }

  @Test(arguments: TOMLTable.faulty.map { Row(fault: $0.fault, text: $0.text) })
  func faultyTextsBreakTheirRule(_ row: Row) {
    let reading = TOMLReading(row.text)
    #expect(reading.diagnostics.first?.rule == row.fault.rawValue, "\(reading.findings)")
    #expect(reading.diagnostics.allSatisfy { $0.severity == .error })
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let fault: TOMLFault
    let text: String
    var testDescription: String { "\(fault.rawValue): \(text.prefix(60))" }
  }

  /// Where Python is no judge: it takes whole numbers of any length, and nests as deep as its stack goes.
  private static let ownLimits: Set<TOMLFault> = [.tooDeep, .numberOutOfRange]

  @Test func pythonReadsTheSameAndRefusesTheSame() throws {
    let faulty = TOMLTable.faulty.filter { !Self.ownLimits.contains($0.fault) }.map(\.text)
    let texts = (TOMLTable.sound + faulty).map { Array($0.utf8) }
    #expect(try TOMLOracle.disagreements(about: texts) == "")
  }

  @Test(arguments: 0..<6)
  func damagedTextsAreReadAsPythonReadsThem(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let sound = TOMLTable.sound.map { Array($0.utf8) }
    let limits = Set(Self.ownLimits.map(\.rawValue))
    var texts: [[UInt8]] = []
    for _ in 0..<1500 {
      let first = sound.randomElement(using: &generator) ?? []
      let second = sound.randomElement(using: &generator) ?? []
      let text = generator.mutated(first + [0x0A] + second)
      let reading = TOMLReading(text)
      checkPlaces(reading, in: text)
      if reading.diagnostics.allSatisfy({ !limits.contains($0.rule) }) { texts.append(text) }
    }
    #expect(try TOMLOracle.disagreements(about: texts) == "")
  }

  /// A tree where nothing is wrong, a finding where there is no tree, and every place within the text.
  private func checkPlaces(_ reading: TOMLReading, in text: [UInt8]) {
    if reading.tree == nil, reading.diagnostics.isEmpty { Issue.record("neither tree nor finding: \(text)") }
    for diagnostic in reading.diagnostics {
      for range in ([diagnostic.range] + diagnostic.notes.map(\.range)).compactMap(\.self)
      where range.start > range.end || Int(range.end) > text.count {
        Issue.record("\(diagnostic.rule) lies outside of the text: \(text)")
      }
    }
  }

  @Test func bytesThatAreNoUTF8AreRefusedAtTheirPlace() {
    let reading = TOMLReading(Array("a = '".utf8) + [0xC3, 0x28] + Array("'".utf8))
    #expect(reading.tree == nil)
    #expect(reading.diagnostics.map(\.rule) == ["invalid-utf8"])
    #expect(reading.diagnostics.first?.range?.start == 5)
  }

  @Test func nestingUpToTheLimitIsTaken() {
    let deepest = "a = " + String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
    #expect(TOMLReading(deepest).findings.isEmpty)
    let headers = "[" + String(repeating: "a.", count: 62) + "a]\nb = 1"
    #expect(TOMLReading(headers).findings.isEmpty)
  }

  @Test func largeTablesFindTheirKeys() {
    let lines = (0..<5000).map { "k\($0) = \($0)\n" }.joined()
    let reading = TOMLReading(lines + "k0 = 1\nk16 = 1\nk4999 = 1\n")
    #expect(reading.findings == ["duplicate-key: k0", "duplicate-key: k16", "duplicate-key: k4999"])
    #expect(reading.tree?.mapping?.count == 5003)
    #expect(
      reading.diagnostics.compactMap { $0.notes.first?.range.map { reading.file.text($0) } } == ["k0", "k16", "k4999"])
  }
}
