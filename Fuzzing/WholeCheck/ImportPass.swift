import CNIModel
import Compilation
import Diagnostics
import ProfileLanguage
import Syntax
import Validation

/// The law of `import`: what is built from an imported file is the file, or something is said about it.
enum ImportPass {
  static func run(_ bytes: [UInt8]) -> [Diagnostic] {
    var documents = Surroundings([])
    var bag = DiagnosticBag()
    let input = documents.open("net.d/10-input.conflist", bytes)
    guard let check = FileCheck(TargetOverrides(), into: &bag),
      let classified = Classifier.classify(input.file, input.id, as: nil, into: &bag)
    else { return bag.diagnostics }
    check.judge(classified, input.file, input.id, from: &documents, into: &bag)
    guard classified.kind == .conflist, classified.tree.mapping != nil else { return bag.diagnostics }
    let source = ImportSource(.list, input.file, classified.tree, findings: bag)
    var said = DiagnosticBag()
    let profile = Importer.profile(from: [source], overrides: TargetOverrides(), for: check.target, into: &said)
    let isSound = !bag.hasErrors
    let isSilent = said.diagnostics.isEmpty
    bag.add(said)
    Rendering.run(bag, documents.files, classified.tree)
    if isSound, isSilent { compare(Value(json: classified.tree), built(profile, in: &documents)) }
    return bag.diagnostics
  }

  /// The only list that a profile makes.
  private static func built(_ profile: [UInt8], in documents: inout Surroundings) -> Value {
    var bag = DiagnosticBag()
    let opened = documents.open("profile.yaml", profile)
    guard let tree = YAMLReader.read(opened.id, profile, into: &bag),
      let profile = ProfileReader.read(tree, of: opened.file, opened.id, from: &documents, into: &bag),
      let made = Compiler.compile(profile, overrides: TargetOverrides(), into: &bag).first?.files
        .first(where: { $0.name.hasSuffix(".conflist") }), !bag.hasErrors,
      let list = JSONReader.read(opened.id, made.bytes, into: &bag)
    else { preconditionFailure("import was silent, and build refuses: \(bag.diagnostics.first?.message ?? "")") }
    return Value(json: list)
  }

  private static func compare(_ before: Value, _ after: Value) {
    precondition(isSame(before, after), "import was silent, and the build is another list")
  }

  /// The order of keys does not count, and of equal keys the last one does.
  private static func isSame(_ one: Value, _ other: Value) -> Bool {
    switch (one.content, other.content) {
    case (.null, .null): true
    case (.bool(let one), .bool(let other)): one == other
    case (.number(let one), .number(let other)): one == other
    case (.string(let one), .string(let other)): one.utf8.elementsEqual(other.utf8)
    case (.array(let one), .array(let other)):
      one.count == other.count && zip(one, other).allSatisfy { isSame($0, $1) }
    case (.object(let members), .object(let others)):
      members.allSatisfy { member in
        guard let old = one.member(member.name)?.value, let new = other.member(member.name)?.value else { return false }
        return isSame(old, new)
      } && others.allSatisfy { one.member($0.name) != nil }
    default: false
    }
  }
}
