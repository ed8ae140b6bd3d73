package import Diagnostics
package import Syntax

/// A file to make a profile from.
package struct ImportSource: Sendable {
  /// What the file is.
  package enum Kind: Sendable, Equatable {
    /// A network configuration list.
    case list
    /// A single plugin, the older form.
    case plugin
    /// A config of containerd.
    case containerd(isDropIn: Bool)
  }

  package let kind: Kind
  package let file: SourceFile
  package let tree: Node
  /// What a check of the file has found.
  let findings: [Diagnostic]

  package init(_ kind: Kind, _ file: SourceFile, _ tree: Node, findings: DiagnosticBag) {
    self.kind = kind
    self.file = file
    self.tree = tree
    self.findings = findings.diagnostics
  }

  /// The file's name without its path; `nil` for standard input.
  var fileName: String? {
    file.name == "<stdin>" ? nil : file.name.split(separator: "/").last.map(String.init)
  }

  /// The error of one of some rules at exactly a place.
  func error(_ rules: [String], at range: SourceRange) -> Diagnostic? {
    findings.first { $0.severity == .error && $0.range == range && rules.contains($0.rule) }
  }
}
