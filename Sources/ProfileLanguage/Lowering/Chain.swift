import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

/// The plugins of a network in their fixed order.
struct Chain {
  private(set) var values: [Value] = []
  private(set) var vocabularies: [Vocabulary] = []

  /// Interface, chained intents in the language's order, raw plugins.
  static func plugins(of network: NetworkSpec, for target: Target) -> Chain {
    var chain = Chain()
    if let interface = network.interface {
      chain.add(interface, addresses: network.addresses, for: target)
    }
    for intent in network.chained.sorted(by: { $0.intent.position < $1.intent.position }) {
      chain.add(intent, addresses: nil, for: target)
    }
    for plugin in network.plugins {
      chain.values.append(plugin)
      chain.vocabularies.append(.cni)
    }
    return chain
  }

  private mutating func add(_ spec: IntentSpec, addresses: AddressesSpec?, for target: Target) {
    let type = spec.intent.pluginType
    var members = [
      Value.Member("type", at: spec.keyRange, Value(.string(type), at: spec.keyRange))
    ]
    let capabilities = capabilities(of: spec)
    if !capabilities.isEmpty {
      members.append(
        Value.Member("capabilities", at: spec.keyRange, Value(.object(capabilities), at: spec.keyRange)))
    }
    members += spec.members + MovedDefaults.members(for: spec, release: target.release(of: type).version)
    if let ipam = addresses?.ipam {
      members.append(Value.Member("ipam", at: ipam.range, ipam))
    }
    if let dns = addresses?.dns { members.append(dns) }
    values.append(Value(.object(members), at: spec.range))
    vocabularies.append(.intent(spec.intent.rawValue))
  }

  /// The capabilities asked for, and the one that the intent implies; by name.
  private func capabilities(of spec: IntentSpec) -> [Value.Member] {
    var members = spec.capabilities
    if let implied = spec.intent.impliedCapability(beside: spec.members.map(\.name)),
      !members.contains(where: { $0.name == implied })
    {
      members.append(Value.Member(implied, at: spec.keyRange, Value(.bool(true), at: spec.keyRange)))
    }
    return members.sorted { $0.name < $1.name }
  }
}
