package import Diagnostics
import NetworkTypes

/// The `ipam` object of a network whose ranges Kubernetes assigns: all that is known of it before a node has its pod
/// CIDRs.
package struct AssignedAddresses: Sendable {
  /// A member of the object, in CNI's order.
  package enum Part: Sendable {
    case fixed(Value.Member)
    /// `ranges`, which the node's pod CIDRs fill, one set for each.
    case ranges(keyRange: SourceRange)
    case routes([Route], keyRange: SourceRange, range: SourceRange)
  }

  /// An element of `routes`.
  package enum Route: Sendable {
    case fixed(Value)
    /// A default route for each family that the node has; an object whose `dst` stands for the destination.
    case perFamily(Value)
  }

  package let parts: [Part]
  /// The place of the word that stands for the ranges.
  package let word: SourceRange
  /// The place of the object.
  package let range: SourceRange

  package init(_ parts: [Part], word: SourceRange, at range: SourceRange) {
    self.parts = parts
    self.word = word
    self.range = range
  }

  /// The object of a node with some pod CIDRs.
  package func ipam(for pods: PodCIDRs) -> Value {
    let members = parts.map { part -> Value.Member in
      switch part {
      case .fixed(let member): return member
      case .ranges(let keyRange): return Value.Member("ranges", at: keyRange, ranges(pods))
      case .routes(let routes, let keyRange, let range):
        return Value.Member("routes", at: keyRange, Value(.array(routes.flatMap { $0.values(for: pods) }), at: range))
      }
    }
    return Value(.object(members), at: range)
  }

  private func ranges(_ pods: PodCIDRs) -> Value {
    let sets = pods.cidrs.map { cidr in
      let subnet = Value.Member("subnet", at: word, Value(.string(cidr.description), at: word))
      return Value(.array([Value(.object([subnet]), at: word)]), at: word)
    }
    return Value(.array(sets), at: word)
  }
}

extension AssignedAddresses.Route {
  fileprivate func values(for pods: PodCIDRs) -> [Value] {
    switch self {
    case .fixed(let value): [value]
    case .perFamily(let value): pods.families.map { value.settingDestination($0.defaultRoute) }
    }
  }
}

extension Value {
  /// A route with another destination.
  fileprivate func settingDestination(_ destination: String) -> Value {
    let members = (object ?? []).map { member in
      member.name == "dst"
        ? Member("dst", at: member.nameRange, Value(.string(destination), at: member.value.range)) : member
    }
    return Value(.object(members), at: range)
  }
}
