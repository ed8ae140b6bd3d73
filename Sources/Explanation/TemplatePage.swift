import CNIModel
import Diagnostics
import NetworkTypes
package import ProfileLanguage

/// What `cnigen templates` shows.
package enum TemplatePage {
  /// All templates of the program with their summaries.
  package static func list() -> String {
    var page = Page("Templates in this cnigen. A profile uses one with template: NAME and with: {…}.")
    page.heading("Templates")
    page.table(TemplateLibrary.names.map { ($0, TemplateLibrary.named($0)?.template.summary ?? "") })
    page.heading("Then")
    page.raw("  cnigen templates NAME         what it takes, and a profile to start from")
    page.raw("  cnigen init --template NAME   writes that profile to cnigen.yaml")
    return page.text
  }

  /// What a template takes.
  package static func make(_ template: Template) -> String { page(template).text }

  static func page(_ template: Template) -> Page {
    var page = Page("\(template.name?.value ?? ""): \(template.summary)")
    page.heading("Parameters")
    if template.parameters.isEmpty { page.raw("  none") }
    for parameter in template.parameters {
      page.point("\(parameter.name): \(parameter.type.name), \(need(parameter))")
      page.below(facts(parameter))
    }
    return page
  }

  /// What to do about a name that no template has.
  package static func advice(about name: String) -> String {
    Spelling.nearest(to: name, among: TemplateLibrary.names).map { "did you mean \($0)?" }
      ?? "cnigen templates lists them"
  }

  private static func need(_ parameter: Parameter) -> String {
    if let value = parameter.defaultValue { return "default \(value.flowText)" }
    return parameter.isOptional ? "optional" : "required"
  }

  private static func facts(_ parameter: Parameter) -> String {
    var facts = parameter.summary.isEmpty ? [] : [parameter.summary]
    switch (parameter.minimum, parameter.maximum) {
    case (let minimum?, let maximum?): facts.append("\(minimum) to \(maximum)\(parameter.unit)")
    case (let minimum?, nil): facts.append("at least \(minimum)\(parameter.unit)")
    case (nil, let maximum?): facts.append("at most \(maximum)\(parameter.unit)")
    default: break
    }
    if !parameter.values.isEmpty { facts.append("one of \(parameter.values.joined(separator: ", "))") }
    if let family = parameter.family { facts.append(family == .ipv4 ? "IPv4 only" : "IPv6 only") }
    if let example = parameter.example { facts.append("for example \(example.flowText)") }
    return facts.joined(separator: "; ")
  }
}

extension Parameter {
  /// What its limits count.
  fileprivate var unit: String { if case .list = type { " entries" } else { "" } }
}
