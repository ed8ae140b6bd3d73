import CNIModel
import Compilation
import Diagnostics
import ProfileLanguage
import Syntax
import Validation

/// An input that a sound profile names: what its node has, or a template.
enum DocumentPass {
  /// - Parameter profile: the words of the profile that name the input.
  static func run(_ bytes: [UInt8], as kind: InputKind, at path: String, _ profile: String) -> [Diagnostic] {
    var documents = Surroundings([(path, bytes)])
    var bag = DiagnosticBag()
    let input = documents.open(path, bytes)
    guard let check = FileCheck(TargetOverrides(), into: &bag) else { return bag.diagnostics }
    let tree = check.check(input.file, input.id, as: kind, from: &documents, into: &bag)
    let whole = "apiVersion: cnigen/v1\nkind: Profile\nname: p\n\(profile)\n"
    let outer = documents.open("profile.yaml", Array(whole.utf8))
    _ = check.check(outer.file, outer.id, as: .profile, from: &documents, into: &bag)
    Rendering.run(bag, documents.files, tree)
    return bag.diagnostics
  }

  static func capabilities(_ bytes: [UInt8]) -> [Diagnostic] {
    run(
      bytes, as: .capabilities, at: "node.yaml",
      """
      target: {capabilities: node.yaml}
      network: {bridge: {gateway: true}, addresses: {ranges: [10.1.0.0/24], routes: [default]}, portMappings: {}}
      """)
  }

  static func template(_ bytes: [UInt8]) -> [Diagnostic] {
    run(
      bytes, as: .template, at: "own.yaml",
      """
      template: own.yaml
      with: {site: a, gw: 10.8.0.1, subnets: [10.1.0.0/24], count: 3}
      target: {containerd: 1.7.34, plugins: 1.5.1}
      network: {addresses: {routes: [default]}}
      """)
  }
}
