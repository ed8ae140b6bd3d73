package import CNIModel
package import Diagnostics

/// A thing that cnigen finds, under its public id. One file holds one rule: what it says, why, and how it looks.
///
/// A class because there are many, none changes, and every list of them would copy them whole.
package final class Rule: Sendable {
  /// The stable, kebab-case id. It reads as the thing found.
  package let id: String
  package let severity: Severity
  /// What is found, in one line.
  package let summary: String
  /// What happens on a node that gets such a configuration, in which releases, and why.
  package let effect: String
  /// A fragment that has the fault, in JSON as it stands in a conflist, or in YAML where only a profile can have it.
  package let wrong: String
  /// The same fragment, mended.
  package let right: String
  /// The entries of the facts that the rule stands for: `bridge: "hairpinMode and promiscMode"`.
  package let facts: [String]
  /// How it is found.
  package let check: Check

  /// Where in a run a rule is at work.
  package enum Check: Sendable {
    /// On one network list for one target.
    case network(@Sendable (Subject, inout Findings) -> Void)
    /// On all networks of a node together, and on the target itself.
    case node(@Sendable (NodeSubject, inout Findings) -> Void)
    /// While files are read or put together, before there is a list; the reader reports it.
    case reading
  }

  /// A rule about one network.
  package convenience init(
    _ id: String, _ severity: Severity, _ summary: String, effect: String, wrong: String, right: String,
    facts: [String] = [], check: @escaping @Sendable (Subject, inout Findings) -> Void
  ) {
    self.init(id, severity, summary, effect, wrong, right, facts, .network(check))
  }

  /// A rule about a node as a whole.
  package convenience init(
    node id: String, _ severity: Severity, _ summary: String, effect: String, wrong: String, right: String,
    facts: [String] = [], check: @escaping @Sendable (NodeSubject, inout Findings) -> Void
  ) {
    self.init(id, severity, summary, effect, wrong, right, facts, .node(check))
  }

  /// A rule that a reader reports.
  package convenience init(
    reading id: String, _ severity: Severity, _ summary: String, effect: String, wrong: String, right: String,
    facts: [String] = []
  ) {
    self.init(id, severity, summary, effect, wrong, right, facts, .reading)
  }

  private init(
    _ id: String, _ severity: Severity, _ summary: String, _ effect: String, _ wrong: String, _ right: String,
    _ facts: [String], _ check: Check
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.effect = effect
    self.wrong = wrong
    self.right = right
    self.facts = facts
    self.check = check
  }
}

/// What the rules judge: one list, for one target, beside the other lists of the same node.
package struct Subject: Sendable {
  package let list: NetworkList
  package let target: Target
  /// The other networks of the same node that stand before this one, each alone.
  package private(set) var earlier: [Subject]
  /// Whether the network is small enough to be judged; of one that is not, nothing is worked out.
  let isBearable: Bool
  /// Every object of the list whose keys the catalogue knows, in the order of the file; found once for all rules.
  private(set) var keyScopes: [KeyScope] = []
  /// The members of all these objects, each with the key that its reader takes it for.
  private(set) var keyMatches: [KeyMatch] = []
  /// Every plugin that the list names, in the order of the file.
  private(set) var pluginReferences: [PluginReference] = []
  /// What gives the container its addresses.
  private(set) var addressPlans: [AddressPlan] = []

  package init(_ list: NetworkList, for target: Target, earlier: [Subject] = []) {
    self.list = list
    self.target = target
    self.earlier = earlier
    isBearable = NetworkSize.isBearable(list)
    guard isBearable else { return }
    keyScopes = findKeyScopes()
    keyMatches = keyScopes.flatMap(\.matches)
    pluginReferences = findPluginReferences()
    addressPlans = findAddressPlans()
  }

  /// The same network without those before it: what later ones are judged beside. All that was worked out once for it
  /// serves them, too.
  package var alone: Subject {
    var copy = self
    copy.earlier = []
    return copy
  }
}

/// What the rules about a whole node judge: its networks and its target.
package struct NodeSubject: Sendable {
  package let lists: [NetworkList]
  package let target: Target
  /// How many files of its folder containerd is told to take for networks; `nil` where nothing is said.
  package let maximumNetworks: Located<Int>?
  /// Whether containerd is told to bring `lo` up by itself, without the loopback plugin.
  package let hasInternalLoopback: Bool
  /// The folders in which containerd is told to look for plugins; empty where nothing is said.
  package let binDirs: [Located<String>]

  package init(
    _ lists: [NetworkList], for target: Target, maximumNetworks: Located<Int>? = nil, hasInternalLoopback: Bool = false,
    binDirs: [Located<String>] = []
  ) {
    self.lists = lists
    self.target = target
    self.maximumNetworks = maximumNetworks
    self.hasInternalLoopback = hasInternalLoopback
    self.binDirs = binDirs
  }
}

/// Takes what the rules find, one rule at a time.
package struct Findings: Sendable {
  package private(set) var bag = DiagnosticBag()
  private var rule: Rule

  package init(of rule: Rule) {
    self.rule = rule
  }

  /// From here on the findings are those of another rule.
  package mutating func turn(to rule: Rule) {
    self.rule = rule
  }

  /// Adds a finding of the rule.
  package mutating func report(
    _ message: String, at range: SourceRange?, notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    bag.add(
      Diagnostic(rule: rule.id, severity: rule.severity, message: message, at: range, notes: notes, help: help))
  }
}
