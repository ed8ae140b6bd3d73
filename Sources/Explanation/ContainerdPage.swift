import Catalogue
import NetworkTypes

/// Pages about releases and release lines of containerd.
enum ContainerdPage {
  static func make(_ release: ContainerdRelease, in line: ContainerdLine) -> Page {
    let version = release.version
    var page = Page("containerd \(version): a release of containerd")
    page.raw("")
    page.field("date", release.date)
    page.field("line", "\(line.line): \(status(line))")
    page.field("libcni", "\(release.libcni) (go-cni \(release.goCNI))")
    page.field("cniVersion", "up to \(release.specMaximum)")
    page.field("config", "schema \(release.schemas.map(String.init).joined(separator: ", "))")
    page.field("loopback", "its own lo network asks for cniVersion \(release.loopbackSpec)")
    page.field("plugins", "its scripts install \(release.pluginsPin)")
    page.field("reload", reload(line))
    let keys = Containerd.cniKeys.filter { key in release.schemas.contains { key.isRead(in: release, schema: $0) } }
    page.heading("Keys of its CNI table")
    page.words(keys.map(\.name))
    let issues = Catalogue.knownIssues(in: version)
    if !issues.isEmpty {
      page.heading("Known faults (cnigen explain FAULT)")
      page.table(issues.map { ($0.id, issue($0)) })
    }
    return page
  }

  static func make(_ line: ContainerdLine) -> Page {
    var page = Page("containerd \(line.line): a release line of containerd")
    page.raw("")
    page.field("status", status(line))
    page.field("CRI", line.criAPI.map(\.rawValue).joined(separator: ", "))
    page.field("", line.criNote)
    page.field("reload", reload(line))
    page.heading("Releases")
    page.words(line.releases.map { "\($0.version)" })
    page.changes(line.changes, "What became different")
    return page
  }

  private static func issue(_ issue: KnownIssue) -> String {
    issue.with.isEmpty ? issue.effect : "\(issue.effect) (\(issue.with))"
  }

  private static func status(_ line: ContainerdLine) -> String {
    let state =
      switch line.status {
      case .endOfLife: "no longer supported"
      case .lts: "long-term support"
      case .active: "supported"
      case .future: "not released yet"
      }
    return line.endOfLife.isEmpty ? state : "\(state), end of life \(line.endOfLife)"
  }

  private static func reload(_ line: ContainerdLine) -> String {
    switch line.reload {
    case .everyStatusCall: "the folder of networks is read at every status call of the kubelet"
    case .watch: "the folder of networks is watched; once removed or renamed, nothing is noticed until a restart"
    case .watchOrExit: "the folder of networks is watched; containerd exits when it is removed or renamed"
    }
  }
}
