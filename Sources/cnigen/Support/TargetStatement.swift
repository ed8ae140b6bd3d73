import Diagnostics
import NetworkTypes
import ProfileLanguage
import Syntax

/// What the command line says of the target, before the document that it may name is read.
struct TargetStatement {
  var containerd: Version?
  var plugins: Version?
  var kubernetes: Version?
  /// The path of a Capabilities document.
  var capabilities: String?
  /// What was measured just now, in place of a document.
  var measured: CapabilitiesDocument?

  /// The same with the document read; `nil` where that cannot be relied on, which is in the bag. One that cannot be
  /// opened ends the command.
  func read(from input: inout Input, into bag: inout DiagnosticBag) throws -> TargetOverrides? {
    guard let path = capabilities else {
      return TargetOverrides(
        containerd: containerd, plugins: plugins, kubernetes: kubernetes, capabilities: measured)
    }
    let (id, file) = try input.read(path)
    guard let tree = YAMLReader.read(id, file.bytes, into: &bag) else { return nil }
    input.remember(tree, of: id)
    return CapabilitiesReader.read(tree, into: &bag).map { document in
      TargetOverrides(containerd: containerd, plugins: plugins, kubernetes: kubernetes, capabilities: document)
    }
  }
}
