import CNIModel
import Diagnostics
import Syntax

/// A profile with its template put in.
struct TemplateExpansion {
  /// The profile as if it had no template.
  let node: Node
  let use: TemplateUse
  /// The template's file, whose comments count too.
  let file: OpenDocument
  /// Whether the template and all values are good; otherwise something is missing in the node, which has been told.
  let isComplete: Bool

  /// Puts the template in that a profile names, below all that lies over it; `nil` where it names none, or none that
  /// can be used.
  static func expand(
    _ layers: LayeredTree, _ id: FileID, from documents: inout some DocumentSource, _ bag: inout DiagnosticBag
  ) -> TemplateExpansion? {
    guard let members = layers.profile.mapping else { return nil }
    guard let name = members.first(where: { $0.key == "template" }) else {
      if let values = members.first(where: { $0.key == "with" }) { reportLonely(values, &bag) }
      return nil
    }
    let values = layers.values
    guard let text = Scalars.text(name, &bag),
      let found = TemplateLookup.find(text, namedIn: id, from: &documents, &bag)
    else { return nil }
    var use = TemplateUse(
      place: text.range, name: text.value, document: found.template.document, isShipped: found.isShipped)
    let before = bag.count(of: .error)
    let binding = TemplateBinding(found.template, with: values?.value, at: values?.keyRange ?? text.range, &bag)
    let filled = found.template.filled(binding.entries, &bag)
    use.values = binding.given
    use.mixtures = filled.mixtures
    let own = members.filter { $0.key != "template" && $0.key != "with" }
    let merged = DeepMerge.merge(DeepMerge.dropping(own, over: filled.body), over: filled.body)
    let node = layers.laid(over: Node(.mapping(merged), at: layers.profile.range))
    let isComplete = binding.isComplete && bag.count(of: .error) == before
    return TemplateExpansion(node: node, use: use, file: found.file, isComplete: isComplete)
  }

  private static func reportLonely(_ values: Node.Member, _ bag: inout DiagnosticBag) {
    bag.error(
      "missing-key", "with: gives values, but no template is named that takes them", at: values.keyRange,
      help: "add template: NAME, or write the values where they belong")
  }
}

extension Template {
  /// What a template brings, with its holes filled.
  struct Filled {
    let body: [Node.Member]
    let mixtures: [Substitution.Mixture]
    /// The names that stand in it.
    let used: [String]
  }

  /// Fills the holes.
  func filled(_ entries: [Scope.Entry], _ bag: inout DiagnosticBag) -> Filled {
    let names = parameters.map(\.name)
    let scope = Scope(
      entries, owner: "the template \(name?.value ?? "")",
      advice: names.isEmpty
        ? "declare it under parameters:"
        : "declare it under parameters:, or use one of \(names.joined(separator: ", "))")
    var substitution = Substitution(scope)
    let body = substitution.apply(to: body)
    bag.add(substitution.bag)
    return Filled(body: body, mixtures: substitution.mixtures, used: substitution.used)
  }
}
