package import Diagnostics
package import Syntax

/// Reads templates.
package enum TemplateReader {
  /// Reads a document that is to be a template; `nil` where it is none.
  package static func read(_ node: Node, _ id: FileID, into bag: inout DiagnosticBag) -> Template? {
    guard DocumentHeader.check(node, is: "Template", else: "is no template, which is wanted here", &bag) else {
      return nil
    }
    var template = Template(document: id, range: node.range)
    TemplateSection.table.read(node, into: &template, &bag)
    checkWhole(node, template, &bag)
    return template
  }

  private static func checkWhole(_ node: Node, _ template: Template, _ bag: inout DiagnosticBag) {
    let top = node.mapping?.first?.keyRange ?? node.range
    if template.name == nil, node["name"] == nil {
      bag.error("missing-key", "the template has no name", at: top, help: "add a line such as: name: edge-bridge")
    }
    ProfileSection.excludes("network", "networks", in: node, &bag)
    if template.body.isEmpty {
      bag.error("missing-key", "the template brings nothing", at: top, help: "add a section network:")
    }
  }
}
