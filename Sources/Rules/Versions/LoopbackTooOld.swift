import Catalogue
import CNIModel
import Diagnostics

extension Rule {
  static let loopbackTooOld = Rule(
    node: "loopback-too-old", .error,
    "a loopback plugin that does not know the spec version of containerd's own lo network",
    effect: """
      containerd attaches lo to every pod by a network of its own, with the plugin loopback from bin_dir. Its spec \
      version is 0.3.1, but 1.0.0 in containerd 1.6.3, which loopback before 1.0.0 refuses: no pod starts, whatever \
      the files in conf_dir say.
      """,
    wrong: "target: {containerd: 1.6.3, plugins: {release: 1.1.1, loopback: 0.9.1}}",
    right: "target: {containerd: 1.6.4, plugins: {release: 1.1.1, loopback: 0.9.1}}",
    facts: ["known_issues: loopback-1.0.0"]
  ) { subject, findings in
    let target = subject.target
    let version = target.containerd.loopbackSpec
    guard let versions = target.specVersions(of: "loopback"), !versions.contains(version) else { return }
    findings.report(
      "\(target.runtimeName) attaches lo with spec version \(version), which \(target.named("loopback")) does not know",
      at: target.place(of: "loopback") ?? target.places.containerd,
      notes: [.init(target.addFails("loopback", target.incompatible(version, versions)))],
      help: "take containerd 1.6.4 or later, or loopback from plugins 1.0.0 or later")
  }
}
