import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let gatewayIsBroadcast = Rule(
    "gateway-is-broadcast", .error, "a gateway that is the broadcast address of its subnet",
    effect: """
      The kernel refuses routes through it, and ADD fails, in every release. Without such a route the pod starts, and \
      nobody answers at the address: the kernel takes packets to it for a broadcast.
      """,
    wrong: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/29", "gateway": "10.88.0.7"}]],
        "routes": [{"dst": "0.0.0.0/0"}]}}
      """#,
    right: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local",
        "ranges": [[{"subnet": "10.88.0.0/29", "gateway": "10.88.0.6"}]],
        "routes": [{"dst": "0.0.0.0/0"}]}}
      """#,
    facts: ["074-gateway-is-broadcast-of-29"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      for gateway in plan.statedGateways where gateway.address == gateway.network.broadcast {
        let failure = plan.failure(ofRoutesVia: gateway.address, "invalid argument")
        let isPointToPoint = plan.plugin.type == "ptp"
        let outcome =
          failure
          ?? (isPointToPoint
            ? plan.fails("failed to add route {… Gw: \(gateway.address) …}: invalid argument")
            : .init("ADD succeeds; nobody answers at the address"))
        findings.report(
          "\(plan.word("gateway")) \(gateway.address) is the broadcast address of \(gateway.network)",
          at: gateway.range, notes: [outcome],
          help: gateway.network.first.successor.map { "use \($0), or another address below the broadcast" })
      }
      for route in plan.routes {
        guard let gateway = route.gateway, gateway.value.family == route.family,
          let network = plan.knownLeases.lazy.flatMap(\.choices).map(\.network).first(where: {
            $0.broadcast == gateway.value
          })
        else { continue }
        findings.report(
          "gateway \(gateway.value) of a route is the broadcast address of \(network)", at: gateway.range,
          notes: [plan.failsAtRoute(route, via: [gateway.value], "invalid argument")],
          help: "name the address of a router in the subnet")
      }
    }
  }

  static let gatewayIsNetworkAddress = Rule(
    "gateway-is-network-address", .warning, "a gateway that is the network address of its subnet",
    effect: """
      It works where everybody plays along, in every release. Of an IPv4 subnet kernels before Linux 5.14 and other \
      systems take it for a broadcast and refuse routes through it. Of an IPv6 subnet it is the subnet-router anycast \
      address (RFC 4291), which every router of the subnet answers.
      """,
    wrong: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local", "ranges": [[{"subnet": "fd00:88::/64", "gateway": "fd00:88::"}]]}}
      """#,
    right: #"""
      {"type": "bridge", "isGateway": true,
       "ipam": {"type": "host-local", "ranges": [[{"subnet": "fd00:88::/64", "gateway": "fd00:88::1"}]]}}
      """#,
    facts: ["075-ipv6-gateway-is-subnet-router-anycast"]
  ) { subject, findings in
    for plan in subject.addressPlans {
      for gateway in plan.statedGateways where gateway.address == gateway.network.first {
        // A network of one address or two has no network address.
        guard gateway.network.hostBits >= 2 else { continue }
        let effect =
          gateway.network.family == .ipv4
          ? "kernels before Linux 5.14 and other systems take it for a broadcast"
          : "it is the subnet-router anycast address, which every router of the subnet answers"
        findings.report(
          "\(plan.word("gateway")) \(gateway.address) is the network address of \(gateway.network)", at: gateway.range,
          notes: [.init("ADD succeeds on a recent kernel; \(effect)")],
          help: gateway.network.first.successor.map { "use \($0)" })
      }
    }
  }

  static let ptpAddressWithoutGateway = Rule(
    "ptp-address-without-gateway", .error, "a static address without a gateway behind ptp",
    effect: """
      ptp gives the node's end of the link the gateway's address, so each address needs one. static hands out what is \
      written, and ADD fails, in every release that has static (0.8.0 and later).
      """,
    wrong: #"{"type": "ptp", "ipam": {"type": "static", "addresses": [{"address": "10.1.2.3/24"}]}}"#,
    right: #"""
      {"type": "ptp",
       "ipam": {"type": "static", "addresses": [{"address": "10.1.2.3/24", "gateway": "10.1.2.1"}]}}
      """#,
    facts: ["ptp: every address needs a gateway"]
  ) { subject, findings in
    for plan in subject.addressPlans where plan.plugin.type == "ptp" {
      for element in plan.ipam.staticAddresses where element.hasNoGateway {
        guard let address = element.address else { continue }
        let isIPv4 = address.value.family == .ipv4
        let text =
          isIPv4
          ? "failed to add IP addr (…) to veth: numerical result out of range"
          : "failed to add route {… Src: \(address.value.address) Gw: <nil> …}: invalid argument"
        findings.report(
          "address \(address.value) has no gateway, and ptp needs one for each address", at: element.value.range,
          notes: [plan.fails(text)], help: address.value.first.successor.map { "add gateway, such as \($0)" })
      }
    }
  }
}
