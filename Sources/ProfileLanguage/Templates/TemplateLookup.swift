import CNIModel
import Diagnostics
import ShippedTemplates
import Syntax

/// Finds the template that a profile names.
enum TemplateLookup {
  /// A template that was found, and whether it lies in this program.
  struct Found {
    let template: Template
    let file: OpenDocument
    let isShipped: Bool
  }

  /// The template of a name: a path where it has a slash or an ending, otherwise a shipped one. What is wrong with the
  /// template's own document is in the bag.
  static func find(
    _ name: Located<String>, namedIn document: FileID, from documents: inout some DocumentSource,
    _ bag: inout DiagnosticBag
  ) -> Found? {
    let isPath = TemplateLibrary.isPath(name.value)
    guard let opened = isPath ? open(name, document, &documents, &bag) : shipped(name, &documents, &bag) else {
      return nil
    }
    guard let tree = YAMLReader.read(opened.id, opened.file.bytes, into: &bag) else { return nil }
    documents.remember(tree, of: opened.id)
    return TemplateReader.read(tree, opened.id, into: &bag).map {
      Found(template: $0, file: opened, isShipped: !isPath)
    }
  }

  private static func open(
    _ path: Located<String>, _ document: FileID, _ documents: inout some DocumentSource, _ bag: inout DiagnosticBag
  ) -> OpenDocument? {
    do {
      return try documents.open(path.value, namedIn: document)
    } catch {
      bag.error(
        "unknown-template", "the template \(path.value) cannot be read: \(error.reason)", at: path.range,
        help: "the path begins in the folder of this file")
      return nil
    }
  }

  private static func shipped(
    _ name: Located<String>, _ documents: inout some DocumentSource, _ bag: inout DiagnosticBag
  ) -> OpenDocument? {
    guard let template = ShippedTemplate.named(name.value) else {
      let near = Spelling.nearest(to: name.value, among: ShippedTemplate.all.map(\.name))
      bag.error(
        "unknown-template", "there is no template \(name.value)", at: name.range,
        help: near.map { "write \($0)" }
          ?? "cnigen templates lists them; a path to one of your own has a slash or ends in .yaml")
      return nil
    }
    let file = SourceFile(name: "templates/\(template.name).yaml", bytes: Array(template.text.utf8))
    return OpenDocument(file, documents.take(file))
  }
}
