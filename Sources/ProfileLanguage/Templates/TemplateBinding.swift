import CNIModel
import Diagnostics
import Syntax

/// Gives the parameters of a template their values.
struct TemplateBinding {
  private(set) var entries: [Scope.Entry] = []
  /// The values that the profile gave.
  private(set) var given: [TemplateUse.Given] = []
  /// Whether every parameter has a value that it takes, or needs none.
  private(set) var isComplete = true

  /// Binds what stands under `with:`.
  ///
  /// - Parameter place: where a value that is missing is told: the key `with`, or the template's name.
  init(_ template: Template, with values: Node?, at place: SourceRange, _ bag: inout DiagnosticBag) {
    var members = values?.mapping ?? []
    if let values, values.mapping == nil, !values.isNull {
      Scalars.wrong(values, of: "with", wants: "a mapping from parameter to value", &bag)
      isComplete = false
    }
    members.removeAll { $0.value.isNull }
    for parameter in template.parameters {
      bind(parameter, members.first { $0.key == parameter.name }, of: template, at: place, &bag)
    }
    for member in members { checkKnown(member, template, &bag) }
  }

  private mutating func bind(
    _ parameter: Parameter, _ member: Node.Member?, of template: Template, at place: SourceRange,
    _ bag: inout DiagnosticBag
  ) {
    var meaning = Scope.Meaning.absent
    if let member {
      given.append(
        TemplateUse.Given(name: parameter.name, range: member.value.range, parameter: parameter.range))
      meaning = parameter.take(member.value, &bag).map(Scope.Meaning.value) ?? .unusable
    } else if let value = parameter.defaultValue {
      meaning = .value(value)
    } else if !parameter.isOptional {
      meaning = .unusable
      bag.error(
        "missing-parameter", "the parameter \(parameter.name) has no value", at: place,
        notes: [Diagnostic.Note("the template declares it here, without a default", at: parameter.range)],
        help: "add it: with: {\(parameter.name): …}, \(parameter.type.wanted)")
    }
    if case .unusable = meaning { isComplete = false }
    entries.append(Scope.Entry(parameter.name, at: parameter.range, meaning))
  }

  private mutating func checkKnown(_ member: Node.Member, _ template: Template, _ bag: inout DiagnosticBag) {
    let names = template.parameters.map(\.name)
    guard !names.contains(member.key) else { return }
    isComplete = false
    let known = names.isEmpty ? "it has none" : "its parameters are: \(names.joined(separator: ", "))"
    bag.error(
      "unknown-parameter", "the template \(template.name?.value ?? "") has no parameter \(member.key)",
      at: member.keyRange, help: Spelling.nearest(to: member.key, among: names).map { "write \($0)" } ?? known)
  }
}
