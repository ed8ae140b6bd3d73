import CNIModel
import Compilation
import Diagnostics
import NetworkTypes
import ProfileLanguage
import Syntax
import Validation

@testable import TestSupport

/// Files taken through the whole circle: checked, imported, and what was imported built again.
struct Circle {
  /// Files by the name under which they are imported.
  let inputs: [(name: String, text: String)]
  /// What the check of the files finds.
  let findings: [Diagnostic]
  /// What `import` says, each with the pointer into its file; of several files those of the first.
  let said: [Said]
  /// The profile; empty where nothing could be made of the files.
  let profile: String
  /// What the build of the profile reports.
  let building: DiagnosticBag
  /// The built files by name; of no use where the build has errors.
  let built: [(name: String, text: String)]

  /// A warning of `import`.
  struct Said: Codable {
    let rule: String
    let message: String
    let pointer: String?
  }

  /// Whether a check of the files finds no error.
  var isSound: Bool { !findings.contains { $0.severity == .error } }

  init(_ inputs: [(name: String, text: String)], plugins: String?, containerd: String?) throws {
    self.inputs = inputs
    let overrides = TargetOverrides(
      containerd: containerd.flatMap { Version($0) }, plugins: plugins.flatMap { Version($0) })
    var documents = MemoryDocuments(texts: [:])
    var bag = DiagnosticBag()
    guard let check = FileCheck(overrides, into: &bag) else { throw Trouble("unknown releases") }
    var sources: [ImportSource] = []
    var trees: [Node] = []
    for (name, text) in inputs {
      let file = SourceFile(name: name, bytes: Array(text.utf8))
      let id = documents.take(file)
      var found = DiagnosticBag()
      if let classified = Classifier.classify(file, id, as: nil, into: &found) {
        check.judge(classified, file, id, from: &documents, into: &found)
        let kind: ImportSource.Kind =
          switch classified.kind {
          case .conf: .plugin
          case .containerd: .containerd(isDropIn: check.isDropIn(name))
          default: .list
          }
        trees.append(classified.tree)
        if classified.tree.mapping != nil {
          sources.append(ImportSource(kind, file, classified.tree, findings: found))
        }
      }
      bag.add(found)
    }
    findings = bag.diagnostics
    var saying = DiagnosticBag()
    let bytes =
      sources.isEmpty ? [] : Importer.profile(from: sources, overrides: overrides, for: check.target, into: &saying)
    said = saying.diagnostics.map { diagnostic in
      Said(
        rule: diagnostic.rule, message: diagnostic.message,
        pointer: diagnostic.range.flatMap { trees.first?.pointer(to: $0) })
    }
    profile = String(decoding: bytes, as: UTF8.self)
    let compiled = sources.isEmpty ? nil : Compiled(profile)
    building = compiled?.bag ?? DiagnosticBag()
    built = (compiled?.targets.first?.files ?? []).map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
  }

  /// The built conflists.
  var lists: [String] { built.filter { $0.name.hasSuffix(".conflist") }.map(\.text) }
}
