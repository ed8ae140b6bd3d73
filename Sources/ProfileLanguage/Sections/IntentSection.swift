import CNIModel
import Catalogue
import Diagnostics
import Syntax

/// A plugin by intent: `bridge:`, `portMappings:` and their like. Its keys are the catalogue's, under plain words.
enum IntentSection {
  static func read(
    _ member: Node.Member, _ intent: Intent, into network: inout NetworkSpec, _ bag: inout DiagnosticBag
  ) {
    guard let facts = Catalogue.plugin(intent.pluginType) else { return }
    var spec = IntentSpec(
      intent: intent, keyRange: member.keyRange, range: member.keyRange.through(member.value.range))
    switch member.value.content {
    case .mapping(let members):
      for inner in members { read(inner, into: &spec, facts, &bag) }
    case .scalar(let scalar) where scalar.isPlain && scalar.text == "true": break
    case .scalar(let scalar) where scalar.isPlain && scalar.text == "false": return
    default: Scalars.wrong(member.value, of: member.key, wants: "true, false or a mapping", &bag)
    }
    spec.members = NaturalValue.ordered(spec.members, by: facts.keys.map(\.name))
    add(spec, to: &network, &bag)
  }

  private static func read(
    _ member: Node.Member, into spec: inout IntentSpec, _ facts: PluginFacts, _ bag: inout DiagnosticBag
  ) {
    if let key = facts.keys.first(where: { $0.word == member.key }) {
      guard let value = IntentValue.value(member.value, key: key, &bag) else { return }
      spec.members.append(Value.Member(key.name, at: member.keyRange, value))
    } else if member.key == "capabilities" {
      guard let names = Scalars.texts(member, &bag) else { return }
      spec.capabilities = names.map { Value.Member($0.value, at: $0.range, Value(.bool(true), at: $0.range)) }
    } else {
      KeyAdvice.report(member, in: spec.intent, facts: facts, &bag)
    }
  }

  private static func add(_ spec: IntentSpec, to network: inout NetworkSpec, _ bag: inout DiagnosticBag) {
    guard spec.intent.isInterface else {
      network.chained.append(spec)
      return
    }
    if let first = network.interface {
      bag.error(
        "two-interface-plugins",
        "\(spec.intent.rawValue) and \(first.intent.rawValue) would both make the container's interface",
        at: spec.keyRange, notes: [Diagnostic.Note("\(first.intent.rawValue) stands here", at: first.keyRange)],
        help: "keep one, or make two networks under networks:")
    } else {
      network.interface = spec
    }
  }
}
