import Catalogue
import ContainerdConfig
import Diagnostics
import NetworkTypes
import Syntax

/// Configs that are given in one call, judged together.
struct SetRun {
  let findings: [Diagnostic]
  let values: [ValuesInForce]
  let alone: [String]
  private let files: SourceFiles

  /// - Parameter texts: names and texts, in the order of the call.
  init(_ texts: KeyValuePairs<String, String>, on release: String) throws {
    guard let found = Version(release).flatMap({ Catalogue.containerdRelease($0) }) else {
      throw ConfigRun.Unusable(description: "the catalogue has no containerd \(release)")
    }
    var files = SourceFiles()
    var bag = DiagnosticBag()
    var sources: [ConfigSource] = []
    for (name, text) in texts {
      let id = files.add(SourceFile(name: name, bytes: Array(text.utf8)))
      guard let tree = TOMLReader.read(id, Array(text.utf8), into: &bag), bag.diagnostics.isEmpty else {
        throw ConfigRun.Unusable(description: "\(name) is no TOML: \(bag.diagnostics.map(\.message))")
      }
      sources.append(ConfigSource(name, tree))
    }
    let (sets, alone) = ConfigSet.sets(of: sources, for: found)
    for set in sets { ConfigSetCheck.check(set, into: &bag) }
    values = sets.map { ValuesInForce($0) }
    self.alone = alone.map(\.name)
    self.files = files
    findings = bag.sorted()
  }

  /// `severity rule: text at the place` of each finding, notes about single files left out.
  var told: [String] {
    findings.filter { $0.rule != "conf-d-not-read" && $0.rule != "import-must-exist" }.map { finding in
      "\(finding.severity) \(finding.rule): \(finding.range.map { files[$0.file].text($0) } ?? "")"
    }
  }

  /// What is said beside the first finding of a rule, places as `file:text`.
  func notes(_ rule: String) -> [String] {
    (findings.first { $0.rule == rule }?.notes ?? []).map { note in
      note.message + (note.range.map { " @ \(files[$0.file].name): \(files[$0.file].text($0))" } ?? "")
    }
  }
}
