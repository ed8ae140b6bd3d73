import Diagnostics
import Foundation
import Syntax
import Testing

/// The reader against the tables of `JSONTable`.
@Suite struct JSONConformanceTests {
  @Test func theTablesAreLargeAndNameEveryFault() throws {
    let rows = try JSONTable.rows()
    #expect(rows.count >= 300)
    #expect(Set(rows.map { $0.text }).count == rows.count, "a text stands twice")
    let named = Set(rows.flatMap(\.faults).map(\.rule))
    #expect(named.isSuperset(of: JSONFault.allCases.map(\.rawValue)))
  }

  @Test(arguments: try JSONTable.rows())
  func theReaderMakesOfItWhatIsDue(_ row: JSONTable.Row) throws {
    let reading = Reading(row.text)
    #expect(reading.faults == row.faults)
    #expect(reading.diagnostics.allSatisfy { $0.severity == .error })
    let tree = reading.tree?.minified
    let due = try expected(row)
    #expect(tree == due)
    // Texts that show the same characters in other bytes are equal to Swift, but not to JSON.
    #expect(tree.map { Array($0.utf8) } == due.map { Array($0.utf8) })
  }

  /// The tree that is due. Its text is read itself, for its escapes; where it cannot be read without a fault, as for
  /// a number that keeps its wrong form, it stands for itself.
  private func expected(_ row: JSONTable.Row) throws -> String? {
    guard let text = row.tree else { return nil }
    let reading = Reading(text)
    guard reading.diagnostics.isEmpty else { return String(decoding: text, as: UTF8.self) }
    return reading.tree?.minified
  }

  /// Where Foundation is no judge: it refuses numbers that round to 0, and takes keys for one that differ only in
  /// how Unicode composes them.
  private static let differing: Set<String> = [
    "[1e-400]", "[1e-99999999999999999999]", #"{"é":1,"e<CC><81>":2}"#, #"{"K":1,"<E2><84><AA>":2}"#,
  ]

  /// Foundation's decoder is the judge of what a sound text holds.
  @Test(arguments: try JSONTable.rows().filter { $0.faults.isEmpty && !differing.contains($0.source) })
  func foundationReadsTheSame(_ row: JSONTable.Row) throws {
    let tree = try #require(Reading(row.text).tree)
    #expect(try JSONDecoder().decode(Plain.self, from: Data(row.text)) == Plain(tree))
  }
}

extension JSONTable.Row: CustomTestStringConvertible {
  var testDescription: String { source }
}

/// A JSON value as Foundation's decoder gives it.
private enum Plain: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case list([Plain])
  case object([String: Plain])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([Plain].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: Plain].self))
    }
  }

  init(_ node: Node) {
    switch node.content {
    case .sequence(let nodes): self = .list(nodes.map { Plain($0) })
    case .mapping(let members):
      self = .object(Dictionary(members.map { ($0.key, Plain($0.value)) }) { _, last in last })
    case .scalar(let scalar):
      guard scalar.isPlain else {
        self = .string(scalar.text)
        return
      }
      self =
        switch scalar.text {
        case "null": .null
        case "true": .bool(true)
        case "false": .bool(false)
        default: .number(Double(scalar.text) ?? .nan)
        }
    }
  }
}
