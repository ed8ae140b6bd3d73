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
  /// The errors that a check of the file has found, by their places.
  private let errors: [SourceRange: [Diagnostic]]

  package init(_ kind: Kind, _ file: SourceFile, _ tree: Node, findings: DiagnosticBag) {
    self.kind = kind
    self.file = file
    self.tree = tree
    var errors: [SourceRange: [Diagnostic]] = [:]
    for finding in findings.diagnostics where finding.severity == .error {
      if let range = finding.range { errors[range, default: []].append(finding) }
    }
    self.errors = errors
  }

  /// The file's name without its path; `nil` for standard input.
  var fileName: String? {
    file.name == "<stdin>" ? nil : file.name.split(separator: "/").last.map(String.init)
  }

  /// The error of one of some rules at exactly a place.
  func error(_ rules: [String], at range: SourceRange) -> Diagnostic? {
    errors[range]?.first { rules.contains($0.rule) }
  }
}
