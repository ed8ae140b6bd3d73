import Diagnostics
import NetworkTypes
import Programs
import Syntax

/// `CNI_COMMAND=VERSION`: which spec versions a plugin takes.
enum VersionQuestion {
  /// What came of it.
  enum Answer: Sendable, Equatable {
    case versions([String])
    /// Why that was no answer, in words.
    case fault(String)
  }

  /// There are six, and there will not be many more.
  private static let mostVersions = 50

  /// The question as libcni asks it. The values without a meaning are for plugins that were made with an old libcni.
  static func invocation(_ path: String) -> Invocation {
    let variables = [
      ("CNI_COMMAND", "VERSION"), ("CNI_NETNS", "dummy"), ("CNI_IFNAME", "dummy"), ("CNI_PATH", "dummy"),
    ]
    return Invocation(
      path, environment: Invocation.plainEnvironment + variables.map { Invocation.Variable($0, $1) },
      input: Array(#"{"cniVersion":"1.1.0"}"#.utf8), limits: Question.limits)
  }

  /// Reads the answer as libcni does.
  static func answer(_ outcome: Outcome) -> Answer {
    if let fault = Question.fault(outcome) { return .fault(fault) }
    let tree = read(outcome.output)
    guard outcome.end == .exited(0) else {
      let message = tree?["msg"]?.scalar?.text ?? ""
      // A plugin of the first days, which knows no VERSION.
      if message == "unknown CNI_COMMAND: VERSION" { return .versions(["0.1.0"]) }
      return .fault(refusal(outcome, message))
    }
    guard let tree else {
      let start = Question.shown(String(decoding: outcome.output.prefix(400), as: UTF8.self), upTo: 60)
      return .fault(start.isEmpty ? "it answered nothing" : "its answer is no JSON: \(start)")
    }
    return versions(in: tree)
  }

  private static func versions(in tree: Node) -> Answer {
    guard let own = tree["cniVersion"]?.scalar?.text, !own.isEmpty else {
      return .fault("its answer has no cniVersion")
    }
    // Version 0.2.0 of the answer could go without a list.
    guard let list = tree["supportedVersions"] else {
      return own == "0.2.0" ? .versions(["0.1.0", "0.2.0"]) : .fault("its answer has no supportedVersions")
    }
    guard let nodes = list.sequence, nodes.count <= mostVersions else {
      return .fault(
        list.sequence.map { "its answer lists \($0.count) spec versions" } ?? "its answer has no list supportedVersions"
      )
    }
    var versions: [String] = []
    for node in nodes {
      guard let scalar = node.scalar, !scalar.isPlain else {
        return .fault("its answer holds a version that is no text")
      }
      // portmap up to 0.7.6 has an empty one among them.
      if scalar.text.isEmpty || versions.contains(scalar.text) { continue }
      guard Version(scalar.text) != nil else {
        return .fault("it claims the spec version \"\(Question.shown(scalar.text, upTo: 40))\", which is none")
      }
      versions.append(scalar.text)
    }
    return versions.isEmpty ? .fault("its answer lists no spec version") : .versions(versions)
  }

  private static func refusal(_ outcome: Outcome, _ message: String) -> String {
    let said = [message] + [outcome.errors, outcome.output].map { String(decoding: $0.prefix(400), as: UTF8.self) }
    let words = said.map { Question.shown($0) }.first { !$0.isEmpty }
    return "it \(outcome.end)" + (words.map { ": \($0)" } ?? "")
  }

  /// The answer as a tree; `nil` for what is no JSON object.
  private static func read(_ bytes: [UInt8]) -> Node? {
    var files = SourceFiles()
    var bag = DiagnosticBag()
    let id = files.add(SourceFile(name: "", bytes: []))
    let tree = JSONReader.read(id, bytes, into: &bag)
    // A key that stands there twice is all that Go takes no notice of.
    let isSound = bag.diagnostics.allSatisfy { $0.severity != .error || $0.rule == "duplicate-key" }
    return isSound && tree?.mapping != nil ? tree : nil
  }
}
