import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let sysctlOutsideNet = Rule(
    "sysctl-outside-net", .error, "a sysctl that is none of the network's",
    effect: """
      tuning sets sysctls below net alone and refuses any other name: ADD of every pod fails, in every release. Other \
      namespaced sysctls are set by the pod's own security context.
      """,
    wrong: #"{"type": "tuning", "sysctl": {"kernel.shmmax": "68719476736"}}"#,
    right: #"{"type": "tuning", "sysctl": {"net.core.somaxconn": "512"}}"#,
    facts: ["tuning: sysctl outside net"]
  ) { subject, findings in
    for setting in SysctlSetting.all(in: subject) where !setting.isOfTheNetwork {
      let text = setting.member.name
      let printed = setting.plugin.release >= "1.2.0" ? setting.name.path : text
      let completed = SysctlName("net.\(setting.name.parts.joined(separator: "."))")
      let isShortened = KnownSysctls.owner(of: completed.pattern) != nil
      findings.report(
        "sysctl \(text) is outside net, and tuning sets no other", at: setting.member.nameRange,
        notes: [.init(subject.target.addFails("tuning", "invalid net sysctl key: \"\(printed)\""))],
        help: isShortened ? "write net.\(text)" : "leave it out; a pod's security context can set it")
    }
  }
}

extension SysctlSetting {
  /// Whether the name lies below `net`. Steps upwards are not followed: they lead nowhere that exists.
  fileprivate var isOfTheNetwork: Bool { name.parts.first == "net" && name.parts.count > 1 }
}
