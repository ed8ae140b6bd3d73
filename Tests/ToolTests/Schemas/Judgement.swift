import CNIModel
import Diagnostics
import ProfileLanguage
import Schemas
import Syntax
import Validation

/// What cnigen itself says about a document.
struct Judgement {
  /// A finding, with the JSON pointer of its place.
  struct Finding {
    let rule: String
    let severity: Severity
    let pointer: String
    let message: String
  }

  let findings: [Finding]

  /// - Parameter beside: the files that lie beside the document, by name.
  init(of text: String, as kind: InputKind, for target: TargetOverrides, beside: [String: String] = [:]) {
    var documents = Documents(texts: beside)
    let file = SourceFile(name: "document", bytes: Array(text.utf8))
    let id = documents.take(file)
    var bag = DiagnosticBag()
    let check = FileCheck(target, into: &bag)
    let tree = check?.check(file, id, as: kind, from: &documents, into: &bag)
    findings = bag.sorted().map { found in
      // A place in another file, such as a template, has no pointer in this one.
      let place = found.range.flatMap { $0.file == id ? tree?.pointer(to: $0) : nil }
      return Finding(rule: found.rule, severity: found.severity, pointer: place ?? "", message: found.message)
    }
  }

  var errors: [Finding] { findings.filter { $0.severity == .error } }

  /// Whether the text could be taken apart at all.
  var isReadable: Bool {
    !errors.contains { finding in
      ["yaml-", "json-", "duplicate-key", "invalid-utf8", "file-too-large"].contains { finding.rule.hasPrefix($0) }
    }
  }

  /// What stands against the agreement between schemas and rules; `nil` where both sides agree.
  ///
  /// - Parameters:
  ///   - places: where the schema finds something.
  ///   - isReleased: whether the schema was made for a release.
  ///   - isWhole: whether the document stands for itself, so that the schema can see what it means.
  func disagreement(with places: [String], isReleased: Bool, isWhole: Bool) -> String? {
    let isAnswered = findings.contains { $0.severity == .error || StructuralRules.warnings.contains($0.rule) }
    if !places.isEmpty, !isAnswered { return "the schema refuses \(places), and cnigen says nothing" }
    guard isWhole else { return nil }
    for error in errors where StructuralRules.errors.contains(error.rule) {
      if !isReleased, StructuralRules.ofReleases.contains(error.rule) { continue }
      if StructuralRules.ofMerged.contains(error.rule), Self.isOfFleet(error.pointer) { continue }
      if !places.contains(where: { Self.isNear($0, error.pointer) }) {
        return "the schema misses \(error.rule) at \(error.pointer): \(error.message); it has \(places)"
      }
    }
    return nil
  }

  /// Whether a place is in what a fleet merges for a node.
  private static func isOfFleet(_ pointer: String) -> Bool {
    ["/pools/", "/nodes/", "/profile/network/"].contains(where: pointer.hasPrefix)
  }

  /// Whether two pointers are the same, or one the other's parent.
  private static func isNear(_ place: String, _ pointer: String) -> Bool {
    place == pointer || place == parent(of: pointer) || parent(of: place) == pointer
  }

  private static func parent(of pointer: String) -> String {
    pointer.lastIndex(of: "/").map { String(pointer[..<$0]) } ?? ""
  }
}

/// Files that a test made up.
private struct Documents: DocumentSource {
  let texts: [String: String]
  private var files = SourceFiles()

  init(texts: [String: String]) {
    self.texts = texts
  }

  mutating func open(_ path: String, namedIn document: FileID) throws(UnreadableDocument) -> OpenDocument {
    guard let text = texts[path] else { throw UnreadableDocument("No such file or directory", isMissing: true) }
    let file = SourceFile(name: path, bytes: Array(text.utf8))
    return OpenDocument(file, take(file))
  }

  mutating func take(_ file: SourceFile) -> FileID { files.add(file) }

  mutating func remember(_ tree: Node, of document: FileID) {}
}
