import Emission
import Foundation
import NetworkTypes
import Schemas
import TestSupport

/// The Python package `jsonschema`, which tells what a schema has against a document.
struct SchemaOracle {
  private let scratch: Scratch
  private var schemas: Set<String> = []
  private var lines: [String] = []

  init(_ scratch: Scratch) {
    self.scratch = scratch
  }

  /// Asks for a document to be held against a schema. The answers of `run` come in the order of the questions.
  mutating func ask(
    _ text: String, is kind: DocumentSchema, plugins: Version? = nil, draft: Draft = .draft2020
  ) throws {
    let schema = "\(kind.rawValue)-\(draft.rawValue)-\(plugins.map { "\($0)" } ?? "any").json"
    if schemas.insert(schema).inserted {
      let bytes = JSONWriter.document(kind.json(draft: draft, plugins: plugins))
      try scratch.file(schema, String(decoding: bytes, as: UTF8.self))
    }
    let document = try scratch.file("\(lines.count).\(kind == .conflist ? "conflist" : "yaml")", text)
    lines.append("\(scratch(schema))\t\(document)")
  }

  /// For each document the places that the schema points at; empty where it has nothing against the document, `nil`
  /// where the document cannot be read at all.
  func run() throws -> [[String]?] {
    let program = TestFiles.path("Schemas/validate.py")
    let input = lines.joined(separator: "\n")
    let answer = try Child.start(Tools.program("python3"), [program], input: input).wait(limit: 300).required()
    return try JSONDecoder().decode(
      [[String]?].self, from: Data("[\(answer.split(separator: "\n").joined(separator: ","))]".utf8))
  }
}
