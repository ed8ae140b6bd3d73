import CNIModel
import Diagnostics

extension Rule {
  static let sysctlDuplicate = Rule(
    "sysctl-duplicate", .error, "one sysctl in two notations",
    effect: """
      Dots and slashes name the same sysctl, and tuning does not notice: it sets both in an order of chance, so that \
      one of the two values stays, a different one from pod to pod. CHECK fails. So it is in every release.
      """,
    wrong: #"{"type": "tuning", "sysctl": {"net.core.somaxconn": "512", "net/core/somaxconn": "1024"}}"#,
    right: #"{"type": "tuning", "sysctl": {"net.core.somaxconn": "512"}}"#,
    facts: ["220-sysctl-in-both-notations"]
  ) { subject, findings in
    for plugin in subject.installed("tuning") {
      var first: [SysctlName: SysctlSetting] = [:]
      for setting in SysctlSetting.all(of: plugin) {
        guard let earlier = first[setting.name] else {
          first[setting.name] = setting
          continue
        }
        // The same text twice is a fault of the file, and its reader's to report.
        guard earlier.member.name != setting.member.name else { continue }
        findings.report(
          "\(setting.member.name) is the same sysctl as \(earlier.member.name)", at: setting.member.nameRange,
          notes: [
            .init("the first one", at: earlier.member.nameRange),
            .init("ADD succeeds; which value stays is left to chance"),
          ],
          help: "keep one of them")
      }
    }
  }
}
