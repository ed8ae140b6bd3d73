import CNIModel
import Diagnostics

extension Rule {
  static let sysctlNotNamespaced = Rule(
    "sysctl-not-namespaced", .error, "a sysctl of the node that a pod cannot set",
    effect: """
      tuning works in the network namespace of the pod. What the kernel keeps once for the whole node is not there, or \
      can only be read there (as of the kernels up to 6.18): ADD of every pod fails, in every release. Such a sysctl is \
      set on the node, in /etc/sysctl.d.
      """,
    wrong: #"{"type": "tuning", "sysctl": {"net.core.rmem_max": "8388608"}}"#,
    right: #"{"type": "tuning", "sysctl": {"net.core.somaxconn": "512"}}"#,
    facts: ["224-host-wide-sysctl", "tuning: sysctl that does not exist"]
  ) { subject, findings in
    for setting in SysctlSetting.all(in: subject) {
      let reason: String
      switch KnownSysctls.owner(of: setting.name.pattern) {
      case .node: reason = "no such file or directory"
      case .nodeVisible: reason = "permission denied"
      default: continue
      }
      findings.report(
        "sysctl \(setting.member.name) belongs to the node, a pod cannot set it", at: setting.member.nameRange,
        notes: [
          .init(subject.target.addFails("tuning", "open /proc/sys/\(setting.name.path): \(reason)"))
        ],
        help: "set it on the node, in /etc/sysctl.d")
    }
  }

  static let sysctlReadOnly = Rule(
    "sysctl-read-only", .error, "a sysctl that can only be read",
    effect: """
      The kernel shows some values below /proc/sys/net that nobody can write. ADD of every pod fails, in every release.
      """,
    wrong: #"{"type": "tuning", "sysctl": {"net.ipv4.conf.all.mc_forwarding": "1"}}"#,
    right: #"{"type": "tuning", "sysctl": {"net.ipv4.conf.all.forwarding": "1"}}"#
  ) { subject, findings in
    for setting in SysctlSetting.all(in: subject) {
      guard case .readOnly? = KnownSysctls.owner(of: setting.name.pattern) else { continue }
      let refusal = "open /proc/sys/\(setting.name.path): permission denied"
      findings.report(
        "sysctl \(setting.member.name) can only be read", at: setting.member.nameRange,
        notes: [.init(subject.target.addFails("tuning", refusal))], help: "leave it out")
    }
  }
}
