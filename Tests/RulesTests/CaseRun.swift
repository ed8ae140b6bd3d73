import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes
import Rules
import Syntax
import TestSupport

/// A conflist of `Tests/Cases`, read and judged as `cnigen validate` does it.
struct CaseRun {
  /// A finding and the JSON pointer to its place.
  struct Finding: CustomStringConvertible {
    let rule: String
    let severity: Severity
    /// `nil` where the text could not be read to the end, or the finding lies outside of the document.
    let pointer: String?
    let message: String

    var description: String { "\(severity) \(rule) at \(pointer.map { "\"\($0)\"" } ?? "no pointer"): \(message)" }
  }

  let findings: [Finding]

  init(_ path: String, for target: Target) throws {
    let bytes = try TestFiles.bytes(path)
    let name = String(path.split(separator: "/").last ?? "")
    var files = SourceFiles()
    let file = files.add(SourceFile(name: name, bytes: bytes))
    var bag = DiagnosticBag()
    let tree = JSONReader.read(file, bytes, into: &bag)
    if let tree {
      let list = NetworkList(Value(json: tree), fileName: name)
      Judge.judge([list], for: target, into: &bag)
    }
    findings = bag.sorted().map { diagnostic in
      Finding(
        rule: diagnostic.rule, severity: diagnostic.severity,
        pointer: diagnostic.range.flatMap { tree?.pointer(to: $0) }, message: diagnostic.message)
    }
  }

  /// Whether any finding is an error.
  var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// All findings, one a line, for a failure's report.
  var report: String {
    findings.isEmpty ? "  nothing" : findings.map { "  \($0)" }.joined(separator: "\n")
  }
}

/// A release that a case names and the catalogue does not have.
struct UnknownRelease: Error, CustomStringConvertible {
  let description: String
}

extension Target {
  /// The target of a case: releases of the plugins and of containerd.
  static func of(plugins: String, containerd: String) throws -> Target {
    guard let pluginRelease = Version(plugins).flatMap({ Catalogue.pluginRelease($0) }) else {
      throw UnknownRelease(description: "the catalogue has no plugins \(plugins)")
    }
    guard let containerdRelease = Version(containerd).flatMap({ Catalogue.containerdRelease($0) }) else {
      throw UnknownRelease(description: "the catalogue has no containerd \(containerd)")
    }
    return Target(containerd: containerdRelease, plugins: pluginRelease)
  }

  /// The newest releases proper of the catalogue, as they are assumed where nobody names a target.
  static func newest() throws -> Target {
    let releases = Catalogue.containerdLines.flatMap(\.releases).filter { $0.version.preRelease.isEmpty }
    guard let containerd = releases.max(by: { $0.version < $1.version }) else {
      throw UnknownRelease(description: "the catalogue has no containerd at all")
    }
    return Target(containerd: containerd, plugins: Catalogue.newestPluginRelease, isAssumed: true)
  }
}
