import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let dnsNeverApplied = Rule(
    "dns-never-applied", .warning, "settings for DNS that the interface plugin drops",
    effect: """
      macvlan, ipvlan, vlan, host-device and tap drop the DNS settings of their IPAM plugin in every release, bridge \
      did so up to 1.1.1 and ptp up to 0.8.2; the result carries the dns of the plugin's own object instead. dummy is \
      the other way round and ignores its own.
      """,
    wrong: #"{"type": "macvlan", "ipam": {"type": "static", "dns": {"nameservers": ["10.53.0.10"]}}}"#,
    right: #"{"type": "macvlan", "dns": {"nameservers": ["10.53.0.10"]}, "ipam": {"type": "static"}}"#,
    facts: ["common: dnsPropagation", "dnsPropagation: dummy", "dnsPropagation: bridge", "dnsPropagation: ptp"]
  ) { subject, findings in
    for plugin in subject.list.plugins where plugin.isKnown(in: subject.target) {
      guard let propagation = DNSPropagation.of(plugin.type) else { continue }
      let release = plugin.release(in: subject.target)
      if let ipam = plugin.ipam, subject.judges(ipam, of: plugin), !propagation.isKept(in: release),
        let (key, value) = ipam.dnsSettings
      {
        findings.report(
          "\(plugin.type)\(propagation.releaseWords(release)) drops the \(ipam.word(key)) of its ipam", at: value.range,
          notes: [.init("ADD succeeds; the result has none of it")], help: "write dns in the \(plugin.type) object")
      }
      if plugin.type == "dummy", let dns = plugin["dns"], !(dns.object?.isEmpty ?? true) {
        findings.report(
          "dummy ignores its own dns", at: dns.range, notes: [.init("ADD succeeds; the result has none of it")],
          help: "write dns under an ipam of type static, or resolvConf under one of type host-local")
      }
    }
  }
}

extension IPAM {
  /// The key under which an IPAM plugin is told DNS settings, and its value, where it says anything.
  fileprivate var dnsSettings: (key: String, value: Value)? {
    switch type {
    case "static": self["dns"].flatMap { $0.object?.isEmpty ?? true ? nil : ("dns", $0) }
    case "host-local": self["resolvConf"].flatMap { $0.string?.isEmpty ?? true ? nil : ("resolvConf", $0) }
    default: nil
    }
  }
}

extension DNSPropagation {
  /// The release, where another one would keep the settings.
  fileprivate func releaseWords(_ release: Version) -> String {
    switch self {
    case .kept(let since, _): " \(release), before \(since),"
    case .never: ""
    }
  }
}
