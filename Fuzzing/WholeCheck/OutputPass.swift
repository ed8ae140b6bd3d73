import Compilation
import Diagnostics
import ProfileLanguage
import Syntax

/// What `cnigen build` would write for a profile. Where it would write at all, each file has to be sound text of its
/// syntax: read back by the same strict readers, without a single error.
enum OutputPass {
  static func run(_ bytes: [UInt8], named name: String, _ overrides: TargetOverrides) {
    var documents = Echo(bytes)
    let file = SourceFile(name: name, bytes: bytes)
    let id = documents.take(file)
    var bag = DiagnosticBag()
    guard let tree = YAMLReader.read(id, bytes, into: &bag),
      let profile = ProfileReader.read(tree, of: file, id, from: &documents, into: &bag)
    else { return }
    let targets = Compiler.compile(profile, overrides: overrides, into: &bag)
    guard !bag.hasErrors else { return }
    for output in targets.flatMap(\.files) where !isTemplate(output) { readBack(output) }
  }

  /// Whether a file is a template for containerd, whatever it is called: text of its own, with actions in braces.
  private static func isTemplate(_ output: CompiledFile) -> Bool {
    String(decoding: output.bytes, as: UTF8.self).contains("{{")
  }

  private static func readBack(_ output: CompiledFile) {
    var files = SourceFiles()
    let id = files.add(SourceFile(name: output.name, bytes: output.bytes))
    var bag = DiagnosticBag()
    switch output.name.split(separator: ".").last {
    case "toml": _ = TOMLReader.read(id, output.bytes, into: &bag)
    case "conflist": _ = JSONReader.read(id, output.bytes, into: &bag)
    default: return
    }
    precondition(!bag.hasErrors, "\(output.name) cannot be read back: \(bag.diagnostics.first?.message ?? "")")
  }
}
