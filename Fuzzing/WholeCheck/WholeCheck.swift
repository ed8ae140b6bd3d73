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
  /// What an input is put in for; each has a fuzzer and a folder of findings.
  package enum Role: String, CaseIterable, Sendable {
    /// Text of a syntax, taken for all that it can be.
    case json, yaml, toml
    /// The inventory of a fleet.
    case csv, kubectl
    /// The lock of a fleet.
    case lock
    /// What a profile names.
    case capabilities, template
    /// A template for containerd's `conf_template`.
    case confTemplate = "conf-template"
    /// A conflist that is imported and built again.
    case importing
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
  package static func run(_ bytes: [UInt8], as role: Role) -> [Diagnostic] {
    switch role {
    case .json, .yaml, .toml, .confTemplate: readings(for: role).flatMap { run(bytes, as: role, $0) }
    case .csv: FleetPass.run(bytes, at: "nodes.csv")
    case .kubectl: FleetPass.run(bytes, at: "nodes.json")
    case .lock: FleetPass.run(bytes, at: FleetPass.lock)
    case .capabilities: DocumentPass.capabilities(bytes)
    case .template: DocumentPass.template(bytes)
    case .importing: ImportPass.run(bytes)
    }
  }

  private static func run(_ bytes: [UInt8], as role: Role, _ reading: Reading) -> [Diagnostic] {
    var documents = Echo(bytes)
    let file = SourceFile(name: reading.name, bytes: bytes)
    let id = documents.take(file)
    var bag = DiagnosticBag()
    guard let check = FileCheck(reading.overrides, into: &bag) else { return bag.diagnostics }
    let tree = check.check(file, id, as: reading.kind, from: &documents, into: &bag)
    switch role {
    case .json: FolderPass.run(file, id, for: check.target, into: &bag)
    case .yaml: OutputPass.run(bytes, named: reading.name, reading.overrides)
    default: break
    }
    Rendering.run(bag, documents.files, tree)
    return bag.diagnostics
  }

  /// Old and new releases take turns, so that an input costs two runs and not four.
  private static func readings(for role: Role) -> [Reading] {
    let newest = TargetOverrides()
    switch role {
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
    case .confTemplate:
      return [newest, old].map { Reading(name: "cni/pods.template", kind: .confTemplate, overrides: $0) }
    default: return []
    }
  }

  /// What long-lived nodes still run.
  private static var old: TargetOverrides {
    TargetOverrides(containerd: Version("1.5.0"), plugins: Version("0.9.1"), kubernetes: Version("1.21"))
  }
}
