import Diagnostics
import Syntax

/// `apiVersion` and `kind`, with which every document begins.
enum DocumentHeader {
  /// The value of `apiVersion`.
  static let apiVersion = "cnigen/v1"

  /// Whether a document is of the kind that is wanted, or was clearly meant to be. What is wrong with its head is in
  /// the bag.
  ///
  /// - Parameters:
  ///   - kind: the kind as it is written: `Profile`.
  ///   - refusal: what cannot be done with a document of another kind: `cannot be built; a profile is expected`.
  static func check(
    _ node: Node, is kind: String, else refusal: String, _ bag: inout DiagnosticBag
  ) -> Bool {
    guard let members = node.mapping else {
      bag.error(
        "wrong-type", "a \(kind.lowercased()) is a mapping with keys, not \(node.kindWord)", at: node.range)
      return false
    }
    let first = members.first?.keyRange ?? node.range
    checkVersion(node, first, &bag)
    return isOfKind(kind, node, first, refusal, &bag)
  }

  private static func checkVersion(_ node: Node, _ first: SourceRange, _ bag: inout DiagnosticBag) {
    guard let version = node["apiVersion"] else {
      bag.error(
        "missing-key", "the document has no apiVersion", at: first, help: "begin with: apiVersion: \(apiVersion)")
      return
    }
    guard version.scalar?.text != apiVersion else { return }
    bag.error(
      "unknown-api-version",
      "apiVersion \(version.scalar?.text ?? version.kindWord) is not known; this is \(apiVersion)",
      at: version.range, help: "write apiVersion: \(apiVersion)")
  }

  private static func isOfKind(
    _ wanted: String, _ node: Node, _ first: SourceRange, _ refusal: String, _ bag: inout DiagnosticBag
  ) -> Bool {
    guard let kind = node["kind"] else {
      bag.error("missing-key", "the document has no kind", at: first, help: "add: kind: \(wanted)")
      return true
    }
    let name = kind.scalar?.text ?? kind.kindWord
    guard name != wanted else { return true }
    let near = Spelling.nearest(to: name, among: [wanted])
    bag.error(
      "unknown-kind", "kind \(name) \(refusal)", at: kind.range, help: near.map { "write kind: \($0)" })
    return near != nil
  }
}
