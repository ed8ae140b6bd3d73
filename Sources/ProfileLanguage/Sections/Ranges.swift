import CNIModel
import Catalogue
import Diagnostics
import Syntax

/// `ranges:` of `addresses:`.
enum Ranges {
  /// The word for ranges that Kubernetes gives to each node.
  static let assigned = "kubernetes"

  /// A list of subnets, of subnets with details, and of sets of either; or the word.
  static var shape: Shape { .either([.fixed(assigned), .list(.either([entry, .list(entry)]))]) }

  private static var entry: Shape { .either([.text, .object(fields)]) }

  private static var fields: [KeyFacts] { Catalogue.plugin("host-local")?.key("ranges")?.fields ?? [] }

  /// Whether Kubernetes assigns the ranges. A slip in the word is reported and stands for the word.
  static func areAssigned(_ node: Node, _ bag: inout DiagnosticBag) -> Bool {
    guard let word = node.scalar?.text, word != assigned else { return node.scalar != nil }
    guard Spelling.nearest(to: word, among: [assigned, "k8s"]) != nil else { return false }
    bag.error(
      "unknown-value", "ranges takes a list of subnets or the word kubernetes, not \(word)", at: node.range,
      help: "write ranges: kubernetes")
    return true
  }

  /// The list of range sets as host-local wants it.
  static func read(_ member: Node.Member, _ bag: inout DiagnosticBag) -> Value? {
    guard let entries = member.value.sequence else {
      Scalars.wrong(member.value, of: "ranges", wants: "a list of subnets, or the word kubernetes", &bag)
      return nil
    }
    let sets = entries.compactMap { set($0, &bag) }
    return Value(.array(sets), at: member.value.range)
  }

  /// An entry: a subnet, a subnet with details, or a list of either, which is one set.
  private static func set(_ node: Node, _ bag: inout DiagnosticBag) -> Value? {
    if let nodes = node.sequence {
      return Value(.array(nodes.compactMap { range($0, &bag) }), at: node.range)
    }
    return range(node, &bag).map { Value(.array([$0]), at: node.range) }
  }

  private static func range(_ node: Node, _ bag: inout DiagnosticBag) -> Value? {
    if let scalar = node.scalar, !scalar.isNull {
      let subnet = Value(.string(scalar.text), at: node.range)
      return Value(.object([Value.Member("subnet", at: node.range, subnet)]), at: node.range)
    }
    guard node.mapping != nil else {
      Scalars.wrong(node, of: "an entry of ranges", wants: "a subnet, a mapping, or a list of them", &bag)
      return nil
    }
    return IntentValue.object(node, fields: fields, named: "ranges", &bag)
  }
}
