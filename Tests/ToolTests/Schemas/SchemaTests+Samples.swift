import Diagnostics
import Foundation
import NetworkTypes
import ProfileLanguage
import Syntax
import TestSupport
import Validation

extension SchemaTests {
  /// The profiles to start from, and those of all golden cases.
  static func profiles() throws -> [Sample] {
    let others = ["Template", "Fleet", "Capabilities"].map { "kind: \($0)\n" }
    return try TestFiles.names(in: "../profiles").filter { $0.hasSuffix(".yaml") }.map {
      Sample(name: $0, text: try TestFiles.text("../profiles/\($0)"))
    } + golden { text in !others.contains { text.contains($0) } }
  }

  /// The YAML documents of all golden cases that are of a kind.
  static func golden(_ isWanted: (String) -> Bool) throws -> [Sample] {
    var samples: [Sample] = []
    for folder in try TestFiles.names(in: "Golden") {
      for name in try TestFiles.names(in: "Golden/\(folder)") {
        let files = inputs(of: try TestFiles.text("Golden/\(folder)/\(name)"))
        for (file, text) in files.sorted(by: { $0.key < $1.key }) where file.hasSuffix(".yaml") && isWanted(text) {
          samples.append(Sample(name: "\(folder)/\(name)", text: text, beside: files))
        }
      }
    }
    return samples
  }

  /// The files that a golden case begins with, by name.
  private static func inputs(of text: String) -> [String: String] {
    var files: [String: String] = [:]
    for section in text.components(separatedBy: "\n=== ").dropFirst() {
      guard let end = section.firstIndex(of: "\n") else { continue }
      let title = section[..<end]
      guard !title.contains(" "), title != "stdout", title != "stderr" else { continue }
      files[String(title)] = section[section.index(after: end)...] + "\n"
    }
    return files
  }

  /// The lists of all case files, each for the releases that it is meant for.
  static func lists() throws -> [Sample] {
    var samples: [Sample] = []
    for row in try TSV(TestFiles.text("Cases/traps/expected.tsv")).rows {
      for side in ["bad", "good"] {
        let name = "traps/\(try row.cell("id")).\(side).conflist"
        samples.append(
          Sample(
            name: name, text: try TestFiles.text("Cases/\(name)"), plugins: Version(try row.cell("plugins")),
            containerd: Version(try row.cell("containerd"))))
      }
    }
    for folder in ["libcni", "working", "reference"] {
      for name in try TestFiles.names(in: "Cases/\(folder)") where name.hasSuffix(".conflist") {
        let bytes = try TestFiles.bytes("Cases/\(folder)/\(name)")
        // One that is no UTF-8 has no structure to agree on.
        guard let text = String(validating: bytes, as: UTF8.self) else { continue }
        samples.append(Sample(name: "\(folder)/\(name)", text: text, plugins: "1.9.1", containerd: "2.3.1"))
      }
    }
    return samples
  }

  /// Those without an error.
  static func sound(_ samples: [Sample]) -> [Sample] {
    samples.filter { Judgement(of: $0.text, as: .profile, for: TargetOverrides(), beside: $0.beside).errors.isEmpty }
  }

  /// A YAML document as `JSONSerialization` has it.
  static func json(ofYAML text: String) throws -> Any {
    var bag = DiagnosticBag()
    var files = SourceFiles()
    let file = SourceFile(name: "sample", bytes: Array(text.utf8))
    guard let tree = YAMLReader.read(files.add(file), file.bytes, into: &bag) else {
      throw Trouble("this is no YAML: \(text)")
    }
    return json(tree)
  }

  private static func json(_ node: Node) -> Any {
    switch node.content {
    case .mapping(let members):
      return Dictionary(members.map { ($0.key, json($0.value)) }) { first, _ in first }
    case .sequence(let nodes): return nodes.map(json)
    case .scalar(let scalar):
      guard scalar.isPlain else { return scalar.text }
      if scalar.isNull { return NSNull() }
      if scalar.text == "true" || scalar.text == "false" { return scalar.text == "true" }
      // Versions stay text, so that no digit is lost.
      return Int(scalar.text) ?? scalar.text
    }
  }

  static func text(_ value: Any) throws -> String {
    String(
      decoding: try JSONSerialization.data(withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys]),
      as: UTF8.self)
  }
}
