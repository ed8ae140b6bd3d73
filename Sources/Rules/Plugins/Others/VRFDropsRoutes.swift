import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

extension Rule {
  static let vrfDropsRoutes = Rule(
    "vrf-drops-routes", .warning, "routes that an interface loses when it joins a VRF",
    effect: """
      ADD succeeds. In 0.9.0 to 1.3.0 the routes of the interface are lost when vrf moves it into the VRF; 1.4.0 to 1.6.2 \
      keep them; 1.7.0 to 1.9.0 keep only routes with a source address, which those of ipam lack; 1.9.1 keeps all of \
      them again.
      """,
    wrong: #"""
      [{"type": "bridge", "isDefaultGateway": true, "ipam": {"type": "host-local", "subnet": "10.1.0.0/24"}},
       {"type": "vrf", "vrfname": "blue"}]
      """#,
    right: #"""
      [{"type": "bridge", "ipam": {"type": "host-local", "subnet": "10.1.0.0/24"}},
       {"type": "vrf", "vrfname": "blue"}]
      """#,
    facts: ["vrf: routes of the interface are lost when it joins the VRF"]
  ) { subject, findings in
    let losing: [ReleaseSpan] = [.from("0.9.0", to: "1.3.0"), .from("1.7.0", to: "1.9.0")]
    for vrf in subject.installed("vrf") where losing.contains(where: { $0.contains(vrf.release) }) {
      guard vrf.text("vrfname") != nil, let interface = subject.interface(before: vrf) else { continue }
      let routes = interface.plugin.ipam?.value["routes"].flatMap { $0.array?.isEmpty == false ? $0 : nil }
      guard let place = routes?.range ?? interface.on("isDefaultGateway")?.range else { continue }
      findings.report(
        "vrf of plugins \(vrf.release) drops the routes of the interface", at: vrf.plugin.typeRange,
        notes: [.init("ADD succeeds; the pod reaches its own subnet alone"), .init("the routes", at: place)],
        help: "use plugins 1.4.0 to 1.6.2, or 1.9.1 and later")
    }
  }
}
