import CNIModel
import ConfTemplate
import ContainerdConfig
import Diagnostics
import ProfileLanguage

/// The template that a config names in `conf_template`, where it can be found.
enum NamedTemplate {
  /// - Parameter given: the templates of the same call, which are checked by themselves.
  static func check(
    _ node: ConfiguredNode, given: [String], for target: Target, from documents: inout some DocumentSource,
    _ bag: inout DiagnosticBag
  ) {
    guard let place = node.values.template?.place, let name = FilePath(node.values.template?.text ?? "").steps.last,
      !given.contains(where: { FilePath($0).steps.last == name })
    else { return }
    // On a node the path leads to it; in a repository it mostly lies beside the config that names it.
    guard let template = try? documents.open(name, namedIn: place.file) else { return }
    ConfTemplateCheck.check(template.file, template.id, for: target, into: &bag)
  }
}
