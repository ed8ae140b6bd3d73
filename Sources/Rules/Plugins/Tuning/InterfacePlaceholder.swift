import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

/// IFNAME in the name of a sysctl stands for the interface, from 1.1.0 on. Before, it is taken as it is.
extension SysctlSetting {
  fileprivate static let placeholderSpan = ReleaseSpan.since("1.1.0")

  /// Whether the name has the placeholder for the interface.
  fileprivate var hasPlaceholder: Bool { name.parts.contains("IFNAME") }
}

extension Subject {
  /// Reports placeholders in releases that do not know them; a part of the rule `value-too-new`.
  func reportInterfacePlaceholder(into findings: inout Findings) {
    for setting in SysctlSetting.all(in: self) where setting.hasPlaceholder {
      guard !SysctlSetting.placeholderSpan.contains(setting.plugin.release) else { continue }
      let refusal = "open /proc/sys/\(setting.name.path): no such file or directory"
      findings.report(
        "IFNAME stands for the interface from plugins 1.1.0 on, and tuning is of \(setting.plugin.release)",
        at: setting.member.nameRange, notes: [.init(target.addFails("tuning", refusal))],
        help: "write eth0, the name that containerd gives the first interface, or take plugins 1.1.0 or later")
    }
  }
}
