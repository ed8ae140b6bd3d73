import Catalogue
import ContainerdConfig
import Diagnostics
import NetworkTypes
import Syntax

/// A containerd config, read and judged as `cnigen validate` does it.
struct ConfigRun {
  /// A release that the catalogue does not have, or a text that is no TOML.
  struct Unusable: Error, CustomStringConvertible {
    let description: String
  }

  let findings: [Diagnostic]
  private let file: SourceFile

  init(_ text: String, on release: String, isDropIn: Bool = false) throws {
    guard let found = Version(release).flatMap({ Catalogue.containerdRelease($0) }) else {
      throw Unusable(description: "the catalogue has no containerd \(release)")
    }
    var files = SourceFiles()
    file = SourceFile(name: "config.toml", bytes: Array(text.utf8))
    let id = files.add(file)
    var bag = DiagnosticBag()
    guard let tree = TOMLReader.read(id, file.bytes, into: &bag), bag.diagnostics.isEmpty else {
      throw Unusable(description: "no TOML: \(bag.diagnostics.map(\.message))")
    }
    ContainerdCheck.check(tree, for: found, isDropIn: isDropIn, into: &bag)
    findings = bag.sorted()
  }

  var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// `severity rule: text at the place` of each finding.
  var told: [String] {
    findings.map { "\($0.severity) \($0.rule): \($0.range.map { file.text($0) } ?? "")" }
  }

  /// The findings of a weight.
  func told(_ severity: Severity) -> [String] { told.filter { $0.hasPrefix("\(severity)") } }

  /// What is said beside the first finding of a rule.
  func notes(_ rule: String) -> String {
    findings.first { $0.rule == rule }?.notes.map(\.message).joined(separator: "\n") ?? ""
  }

  /// The advice of the first finding of a rule.
  func help(_ rule: String) -> String { findings.first { $0.rule == rule }?.help ?? "" }
}

/// Configs whose CNI table holds some lines, by schema.
enum Config {
  static func schema(_ number: Int, _ lines: String) -> String {
    switch number {
    case 1: "[plugins.cri.cni]\n\(lines)\n"
    case 2: "version = 2\n[plugins.\"io.containerd.grpc.v1.cri\".cni]\n\(lines)\n"
    default: "version = \(number)\n[plugins.'io.containerd.cri.v1.runtime'.cni]\n\(lines)\n"
    }
  }
}
