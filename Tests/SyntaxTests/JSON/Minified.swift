import Diagnostics
import Emission
import Syntax

/// A text read by the JSON reader.
struct Reading {
  let tree: Node?
  let diagnostics: [Diagnostic]
  let file: SourceFile

  init(_ bytes: [UInt8]) {
    var files = SourceFiles()
    file = SourceFile(name: "test.json", bytes: bytes)
    let id = files.add(file)
    var bag = DiagnosticBag()
    tree = JSONReader.read(id, bytes, into: &bag)
    diagnostics = bag.sorted()
  }

  /// The findings as the tables write them.
  var faults: [JSONTable.Fault] {
    diagnostics.map { diagnostic in
      JSONTable.Fault(
        rule: diagnostic.rule, start: diagnostic.range.map { Int($0.start) } ?? -1,
        end: diagnostic.range.map { Int($0.end) } ?? -1)
    }
  }
}

extension Node {
  /// The tree as JSON without white space: plain scalars as they stand in the file, texts in quotes.
  var minified: String {
    switch content {
    case .scalar(let scalar): scalar.isPlain ? scalar.text : JSONWriter.line(.string(scalar.text))
    case .sequence(let nodes): "[\(nodes.map(\.minified).joined(separator: ","))]"
    case .mapping(let members):
      "{\(members.map { "\(JSONWriter.line(.string($0.key))):\($0.value.minified)" }.joined(separator: ","))}"
    }
  }
}
