import CNIModel
import Diagnostics

/// What Kubernetes takes as the name of an object, and as a label.
package enum ObjectName {
  /// What is wrong with the name of an object; `nil` if nothing is. Dots part it into labels of DNS, but for a
  /// namespace, which is one such label.
  ///
  /// - Parameter limit: in bytes; 63 where the name is a label's value, too.
  package static func fault(of name: String, isNamespace: Bool = false, limit: Int = 63) -> String? {
    if name.isEmpty { return "it is empty" }
    if name.utf8.count > limit { return "it is longer than \(limit) bytes" }
    guard let bad = name.unicodeScalars.first(where: { !isAllowed($0, dots: !isNamespace) }) else {
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      let isFine = parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix("-") && !$0.hasSuffix("-") }
      return isFine ? nil : "it begins or ends with a dash or a dot, or one stands beside a dot"
    }
    return "it holds \(shown(bad)); small letters, digits\(isNamespace ? "" : ", dots") and dashes are allowed"
  }

  /// What is wrong with the value of a label; `nil` if nothing is.
  package static func fault(ofLabelValue value: String) -> String? {
    if value.isEmpty { return nil }
    if value.utf8.count > 63 { return "it is longer than 63 bytes" }
    if let bad = value.unicodeScalars.first(where: { !isLabelScalar($0) }) {
      return "it holds \(shown(bad)); letters, digits, dots, dashes and underscores are allowed"
    }
    let ends = [value.unicodeScalars.first, value.unicodeScalars.last].compactMap(\.self)
    return ends.allSatisfy { !"._-".unicodeScalars.contains($0) } ? nil : "it begins or ends with no letter or digit"
  }

  /// What is wrong with the key of a label: a name, with the domain of its author and a slash before it or without.
  package static func fault(ofLabelKey key: String) -> String? {
    let parts = key.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, let name = parts.last else { return "it holds more than one slash" }
    if name.isEmpty { return "it is empty" }
    if parts.count == 2, let fault = fault(of: parts[0]) { return "of what stands before the slash, \(fault)" }
    return fault(ofLabelValue: name)
  }

  /// Reports a name that Kubernetes would refuse.
  ///
  /// - Parameter what: what has the name: `the DaemonSet`.
  static func check(
    _ name: String, of what: String, limit: Int = 63, at range: SourceRange, help: String, _ bag: inout DiagnosticBag
  ) {
    guard let fault = fault(of: name, limit: limit) else { return }
    bag.error(
      "invalid-kubernetes-name", "\(what) cannot be named \(name) in Kubernetes: \(fault)", at: range, help: help)
  }

  private static func isAllowed(_ scalar: Unicode.Scalar, dots: Bool) -> Bool {
    switch scalar {
    case "a"..."z", "0"..."9", "-": true
    case ".": dots
    default: false
    }
  }

  private static func isLabelScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": true
    default: false
    }
  }

  private static func shown(_ scalar: Unicode.Scalar) -> String {
    scalar.value < 0x20 || scalar.value == 0x7F ? "a control character" : "`\(scalar)`"
  }
}
