import CNIModel

/// Each container's namespace has the settings that tuning was given.
enum SysctlProbe: TableProbe {
  static func look(at scene: Scene) throws(TrialFault) -> [Finding] {
    var findings: [Finding] = []
    for plugin in scene.plugins("tuning") {
      for member in plugin["sysctl"]?.object ?? [] {
        guard let wanted = member.value.string else { continue }
        let name = member.name.split(separator: ".").map { $0 == "IFNAME" ? scene.device : String($0) }
        let path = member.name.contains("/") ? member.name : name.joined(separator: "/")
        var seen: [String] = []
        for attachment in scene.attachments {
          seen.append(
            try attachment.container.namespace.inside { () throws(TrialFault) in Sysctl.value(path) }
              ?? "no such setting")
        }
        findings.append(
          Finding(
            "sysctl", member.name, expected: wanted, seen: seen.joined(separator: ", "),
            seen.allSatisfy { normal($0) == normal(wanted) } ? .held : .failed, at: member.value.range))
      }
    }
    return findings
  }

  /// The kernel parts several numbers by tabs, whatever was written.
  private static func normal(_ text: String) -> [Substring] { text.split { $0 == " " || $0 == "\t" } }
}
