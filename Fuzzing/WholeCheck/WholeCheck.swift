import CNIModel
package import Diagnostics
import NetworkTypes
import ProfileLanguage
import Syntax
import Validation

/// All that `cnigen validate` and `cnigen build` do with the bytes of one input, short of files: what the fuzzers feed,
/// and what the regression tests feed again. Whatever the input, it has to come back, soon, and with findings that
/// every renderer can show.
package enum WholeCheck {
  /// The syntaxes of input.
  package enum Syntax: String, CaseIterable, Sendable {
    case json
    case yaml
    case toml
  }

  /// What an input is taken for, on which node.
  private struct Reading {
    let name: String
    let kind: InputKind?
    let overrides: TargetOverrides
  }

  /// Checks an input as each thing that it can be, for the newest releases and for some of the oldest, and shows all
  /// that was found in every form. Gives the findings, for those who want to look.
  @discardableResult
  package static func run(_ bytes: [UInt8], as syntax: Syntax) -> [Diagnostic] {
    readings(of: syntax).flatMap { run(bytes, as: syntax, $0) }
  }

  private static func run(_ bytes: [UInt8], as syntax: Syntax, _ reading: Reading) -> [Diagnostic] {
    var documents = Echo(bytes)
    let file = SourceFile(name: reading.name, bytes: bytes)
    let id = documents.take(file)
    var bag = DiagnosticBag()
    guard let check = FileCheck(reading.overrides, into: &bag) else { return bag.diagnostics }
    let tree = check.check(file, id, as: reading.kind, from: &documents, into: &bag)
    switch syntax {
    case .json: FolderPass.run(file, id, for: check.target, into: &bag)
    case .yaml: OutputPass.run(bytes, named: reading.name, reading.overrides)
    case .toml: break
    }
    Rendering.run(bag, documents.files, tree)
    return bag.diagnostics
  }

  /// Old and new releases take turns, so that an input costs two runs and not four.
  private static func readings(of syntax: Syntax) -> [Reading] {
    let newest = TargetOverrides()
    switch syntax {
    case .json:
      return [
        Reading(name: "net.d/10-input.conflist", kind: nil, overrides: newest),
        Reading(name: "net.d/10-input.conf", kind: .conf, overrides: old),
      ]
    case .yaml:
      return [
        Reading(name: "input.yaml", kind: nil, overrides: newest),
        Reading(name: "input.yaml", kind: .profile, overrides: old),
      ]
    case .toml:
      return [
        Reading(name: "containerd/config.toml", kind: .containerd, overrides: old),
        Reading(name: "containerd/conf.d/input.toml", kind: .containerd, overrides: newest),
      ]
    }
  }

  /// What long-lived nodes still run.
  private static var old: TargetOverrides {
    TargetOverrides(containerd: Version("1.5.0"), plugins: Version("0.9.1"), kubernetes: Version("1.21"))
  }
}
