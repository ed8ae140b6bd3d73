package import CNIModel
import Catalogue
package import Diagnostics
import Rules
import Syntax

/// Checks a template that somebody wrote for `conf_template`: it is evaluated as containerd does it, and what comes out
/// is judged as any network is.
package enum ConfTemplateCheck {
  /// Checks a template for a target. Findings lie in the template.
  package static func check(_ file: SourceFile, _ id: FileID, for target: Target, into bag: inout DiagnosticBag) {
    let release = target.containerd.version
    guard let template = ConfTemplate.read(id, file.bytes, for: release, into: &bag) else { return }
    var findings = SampleFindings()
    for pods in PodCIDRs.samples {
      guard let rendering = template.render(for: pods, id, into: &bag) else { return }
      findings.add(judge(rendering, id, for: target), for: pods)
    }
    bag.add(findings.merged)
    TemplateCaveats.report(at: SourceRange(file: id, start: 0, end: 0), for: target, into: &bag)
  }

  private static func judge(_ rendering: Rendering, _ id: FileID, for target: Target) -> DiagnosticBag {
    var found = DiagnosticBag()
    if let tree = JSONReader.read(id, rendering.bytes, into: &found) {
      let list = NetworkList(Value(json: tree), fileName: Containerd.Template.fileName, on: target.capabilities)
      Judge.judge(Subject(list, for: target), into: &found)
    }
    return rendering.placed(found)
  }
}

extension Rendering {
  /// Findings in the result, brought to the places of the template that they come from.
  fileprivate func placed(_ found: DiagnosticBag) -> DiagnosticBag {
    var placed = DiagnosticBag()
    for finding in found.diagnostics {
      placed.add(
        Diagnostic(
          rule: finding.rule, severity: finding.severity, message: finding.message, at: finding.range.map(place),
          notes: finding.notes.map { Diagnostic.Note($0.message, at: $0.range.map(place)) }, help: finding.help))
    }
    return placed
  }
}
