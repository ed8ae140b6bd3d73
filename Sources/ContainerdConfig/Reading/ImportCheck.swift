import Catalogue
import Diagnostics
import NetworkTypes
import Syntax

/// How a config names further files.
enum ImportCheck {
  /// - Parameter isAlone: whether none of the files that it imports is known; what is there must not be asked for.
  static func check(_ file: ContainerdFile, isAlone: Bool, _ bag: inout DiagnosticBag) {
    guard let imports = file.tree.mapping?.first(where: { $0.key == Containerd.Imports.key }) else {
      missing(file, &bag)
      return
    }
    if let misfit = ValueWords.misfit(imports.value, for: .list(.string)) {
      bag.error(
        "wrong-type", "imports must be \(misfit.expected), not \(ValueWords.found(misfit.value))",
        at: misfit.value.range)
      return
    }
    for value in imports.value.sequence ?? [] {
      guard let path = value.scalar?.text else { continue }
      if path.contains("*") {
        pattern(path, at: value.range, file, &bag)
      } else if isAlone {
        plainPath(path, at: value.range, file, &bag)
      }
    }
  }

  private static func pattern(
    _ path: String, at range: SourceRange, _ file: ContainerdFile, _ bag: inout DiagnosticBag
  ) {
    guard !path.hasPrefix("/"), !Containerd.Imports.relativePatternsFollowFile(in: file.release.version) else { return }
    bag.warning(
      "import-pattern-relative", "\(path) is not read from the folder of this file", at: range,
      notes: NodeWords.issue("relative-glob-imports", in: file.release),
      help: "write a pattern that begins with /")
  }

  private static func plainPath(
    _ path: String, at range: SourceRange, _ file: ContainerdFile, _ bag: inout DiagnosticBag
  ) {
    let release = file.release.version
    guard Containerd.Imports.missingPlainPath(in: release) != .ignored else { return }
    bag.note(
      "import-must-exist", "\(file.containerd) does not start where \(path) is missing", at: range,
      notes: [Diagnostic.Note("the node then shows: \(Containerd.Imports.missingPathError(in: release))")]
        + NodeWords.issue("dump-hides-missing-import", in: file.release),
      help: "use a pattern with a *, which may match nothing")
  }

  /// Releases that print a pattern as a default follow it only where a file says so.
  private static func missing(_ file: ContainerdFile, _ bag: inout DiagnosticBag) {
    guard !file.isDropIn, file.release.version >= Containerd.Imports.printedSince,
      file.tables.contains(where: \.isOurs)
    else { return }
    bag.note(
      "conf-d-not-read", "without an imports line \(file.containerd) reads nothing in /etc/containerd/conf.d",
      at: file.heading, notes: NodeWords.issue("conf-d-not-read", in: file.release),
      help: "write imports = [\"\(Containerd.Imports.printedDefault)\"] if there are drop-ins")
  }
}
