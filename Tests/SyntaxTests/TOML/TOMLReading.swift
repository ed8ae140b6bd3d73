import Diagnostics
import Emission
import Syntax

/// A text read by the TOML reader.
struct TOMLReading {
  let tree: Node?
  let diagnostics: [Diagnostic]
  let file: SourceFile

  init(_ bytes: [UInt8]) {
    var files = SourceFiles()
    file = SourceFile(name: "config.toml", bytes: bytes)
    let id = files.add(file)
    var bag = DiagnosticBag()
    tree = TOMLReader.read(id, bytes, into: &bag)
    diagnostics = bag.sorted()
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  /// `rule: text at fault` of each finding.
  var findings: [String] {
    diagnostics.map { "\($0.rule): \($0.range.map { file.text($0) } ?? "")" }
  }

  /// The text that a value was written as.
  func source(_ node: Node?) -> String? { node.map { file.text($0.range) } }
}

extension Node {
  /// The tree with a mark at every scalar: `s` for a string, `p` for what was written without quotes.
  var marked: JSON {
    switch content {
    case .scalar(let scalar): .object([JSON.Member(scalar.isPlain ? "p" : "s", .string(scalar.text))])
    case .sequence(let nodes): .array(nodes.map(\.marked))
    case .mapping(let members):
      .object([JSON.Member("m", .array(members.map { .array([.string($0.key), $0.value.marked]) }))])
    }
  }
}
