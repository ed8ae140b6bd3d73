package import Diagnostics
package import Syntax

/// Reads a document of the language.
package enum ProfileReader {
  /// The value of `apiVersion`.
  package static let apiVersion = "cnigen/v1"

  /// Reads a profile. What could not be read is in the bag; `nil` where the document is no profile at all.
  package static func read(_ node: Node, of file: SourceFile, _ id: FileID, into bag: inout DiagnosticBag) -> Profile? {
    guard let members = node.mapping else {
      bag.error("wrong-type", "a profile is a mapping with keys, not \(node.kindWord)", at: node.range)
      return nil
    }
    checkVersion(node, members, &bag)
    guard isProfile(node, members, &bag) else { return nil }
    var profile = ProfileSection.read(node, &bag)
    let comments = Allowances.inComments(of: file, id, &bag)
    for index in profile.networks.indices { profile.networks[index].allowances += comments }
    return profile
  }

  private static func checkVersion(_ node: Node, _ members: [Node.Member], _ bag: inout DiagnosticBag) {
    guard let version = node["apiVersion"] else {
      bag.error(
        "missing-key", "the document has no apiVersion", at: members.first?.keyRange ?? node.range,
        help: "begin with: apiVersion: \(apiVersion)")
      return
    }
    guard version.scalar?.text != apiVersion else { return }
    bag.error(
      "unknown-api-version",
      "apiVersion \(version.scalar?.text ?? version.kindWord) is not known; this is \(apiVersion)",
      at: version.range, help: "write apiVersion: \(apiVersion)")
  }

  private static func isProfile(_ node: Node, _ members: [Node.Member], _ bag: inout DiagnosticBag) -> Bool {
    guard let kind = node["kind"] else {
      bag.error(
        "missing-key", "the document has no kind", at: members.first?.keyRange ?? node.range,
        help: "add: kind: Profile")
      return true
    }
    let name = kind.scalar?.text ?? kind.kindWord
    guard name != "Profile" else { return true }
    let near = Spelling.nearest(to: name, among: ["Profile"])
    bag.error(
      "unknown-kind", "kind \(name) cannot be built; a profile is expected", at: kind.range,
      help: near.map { "write kind: \($0)" })
    return near != nil
  }
}
