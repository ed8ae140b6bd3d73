import ContainerdConfig
import Diagnostics
import Emission
import Syntax

/// Reads what was written, as `build` will.
enum ReadBack {
  /// A network's members; no network where any of them is refused, with what was said.
  static func network(_ members: [YAML.Member]) -> (spec: NetworkSpec?, bag: DiagnosticBag) {
    var bag = DiagnosticBag()
    let spec = tree(members, &bag).map { NetworkSection.read($0, key: nil, &bag) }
    return (bag.hasErrors ? nil : spec, bag)
  }

  /// The settings of a `containerd` section.
  static func containerd(_ section: YAML.Member) -> ContainerdSettings {
    var bag = DiagnosticBag()
    let member = tree([section], &bag)?.mapping?.first
    return member.map { ContainerdSection.read($0, &bag) } ?? ContainerdSettings()
  }

  /// The errors that a whole document meets with.
  static func errors(in document: [UInt8]) -> [Diagnostic] {
    var bag = DiagnosticBag()
    if let tree = tree(document, &bag) { _ = ProfileSection.read(tree, &bag) }
    return bag.sorted().filter { $0.severity == .error }
  }

  private static func tree(_ members: [YAML.Member], _ bag: inout DiagnosticBag) -> Node? {
    tree(YAMLWriter.document(.mapping(members)), &bag)
  }

  private static func tree(_ bytes: [UInt8], _ bag: inout DiagnosticBag) -> Node? {
    var files = SourceFiles()
    guard let tree = YAMLReader.read(files.add(SourceFile(name: "profile", bytes: bytes)), bytes, into: &bag) else {
      return nil
    }
    var substitution = Substitution(.none)
    let filled = substitution.apply(to: tree)
    bag.add(substitution.bag)
    return filled
  }
}
