import Catalogue
import Diagnostics
import NetworkTypes
import PlainText
import Syntax

/// The schema of a file: the one it states, or the one that is taken where it states none.
enum FileSchemaCheck {
  static func check(_ file: ContainerdFile, _ bag: inout DiagnosticBag) {
    guard let version = file.version else {
      if !file.isDropIn { checkMissing(file, &bag) }
      return
    }
    guard let stated = file.statedSchema else {
      bag.error(
        "wrong-type", "version must be a whole number, not \(ValueWords.found(version.value))", at: version.value.range,
        help: "write version = \(file.release.nativeSchema)")
      return
    }
    checkStated(stated, at: version.value.range, file, &bag)
  }

  private static func checkStated(
    _ stated: Int, at range: SourceRange, _ file: ContainerdFile, _ bag: inout DiagnosticBag
  ) {
    let release = file.release
    let help = "write version = \(release.nativeSchema), and name the tables as that schema does"
    guard stated >= 0, let schema = Catalogue.configSchema(max(stated, 1)) ?? newest else { return }
    let isKnown = stated <= schema.number
    let outcome = isKnown ? schema.outcome(in: release) : unknownOutcome(release)
    guard outcome != .works else {
      if schema.number == 1 { deprecated(at: range, file, &bag) }
      return
    }
    let known = release.schemas.map(String.init).joined(separator: ", ")
    bag.error(
      "config-schema-unsupported", "\(file.containerd) does not honour schema \(stated); it takes \(known)", at: range,
      notes: schema.number == 1 ? NodeWords.issue("schema1-dropped", in: release) : notes(release, stated), help: help)
  }

  private static var newest: ConfigSchema? { Catalogue.configSchemas.last }

  /// What happens to a schema that not even the catalogue knows.
  private static func unknownOutcome(_ release: ContainerdRelease) -> ConfigSchema.Outcome {
    release.newerSchema == .error ? .refused : .ignored
  }

  /// The facts quote the error for the first schema that a release does not know.
  private static func notes(_ release: ContainerdRelease, _ stated: Int) -> [Diagnostic.Note] {
    NodeWords.notes("version >= \((release.schemas.max() ?? 1) + 1)", in: release).map { note in
      let firstUnknown = (release.schemas.max() ?? 1) + 1
      return Diagnostic.Note(
        note.message.replacingLast("`\(firstUnknown)`", with: "`\(stated)`"), at: note.range)
    }
  }

  /// A root file without a version line. Before 2.0 that stands for schema 1; 2.0 to 2.2 take their own, and later
  /// ones read every name.
  private static func checkMissing(_ file: ContainerdFile, _ bag: inout DiagnosticBag) {
    for table in file.tables where table.isOurs {
      let range = table.key.keyRange
      let help = "write version = \(table.schema) as the first line of the file"
      if table.schema == 1 {
        missingForSchema1(at: range, file, &bag)
      } else if file.release.version < "2.0.0" {
        bag.error(
          "config-schema-missing-version", "without a version line \(file.containerd) does not read this table",
          at: range, notes: NodeWords.notes("a table named by URI, without a version line", in: file.release),
          help: help)
      } else if PluginTableCheck.schema(of: table, in: file) != nil {
        bag.warning(
          "config-schema-missing-version", "the file does not state its schema", at: range,
          notes: [Diagnostic.Note("\(file.containerd) reads the table all the same; containerd 1.x does not")],
          help: help)
      }
    }
  }

  private static func missingForSchema1(
    at range: SourceRange, _ file: ContainerdFile, _ bag: inout DiagnosticBag
  ) {
    guard let schema = Catalogue.configSchema(1), schema.outcome(in: file.release) != .works else {
      deprecated(at: range, file, &bag)
      return
    }
    bag.error(
      "config-schema-unsupported", "\(file.containerd) does not honour schema 1, which this table belongs to",
      at: range, notes: NodeWords.issue("schema1-dropped", in: file.release),
      help: "write version = 2 and name the table [plugins.\"io.containerd.grpc.v1.cri\".cni]")
  }

  private static func deprecated(at range: SourceRange, _ file: ContainerdFile, _ bag: inout DiagnosticBag) {
    guard file.release.version >= "1.5.0" else { return }
    bag.warning(
      "config-schema-deprecated", "schema 1 is deprecated since containerd 1.5.0", at: range,
      notes: [Diagnostic.Note("containerd 2.0 to 2.2 drop the whole CRI section of such a file")],
      help: "write version = 2 and name the table [plugins.\"io.containerd.grpc.v1.cri\".cni]")
  }
}

extension String {
  /// The text with the last occurrence of a part replaced; itself where there is none.
  fileprivate func replacingLast(_ part: String, with other: String) -> String {
    let pieces = split(atText: part)
    guard pieces.count > 1, let last = pieces.last else { return self }
    return pieces.dropLast().joined(separator: part) + other + last
  }
}
