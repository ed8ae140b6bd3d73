import CNIModel
import Diagnostics
import NetworkTypes

/// A network that the file names: a subnet of host-local, or the network of an address of static.
struct StatedNetwork: Sendable {
  /// As written, host bits and all.
  let cidr: CIDR
  let range: SourceRange
  /// The key, in CNI's words.
  let key: String
  /// The gateway that goes with it.
  let gateway: IPAddress?

  /// What it is set aside for.
  let purpose: SpecialPurpose?

  init(_ network: Located<CIDR>, key: String, gateway: IPAddress?) {
    cidr = network.value
    range = network.range
    self.key = key
    self.gateway = gateway
    purpose = SpecialPurpose.of(network.value.network)
  }

  /// Whether all of it is set aside, or only a part.
  var isInside: Bool {
    [cidr.first, cidr.last].allSatisfy { address in
      CIDR(address, prefix: address.family.bits).flatMap(SpecialPurpose.of) == purpose
    }
  }

  /// The key in the author's words, and the text.
  func name(in plan: AddressPlan) -> String { "\(plan.word(key)) \(cidr)" }

  /// The advice to take a network of one's own.
  var privateHelp: String {
    cidr.family == .ipv4
      ? "take a private network: one of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16 (RFC 1918)"
      : "take a unique local network: fd and 40 random bits, such as fd5e:8c41:77a0::/48 (RFC 4193)"
  }
}

extension Subject {
  /// The networks that the chain's IPAM plugins name.
  var statedNetworks: [(plan: AddressPlan, network: StatedNetwork)] {
    addressPlans.flatMap { plan in plan.statedNetworks.map { (plan, $0) } }
  }
}

extension AddressPlan {
  func findStatedNetworks() -> [StatedNetwork] {
    let subnets = ranges.compactMap { _, range in
      range.subnet.map { StatedNetwork($0, key: "subnet", gateway: range.effectiveGateway) }
    }
    let addresses = ipam.staticAddresses.compactMap { element in
      element.address.map {
        StatedNetwork($0, key: "address", gateway: element.gateway?.value ?? $0.value.first.successor)
      }
    }
    return subnets + addresses
  }
}
