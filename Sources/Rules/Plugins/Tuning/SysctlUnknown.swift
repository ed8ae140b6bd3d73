import CNIModel
import Diagnostics
import PlainText

extension Rule {
  static let sysctlUnknown = Rule(
    "sysctl-unknown", .error, "a sysctl that no kernel has, and that is almost one",
    effect: """
      tuning writes a file below /proc/sys; where there is none, ADD of every pod fails, in every release. A name is \
      only reported where it is a slip of a known one (of the kernels 3.10 to 6.18), or a known one in the wrong place; \
      younger kernels may have others.
      """,
    wrong: #"{"type": "tuning", "sysctl": {"net.ipv4.tcp_fin_timeouts": "30"}}"#,
    right: #"{"type": "tuning", "sysctl": {"net.ipv4.tcp_fin_timeout": "30"}}"#,
    facts: ["tuning: sysctl that does not exist"]
  ) { subject, findings in
    for setting in SysctlSetting.all(in: subject) {
      let pattern = setting.name.pattern
      guard setting.name.parts.first == "net", KnownSysctls.owner(of: pattern) == nil,
        let meant = KnownSysctls.meant(by: pattern)
      else { continue }
      let refusal = "open /proc/sys/\(setting.name.path): no such file or directory"
      findings.report(
        "no kernel up to 6.18 has the sysctl \(setting.member.name)", at: setting.member.nameRange,
        notes: [.init(subject.target.addFails("tuning", refusal))],
        help: "did you mean \(setting.spelled(meant))?")
    }
  }
}

extension SysctlSetting {
  /// A pattern as a name: with the interface of this one, and in its notation.
  fileprivate func spelled(_ pattern: String) -> String {
    let name = pattern.replacing(text: "*", with: self.name.interface ?? "IFNAME")
    return member.name.first { $0 == "." || $0 == "/" } == "/" ? name : name.replacing(text: "/", with: ".")
  }
}
