import Diagnostics
import ShippedTemplates
import Syntax

/// The templates that lie in this program, as read.
package enum TemplateLibrary {
  /// Their names, sorted.
  package static var names: [String] { ShippedTemplate.all.map(\.name) }

  /// Whether a name is the path of a template of one's own: it has a slash or an ending.
  package static func isPath(_ name: String) -> Bool {
    name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  /// The template of a name: the text as it lies in `templates/`, and what it says. `nil` where there is none.
  package static func named(_ name: String) -> (template: Template, text: String)? {
    guard let shipped = ShippedTemplate.named(name) else { return nil }
    var files = SourceFiles()
    var bag = DiagnosticBag()
    let bytes = Array(shipped.text.utf8)
    let id = files.add(SourceFile(name: "\(name).yaml", bytes: bytes))
    let tree = YAMLReader.read(id, bytes, into: &bag)
    return tree.flatMap { TemplateReader.read($0, id, into: &bag) }.map { ($0, shipped.text) }
  }
}
