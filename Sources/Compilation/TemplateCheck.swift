import CNIModel
import Catalogue
package import Diagnostics
package import ProfileLanguage
package import Syntax

/// Checks a template by itself: its parameters, and what it makes of its own examples.
package enum TemplateCheck {
  /// - Parameter overrides: releases from the command line; the newest of the catalogue stand in for what is missing.
  package static func check(
    _ tree: Node, of file: OpenDocument, overrides: TargetOverrides, into bag: inout DiagnosticBag
  ) {
    guard let template = TemplateReader.read(tree, file.id, into: &bag),
      let profile = TemplateSample.profile(template, of: file, into: &bag)
    else { return }
    // A template has no target of its own, so nobody forgot to state one.
    let measured = overrides.capabilities
    let target = TargetOverrides(
      containerd: overrides.containerd ?? measured?.containerd?.version?.value
        ?? Catalogue.newestContainerdRelease?.version,
      plugins: overrides.plugins ?? (measured == nil ? Catalogue.newestPluginRelease.version : nil),
      kubernetes: overrides.kubernetes, capabilities: measured)
    _ = Compiler.compile(profile, overrides: target, into: &bag)
  }
}
