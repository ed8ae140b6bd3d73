import CNIModel
import Catalogue
import NetworkTypes

/// Another cniVersion. libcni keeps the result of every attachment, and turns it into the version of the list that is
/// loaded when the pod is detached. Measured with libcni 1.1.2 and plugins 1.1.1: between versions that both know, that
/// goes well in either direction and leaves nothing behind; to one that libcni does not know, no pod can be detached.
extension ChangeKind {
  static let specVersionRaised = ChangeKind(
    "cni-version-raised", "the spec version is higher",
    """
    libcni keeps the result of every attachment in the version of its time, and turns it into the list's when the pod \
    is detached. Between versions that containerd and all plugins of the chain know that goes well. To one that \
    containerd does not know it fails ("no converter for CNI result version"), and then no running pod can be stopped; \
    libcni before 1.0.0, that is containerd 1.5 and older, cannot turn 0.2.0 and older into anything newer either.
    """,
    .network { pair in versionChange(pair) { $0 < $1 } })

  static let specVersionLowered = ChangeKind(
    "cni-version-lowered", "the spec version is lower",
    """
    libcni keeps the result of every attachment in the version of its time, and turns it into the list's when the pod \
    is detached. Between versions that containerd and all plugins of the chain know that goes well. A containerd that \
    is older than the version of before cannot read it ("unsupported CNI result version"), and then no running pod can \
    be stopped.
    """,
    .network { pair in versionChange(pair) { $0 > $1 } })

  /// What counts where a list states none.
  private static let unstated: Version = "0.1.0"

  private static func versionChange(_ pair: NetworkPair, _ isWanted: (Version, Version) -> Bool) -> [Found] {
    let old = pair.old.list.cniVersion
    let new = pair.new.list.cniVersion
    let before = old.flatMap { Version($0.value) } ?? unstated
    let after = new.flatMap { Version($0.value) } ?? unstated
    guard before != after, isWanted(before, after) else { return [] }
    let fault = fault(before, after, isStated: !(new?.value.isEmpty ?? true), pair)
    return [
      Found(
        "cniVersion", old: old.map { Found.Located($0.value, at: $0.range) },
        new: new.map { Found.Located($0.value, at: $0.range) }, fault == nil ? .newPods : .drain,
        fault
          ?? """
          containerd \(pair.newTarget.containerd.version) turns the kept results of running pods from \(before) into \
          \(after), and every plugin of the chain knows both
          """,
        help: fault == nil ? nil : "drain the node first, or keep cniVersion \(before)")
    ]
  }

  /// Why running pods cannot be detached in the new version; `nil` where they can.
  private static func fault(_ before: Version, _ after: Version, isStated: Bool, _ pair: NetworkPair) -> String? {
    let release = pair.newTarget.containerd
    let runtime = "containerd \(release.version)"
    if !isStated, release.version < "1.6.4" {
      return "\(runtime) detaches no pod of a list without a version: the version is empty"
    }
    if !release.specVersions.contains(after) {
      return """
        \(runtime) knows no \(after): no converter for CNI result version \(before) to \(after); no running pod can be \
        stopped
        """
    }
    if before > release.specMaximum {
      return """
        running pods were attached in \(before), which \(runtime) cannot read: unsupported CNI result version; none of \
        them can be stopped
        """
    }
    if before < "0.3.0", after >= "0.4.0", release.libcni < "1.0.0" {
      return
        "\(runtime) cannot turn results of \(before) into \(after): cannot convert version; no running pod can be stopped"
    }
    // A plugin in the chain on both sides is called for pods that it attached in the other version.
    for plugin in pair.plugins {
      let types = [plugin.type, plugin.new.ipam?.type ?? ""].filter { !$0.isEmpty }
      for type in types {
        guard let known = pair.newTarget.specVersions(of: type), !known.contains(after.description) else { continue }
        return "\(type) of the target knows no \(after) and refuses to detach running pods: incompatible CNI versions"
      }
    }
    return nil
  }
}
