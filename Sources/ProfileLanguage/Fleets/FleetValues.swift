import CNIModel
import Diagnostics
import NetworkTypes
import Syntax

/// Single values of a fleet.
enum FleetValues {
  /// A network without host bits.
  static func network(_ node: Node, of key: String, _ bag: inout DiagnosticBag) -> Located<CIDR>? {
    guard let text = Scalars.text(node, of: key, &bag) else { return nil }
    guard let network = CIDR(text.value) else {
      bag.error(
        "invalid-network", "\(text.value) is no network such as 10.244.0.0/16", at: text.range,
        help: IPAddress(text.value).map {
          "write its prefix length behind a slash: \($0)/\($0.family == .ipv4 ? 24 : 64)"
        })
      return nil
    }
    guard network.isNetwork else {
      bag.error(
        "invalid-network", "\(network) has bits behind its prefix length", at: text.range,
        help: "write \(network.network)")
      return nil
    }
    return Located(network, at: text.range)
  }

  /// A list of networks.
  static func networks(_ member: Node.Member, _ bag: inout DiagnosticBag) -> [Located<CIDR>] {
    guard let nodes = member.value.sequence else {
      Scalars.wrong(member.value, of: member.key, wants: "a list of networks", &bag)
      return []
    }
    return nodes.compactMap { network($0, of: "an entry of \(member.key)", &bag) }
  }

  /// `reserved:`, by what the networks are for.
  static func reserved(_ member: Node.Member, _ bag: inout DiagnosticBag) -> [FleetSpec.Reserved] {
    guard let members = member.value.mapping else {
      Scalars.wrong(member.value, of: "reserved", wants: "a mapping from purpose to networks", &bag)
      return []
    }
    return members.flatMap { member in
      networks(member, &bag).map { FleetSpec.Reserved(purpose: member.key, network: $0) }
    }
  }

  /// Labels, of a node or asked for by a pool.
  static func labels(_ member: Node.Member, _ bag: inout DiagnosticBag) -> [FleetSpec.Label] {
    guard let members = member.value.mapping else {
      Scalars.wrong(member.value, of: "labels", wants: "a mapping from key to value", &bag)
      return []
    }
    return members.compactMap { member in
      if let fault = LabelForm.fault(ofKey: member.key) {
        bag.error("invalid-label", "the label key \(member.key) cannot be: \(fault)", at: member.keyRange)
        return nil
      }
      guard let value = Scalars.text(member.value, of: "the label \(member.key)", &bag) else { return nil }
      if let fault = LabelForm.fault(ofValue: value.value) {
        bag.error("invalid-label", "the value of \(member.key) cannot be: \(fault)", at: value.range)
        return nil
      }
      return FleetSpec.Label(key: Located(member.key, at: member.keyRange), value: value)
    }
  }
}
