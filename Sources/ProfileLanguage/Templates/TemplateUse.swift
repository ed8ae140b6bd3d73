package import Diagnostics
import Syntax

/// How a profile came by what stands in it: its template, and the values that it gave. Findings are explained with it.
package struct TemplateUse: Sendable {
  /// The value of `template:` in the profile.
  let place: SourceRange
  let name: String
  /// The template's file.
  package let document: FileID
  /// Whether the template lies in this program. Nobody can mend it there, so findings point at its use.
  let isShipped: Bool
  /// The values that the profile gave.
  var values: [Given] = []
  /// Texts of the template that values are a part of.
  var mixtures: [Substitution.Mixture] = []

  /// A value, and the parameter that it is for.
  struct Given: Sendable {
    let name: String
    let range: SourceRange
    let parameter: SourceRange
  }

  /// Whether a finding lies in the template.
  func holds(_ finding: Diagnostic) -> Bool { finding.range?.file == document }

  /// Says with each finding where template and values come in.
  package func annotate(_ bag: inout DiagnosticBag) { bag.replaceEach(annotated) }

  /// Where to point for a place that lies in a template of this program: at its use. `nil` for any other place.
  package func place(standingFor range: SourceRange) -> SourceRange? {
    isShipped && range.file == document ? place : nil
  }

  private func annotated(_ finding: Diagnostic) -> Diagnostic {
    guard let range = finding.range else { return finding }
    if range.file == document { return inTemplate(finding, range) }
    guard let given = values.first(where: { $0.range.contains(range) }),
      !finding.notes.contains(where: { $0.range == given.parameter })
    else { return finding }
    let note = Diagnostic.Note("it is the value of the parameter \(given.name)", at: given.parameter)
    return finding.at(range, adding: [note])
  }

  private func inTemplate(_ finding: Diagnostic, _ range: SourceRange) -> Diagnostic {
    guard !finding.notes.contains(where: { $0.range == place }) else { return finding }
    var notes: [Diagnostic.Note] = []
    let names = mixtures.filter { $0.range == range }.flatMap(\.names)
    for given in values where names.contains(given.name) {
      notes.append(Diagnostic.Note("\(given.name) is given here", at: given.range))
    }
    if isShipped {
      return finding.at(place, adding: [Diagnostic.Note("in the template \(name)", at: range)] + notes)
    }
    return finding.at(range, adding: notes + [Diagnostic.Note("the template is used here", at: place)])
  }
}

extension Diagnostic {
  fileprivate func at(_ range: SourceRange, adding further: [Note]) -> Diagnostic {
    Diagnostic(rule: rule, severity: severity, message: message, at: range, notes: notes + further, help: help)
  }
}
