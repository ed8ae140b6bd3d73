import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let masterMissing = Rule(
    "master-missing", .error, "no master in a release that takes no default",
    effect: """
      macvlan up to 0.7.6 and ipvlan up to 0.8.7 refuse a configuration without master: ADD of every pod fails. Later \
      ones take the interface of the node's default route. From 0.7.0 on an ipvlan that stands behind another plugin \
      takes the interface of that one, if its result has exactly one; those of bridge and ptp have more.
      """,
    wrong: #"{"type": "macvlan", "ipam": {"type": "dhcp"}}"#,
    right: #"{"type": "macvlan", "master": "eno1", "ipam": {"type": "dhcp"}}"#,
    facts: [
      "macvlan: master empty", "ipvlan: master empty", "ipvlan: chained without master and prevResult",
    ]
  ) { subject, findings in
    for plugin in subject.installed("macvlan", "ipvlan") where plugin.text("master") == nil {
      guard let refusal = plugin.refusalWithoutMaster(in: subject) else { continue }
      let word = plugin.word("master")
      findings.report(
        "\(word) is missing, and \(plugin.type) of plugins \(plugin.release) takes no default",
        at: (plugin["master"] ?? plugin.plugin.value).range,
        notes: [.init(subject.target.addFails(plugin.type, refusal))], help: "name the node's interface by \(word)")
    }
  }
}

extension InstalledPlugin {
  /// What the plugin says without a master; `nil` where it finds one itself, or may.
  fileprivate func refusalWithoutMaster(in subject: Subject) -> String? {
    let required = "\"master\" field is required. It specifies the host interface name to virtualize"
    if type == "macvlan" { return release <= "0.7.6" ? required : nil }
    guard plugin.index > 0, release >= "0.7.0" else { return release <= "0.8.7" ? required : nil }
    let before = subject.interface(before: self)
    return before?.plugin.isOne(of: "bridge", "ptp") == true
      ? "chained master failure. PrevResult lacks a single named interface" : nil
  }
}
