import CNIModel
import Catalogue
import ContainerdConfig
import Diagnostics
import Difference
import Rules
import Syntax

/// A node of which some parts are replaced and others are not yet.
struct MixedState {
  let old: NodeState
  let new: NodeState
  /// The parts that are new.
  let replaced: Set<Part>

  /// What stands against it: the first error that neither the state before has nor the one after. A list is judged as it
  /// would be if it were built for the releases that are there at that moment.
  ///
  /// - Parameter startsContainerd: whether containerd reads its config in this state.
  func fault(startsContainerd: Bool) -> Diagnostic? {
    guard old.knowsTarget, new.knowsTarget else { return nil }
    let state = replaced.contains(.config) ? new : old
    var found = Self.findings(state, on: target)
    if startsContainerd { found += Self.configFindings(state, on: target) }
    var known = Self.findings(old, on: old.target) + Self.findings(new, on: new.target)
    if startsContainerd {
      known += Self.configFindings(old, on: old.target) + Self.configFindings(new, on: new.target)
    }
    return found.first { fault in !known.contains { Self.isSame($0, fault) } }
  }

  /// Whether two findings are one fault: of one rule at one place, or in the same words.
  private static func isSame(_ one: Diagnostic, _ other: Diagnostic) -> Bool {
    one.rule == other.rule && (one.range != nil && one.range == other.range || one.message == other.message)
  }

  /// The state in a few words.
  var words: String {
    let parts = Part.usualOrder.filter { old.differs(from: new, in: $0) }
    return parts.map { part in
      let isNew = replaced.contains(part)
      switch part {
      case .plugins: return Self.plugins((isNew ? new : old).target)
      case .config: return isNew ? "the new configuration" : "the old configuration"
      case .containerd: return "containerd \((isNew ? new : old).target.containerd.version)"
      }
    }.joined(separator: ", ")
  }

  private static func plugins(_ target: Target) -> String {
    let single = target.overrides.filter { $0.value.version != target.plugins.version }.sorted { $0.key < $1.key }
    let rest = single.map { "\($0.key) \($0.value.version)" }.joined(separator: ", ")
    return "plugins \(target.plugins.version)" + (rest.isEmpty ? "" : " (\(rest))")
  }

  private var target: Target {
    let plugins = (replaced.contains(.plugins) ? new : old).target
    let runtime = (replaced.contains(.containerd) ? new : old).target
    return Target(
      containerd: runtime.containerd, plugins: plugins.plugins, overrides: plugins.overrides,
      kubernetes: runtime.kubernetes, capabilities: plugins.capabilities)
  }

  private static func findings(_ state: NodeState, on target: Target) -> [Diagnostic] {
    var bag = DiagnosticBag()
    let lists = state.inForce.map(\.list)
    Judge.judge(lists, for: target, into: &bag)
    Judge.judgeNode(NodeSubject(lists, for: target), into: &bag)
    return bag.sorted().filter { $0.severity == .error }
  }

  private static func configFindings(_ state: NodeState, on target: Target) -> [Diagnostic] {
    var bag = DiagnosticBag()
    for file in state.files where file.path.hasSuffix(".toml") {
      // Places in what is not written yet mean nothing to anybody; the rule and its words do.
      let id = FileID(index: 0)
      guard let tree = TOMLReader.read(id, file.bytes, into: &bag) else { continue }
      ContainerdCheck.check(tree, for: target.containerd, isDropIn: !file.path.hasSuffix("config.toml"), into: &bag)
    }
    return bag.sorted().filter { $0.severity == .error }.map {
      Diagnostic(rule: $0.rule, severity: $0.severity, message: $0.message, at: nil, notes: $0.notes, help: $0.help)
    }
  }
}
