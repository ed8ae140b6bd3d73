import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes
import Rules
import Syntax

/// Lists written down in a test, judged for a target as the files of one node.
struct ListRun {
  let lists: [NetworkList]
  let target: Target
  let diagnostics: [Diagnostic]
  private let trees: [Node]

  struct Unreadable: Error { let text: String }

  /// - Parameters:
  ///   - text: a plugin's object, a chain (a list of such), a whole list (an object with a list's keys), or the lists of
  ///     one node (a list of such).
  ///   - rules: the rules to judge by; all where none are named.
  init(
    _ text: String, plugins: Version = "1.9.1", containerd: Version = "2.1.9", overrides: [String: Version] = [:],
    isAssumed: Bool = false, vocabularies: [Vocabulary] = [], rules: Set<String>? = nil
  ) throws {
    target = try Self.target(plugins, containerd, overrides, isAssumed: isAssumed)
    var bag = DiagnosticBag()
    var files = SourceFiles()
    var lists: [NetworkList] = []
    var trees: [Node] = []
    for (index, document) in try Self.documents(text).enumerated() {
      let bytes = Array(document.utf8)
      let name = "\(index + 1)0-net.conflist"
      let file = files.add(SourceFile(name: name, bytes: bytes))
      guard let tree = JSONReader.read(file, bytes, into: &bag) else { throw Unreadable(text: document) }
      trees.append(tree)
      lists.append(NetworkList(Value(json: tree), fileName: name, vocabularies: vocabularies))
    }
    Self.judge(lists, for: target, by: rules, into: &bag)
    self.lists = lists
    self.trees = trees
    diagnostics = bag.sorted()
  }

  private static func judge(
    _ lists: [NetworkList], for target: Target, by rules: Set<String>?, into bag: inout DiagnosticBag
  ) {
    guard let rules else {
      Judge.judge(lists, for: target, into: &bag)
      Judge.judgeNode(NodeSubject(lists, for: target), into: &bag)
      return
    }
    for rule in Rule.all where rules.contains(rule.id) {
      guard case .network(let check) = rule.check else { continue }
      var findings = Findings(of: rule)
      for (index, list) in lists.enumerated() {
        check(Subject(list, for: target, earlier: lists[..<index].map { Subject($0, for: target) }), &findings)
      }
      bag.add(findings.bag)
    }
  }

  /// The target of releases that the catalogue has.
  static func target(
    _ plugins: Version, _ containerd: Version, _ overrides: [String: Version] = [:], isAssumed: Bool = false
  ) throws -> Target {
    guard let pluginRelease = Catalogue.pluginRelease(plugins),
      let containerdRelease = Catalogue.containerdRelease(containerd)
    else { throw Unreadable(text: "plugins \(plugins), containerd \(containerd)") }
    let others = try overrides.mapValues { version in
      guard let release = Catalogue.pluginRelease(version) else { throw Unreadable(text: "plugins \(version)") }
      return release
    }
    return Target(containerd: containerdRelease, plugins: pluginRelease, overrides: others, isAssumed: isAssumed)
  }

  /// The rules that found something.
  var rules: Set<String> { Set(diagnostics.map(\.rule)) }

  /// The findings of a rule.
  func findings(of rule: String) -> [Diagnostic] { diagnostics.filter { $0.rule == rule } }

  /// The pointers of a rule's findings, into the file that each lies in.
  func pointers(of rule: String) -> [String] { findings(of: rule).compactMap(pointer) }

  /// What the findings of a rule say beside the message: notes, then help.
  func asides(of rule: String) -> [String] {
    findings(of: rule).flatMap { $0.notes.map(\.message) + [$0.help].compactMap { $0 } }
  }

  func pointer(_ diagnostic: Diagnostic) -> String? {
    diagnostic.range.flatMap { trees[Int($0.file.index)].pointer(to: $0) }
  }

  /// The releases of the plugins in which a rule finds something, in order of their versions.
  static func releases(of rule: String, in text: String, containerd: Version = "2.1.9") throws -> [String] {
    try Catalogue.pluginReleases.map(\.version).filter {
      try ListRun(text, plugins: $0, containerd: containerd, rules: [rule]).rules.contains(rule)
    }.map(\.description)
  }

  /// All releases of the plugins from one to another.
  static func span(_ first: Version, _ last: Version = "1.9.1") -> [String] {
    Catalogue.pluginReleases.map(\.version).filter { $0 >= first && $0 <= last }.map(\.description)
  }

  /// The first releases of containerd with each libcni that it ever had.
  static let runtimes: [Version] = {
    var seen: Set<Version> = []
    return Catalogue.containerdLines.flatMap(\.releases).filter { seen.insert($0.libcni).inserted }.map(\.version)
  }()

  /// The lists that a text stands for, each as a document of its own.
  private static func documents(_ text: String) throws -> [String] {
    var bag = DiagnosticBag()
    var files = SourceFiles()
    let bytes = Array(text.utf8)
    let file = files.add(SourceFile(name: "text", bytes: bytes))
    guard let tree = JSONReader.read(file, bytes, into: &bag) else { throw Unreadable(text: text) }
    if let elements = tree.sequence {
      guard let first = elements.first, isList(first) else { return [wrapped(text)] }
      return elements.map { element in
        String(decoding: bytes[Int(element.range.start)..<Int(element.range.end)], as: UTF8.self)
      }
    }
    return [isList(tree) ? text : wrapped("[\(text)]")]
  }

  private static func isList(_ node: Node) -> Bool {
    let keys = Set((node.mapping ?? []).map { $0.key.lowercased() })
    return !keys.isDisjoint(with: ["cniversion", "name", "plugins"])
  }

  private static func wrapped(_ chain: String) -> String {
    #"{"cniVersion": "1.0.0", "name": "n", "plugins": \#(chain)}"#
  }
}
