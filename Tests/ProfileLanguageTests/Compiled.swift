import CNIModel
import Compilation
import Diagnostics
import Emission
import ProfileLanguage
import Syntax

/// A profile taken through reading and compiling, for tests to look at.
struct Compiled {
  let file: SourceFile
  let profile: Profile?
  let bag: DiagnosticBag
  let targets: [CompiledTarget]
  /// The profile first, then what it named.
  let files: SourceFiles

  /// - Parameter beside: the files that lie beside the profile, by name.
  init(_ text: String, beside: [String: String] = [:], overrides: TargetOverrides = TargetOverrides()) {
    var documents = MemoryDocuments(texts: beside)
    let file = SourceFile(name: "test.yaml", bytes: Array(text.utf8))
    let id = documents.take(file)
    var bag = DiagnosticBag()
    let tree = YAMLReader.read(id, file.bytes, into: &bag)
    let profile = tree.flatMap { ProfileReader.read($0, of: file, id, from: &documents, into: &bag) }
    self.file = file
    self.profile = profile
    targets = profile.map { Compiler.compile($0, overrides: overrides, into: &bag) } ?? []
    self.bag = bag
    files = documents.files
  }

  /// The text of a file that was made for the first target.
  func text(_ name: String) -> String? {
    targets.first?.files.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// The conflist of the only network, read back.
  func conflist() -> Value? {
    guard let made = targets.first?.files.first(where: { $0.name.hasSuffix(".conflist") }) else { return nil }
    var files = SourceFiles()
    let id = files.add(SourceFile(name: made.name, bytes: made.bytes))
    var bag = DiagnosticBag()
    return JSONReader.read(id, made.bytes, into: &bag).map(Value.init(json:))
  }

  /// The rules of all errors.
  var errors: [String] { bag.sorted().filter { $0.severity == .error }.map(\.rule) }
}

extension Compiled {
  /// A profile with one network on Debian 12's software.
  static func network(_ yaml: String, target: String = "{containerd: 1.6.20, plugins: 1.1.1}") -> Compiled {
    let body = yaml.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }.joined(separator: "\n")
    return Compiled("apiVersion: cnigen/v1\nkind: Profile\nname: demo\ntarget: \(target)\nnetwork:\n\(body)\n")
  }
}
