import CNIModel
package import Catalogue
import Diagnostics
import Syntax

/// The values of `with` for a profile without a template. Such a profile takes what the shipped templates take under the
/// same names: the keys of its interface (`mtu`, `master`), and `bridge` for the name of a bridge. Pools, nodes and
/// columns of a table then say the same with and without a template.
enum InterfaceValues {
  /// What the values lay over the profile's network; `nil` where nothing is left of them, which has been told.
  ///
  /// - Parameter tree: the profile with all that lies over it so far.
  static func network(_ values: Node.Member, for tree: Node, _ bag: inout DiagnosticBag) -> Node.Member? {
    let given = (values.value.mapping ?? []).filter { !$0.value.isNull }
    guard !given.isEmpty else { return nil }
    let interfaces = (tree["network"]?.mapping ?? []).compactMap(interface)
    guard let interface = interfaces.first, let facts = Catalogue.plugin(interface.pluginType) else {
      bag.error(
        "unknown-parameter",
        "with: gives values, but the profile has neither a template nor one interface that takes them",
        at: values.keyRange,
        help: tree["networks"] == nil
          ? "name a template in the profile, or an interface such as bridge"
          : "name a template in the profile; of several networks cnigen does not choose one")
      return nil
    }
    var members: [Node.Member] = []
    for value in given {
      if let key = facts.keys.first(where: { $0.valueName(in: interface) == value.key }) {
        members.append(Node.Member(key: key.word, keyRange: value.keyRange, value: value.value))
      } else {
        report(value, interface, facts, &bag)
      }
    }
    guard !members.isEmpty else { return nil }
    let section = Node(.mapping(members), at: values.value.range)
    let network = Node.Member(key: interface.rawValue, keyRange: values.keyRange, value: section)
    return Node.Member(key: "network", keyRange: values.keyRange, value: Node(.mapping([network]), at: section.range))
  }

  /// The intent that makes the interface, where a member of the network is one and switched on.
  private static func interface(_ member: Node.Member) -> Intent? {
    guard let intent = Intent(rawValue: member.key), intent.isInterface, !member.value.isNull,
      member.value.scalar?.text != "false"
    else { return nil }
    return intent
  }

  private static func report(
    _ value: Node.Member, _ interface: Intent, _ facts: PluginFacts, _ bag: inout DiagnosticBag
  ) {
    let known = facts.keys.map { $0.valueName(in: interface) }
    bag.error(
      "unknown-parameter", "the profile has no template, and its \(interface.rawValue) takes no value \(value.key)",
      at: value.keyRange,
      help: Spelling.nearest(to: value.key, among: known).map { "write \($0)" }
        ?? "it takes \(known.prefix(12).joined(separator: ", ")); name a template in the profile for values of its own")
  }
}

extension KeyFacts {
  /// The name of a value that is for this key of an interface: its word, but for the name of a bridge, which the
  /// shipped templates call `bridge`.
  package func valueName(in interface: Intent) -> String {
    interface == .bridge && word == "name" ? interface.rawValue : word
  }
}
