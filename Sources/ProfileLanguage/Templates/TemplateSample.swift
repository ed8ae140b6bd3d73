import CNIModel
package import Diagnostics
import Syntax

/// A template looked at by itself, with its own examples in the holes.
package enum TemplateSample {
  /// The profile that the template's defaults and examples make. What is wrong with the template is in the bag; `nil`
  /// where a parameter has neither, so that the whole cannot be judged.
  ///
  /// - Parameter file: the template's document.
  package static func profile(
    _ template: Template, of file: OpenDocument, into bag: inout DiagnosticBag
  ) -> Profile? {
    let entries = template.parameters.map { Scope.Entry($0.name, at: $0.range, meaning(of: $0)) }
    let errors = bag.count(of: .error)
    let filled = template.filled(entries, &bag)
    for parameter in template.parameters where !filled.used.contains(parameter.name) { reportUnused(parameter, &bag) }
    var found = DiagnosticBag()
    var members = filled.body
    if let name = template.name {
      members.append(
        Node.Member(
          key: "name", keyRange: name.range, value: Node(.scalar(.init(name.value, isPlain: false)), at: name.range)))
    }
    var profile = ProfileSection.read(Node(.mapping(members), at: template.range), &found)
    let comments = Allowances.inComments(of: file.file, file.id, &found)
    for index in profile.networks.indices { profile.networks[index].allowances += comments }
    let open = template.parameters.filter { parameter in entries.contains { $0.name == parameter.name && $0.isUnusable }
    }
    if !open.isEmpty {
      found.removeAll { $0.rule == "missing-key" }
      bag.note(
        "template-without-example",
        "\(Words.all(open.map(\.name))): no example, so the template is checked in part only",
        at: open[0].range, help: "add example: to each parameter that has no default")
    }
    bag.add(found)
    return open.isEmpty && bag.count(of: .error) == errors ? profile : nil
  }

  private static func meaning(of parameter: Parameter) -> Scope.Meaning {
    if let value = parameter.defaultValue ?? parameter.example { return .value(value) }
    return parameter.isOptional ? .absent : .unusable
  }

  private static func reportUnused(_ parameter: Parameter, _ bag: inout DiagnosticBag) {
    bag.warning(
      "unused-parameter", "nothing in the template uses the parameter \(parameter.name)", at: parameter.range,
      notes: [Diagnostic.Note("a value that a profile gives for it changes nothing")],
      help: "write ${\(parameter.name)} where it belongs, or remove it")
  }
}

extension Scope.Entry {
  fileprivate var isUnusable: Bool { if case .unusable = meaning { true } else { false } }
}
