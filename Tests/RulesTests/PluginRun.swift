import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes
import Rules
import Syntax

/// Chains written down in a test, judged for a release of the plugins.
struct PluginRun {
  let diagnostics: [Diagnostic]
  private let trees: [Node]

  /// - Parameters:
  ///   - text: a plugin's object, the list of a chain, an object with `plugins`, or a list of such objects, which are
  ///     then the networks of one node.
  ///   - vocabularies: the words that the chain's author used; CNI's where there are none.
  ///   - rules: the ids of the only rules to ask; all of them where none is named.
  init(
    _ text: String, plugins: Version = "1.9.1", containerd: Version = "2.1.4", kubernetes: Version? = nil,
    vocabularies: [Vocabulary] = [], only rules: [String] = []
  ) throws {
    var bag = DiagnosticBag()
    var files = SourceFiles()
    var trees: [Node] = []
    let lists = try Self.documents(text).enumerated().map { index, document in
      let bytes = Array(document.utf8)
      let file = files.add(SourceFile(name: "\(index).conflist", bytes: bytes))
      guard let tree = JSONReader.read(file, bytes, into: &bag) else { throw Unreadable(text: document) }
      trees.append(tree)
      return NetworkList(Value(json: tree), fileName: "\(index).conflist", vocabularies: vocabularies)
    }
    guard !bag.hasErrors else { throw Unreadable(text: text) }
    guard let pluginRelease = Catalogue.pluginRelease(plugins),
      let containerdRelease = Catalogue.containerdRelease(containerd)
    else { throw Unreadable(text: "release \(plugins), containerd \(containerd)") }
    let target = Target(containerd: containerdRelease, plugins: pluginRelease, kubernetes: kubernetes)
    if rules.isEmpty { Judge.judge(lists, for: target, into: &bag) }
    for rule in rules { try Self.ask(rule, about: lists, for: target, into: &bag) }
    diagnostics = bag.sorted()
    self.trees = trees
  }

  struct Unreadable: Error { let text: String }

  /// Judges as `Judge` does, by one rule.
  private static func ask(
    _ id: String, about lists: [NetworkList], for target: Target, into bag: inout DiagnosticBag
  ) throws {
    guard let rule = Rule.named(id), case .network(let check) = rule.check else { throw Unreadable(text: id) }
    var findings = Findings(of: rule)
    for (index, list) in lists.enumerated() {
      check(Subject(list, for: target, earlier: lists[..<index].map { Subject($0, for: target) }), &findings)
    }
    bag.add(findings.bag)
  }

  /// The rules that found something.
  var rules: Set<String> { Set(diagnostics.map(\.rule)) }

  /// The findings of a rule.
  func findings(of rule: String) -> [Diagnostic] { diagnostics.filter { $0.rule == rule } }

  /// The pointers of a rule's findings, into the file that each lies in.
  func pointers(of rule: String) -> [String] {
    findings(of: rule).compactMap { diagnostic in
      diagnostic.range.flatMap { trees[Int($0.file.index)].pointer(to: $0) }
    }
  }

  /// The first note of a rule's first finding: what a node shows.
  func effect(of rule: String) -> String? { findings(of: rule).first?.notes.first?.message }

  /// The releases of the plugins in which a rule finds something, in order of their versions.
  static func releases(of rule: String, in text: String) throws -> [String] {
    try Catalogue.pluginReleases.map(\.version).sorted().filter {
      try PluginRun(text, plugins: $0, only: [rule]).rules.contains(rule)
    }.map(\.description)
  }

  /// All releases of the plugins from one to another, in order of their versions.
  static func span(_ first: Version, _ last: Version = "1.9.1") -> [String] {
    Catalogue.pluginReleases.map(\.version).sorted().filter { $0 >= first && $0 <= last }.map(\.description)
  }

  /// The lists that a text stands for, each as a document of its own.
  private static func documents(_ text: String) -> [String] {
    let trimmed = text.drop { $0.isWhitespace }
    let isChain = trimmed.hasPrefix("[")
    guard text.contains("\"plugins\"") else {
      return [#"{"cniVersion": "1.0.0", "name": "n", "plugins": \#(isChain ? text : "[\(text)]")}"#]
    }
    guard isChain else { return [text] }
    return split(trimmed.drop { $0 != "{" })
  }

  /// The objects of a list, told apart by their braces; the texts of these tests have none in strings.
  private static func split(_ text: Substring) -> [String] {
    var parts: [String] = []
    var depth = 0
    var start = text.startIndex
    for index in text.indices {
      if text[index] == "{" {
        if depth == 0 { start = index }
        depth += 1
      } else if text[index] == "}" {
        depth -= 1
        if depth == 0 { parts.append(String(text[start...index])) }
      }
    }
    return parts
  }
}
