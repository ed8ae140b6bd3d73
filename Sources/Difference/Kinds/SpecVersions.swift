import CNIModel
import Catalogue
import NetworkTypes

/// Another cniVersion. libcni keeps the result of every attachment, and turns it into the version of the list that is
/// loaded when the pod is detached.
extension ChangeKind {
  static let specVersionRaised = ChangeKind(
    "cni-version-raised", "the spec version is higher",
    """
    libcni keeps the result of every attachment in the version of its time, and turns it into the list's when the pod \
    is detached. Plugins read it in the new version then, and one whose release does not know that fails the detaching \
    as well.
    """,
    .network { pair in versionChange(pair) { $0 < $1 } })

  static let specVersionLowered = ChangeKind(
    "cni-version-lowered", "the spec version is lower",
    """
    libcni keeps the result of every attachment in the version of its time, and turns it into the list's when the pod \
    is detached. A containerd that is older than that version cannot read it, and then no running pod can be stopped; \
    below 0.4.0 plugins get no result at all at the end, so that firewall leaves its rules behind.
    """,
    .network { pair in versionChange(pair) { $0 > $1 } })

  private static func versionChange(_ pair: NetworkPair, _ isWanted: (Version, Version) -> Bool) -> [Found] {
    let fallback = "0.1.0"
    let old = pair.old.list.cniVersion?.value ?? fallback
    let new = pair.new.list.cniVersion?.value ?? fallback
    guard old != new, let before = Version(old.isEmpty ? fallback : old),
      let after = Version(new.isEmpty ? fallback : new),
      isWanted(before, after)
    else { return [] }
    return [
      Found(
        "cniVersion", old: pair.old.list.cniVersion.map { Found.Located($0.value, at: $0.range) },
        new: pair.new.list.cniVersion.map { Found.Located($0.value, at: $0.range) }, .drain,
        reason(before, after, pair.newTarget),
        help: "drain the node first; a version that all targets take can be kept with cniVersion: \(old)")
    ]
  }

  private static func reason(_ before: Version, _ after: Version, _ target: Target) -> String {
    if before > target.containerd.specMaximum {
      return """
        running pods were attached with \(before), which containerd \(target.containerd.version) cannot read: unsupported \
        CNI result version; none of them can be stopped
        """
    }
    if after < "0.4.0", before >= "0.4.0" {
      return """
        below 0.4.0 libcni hands plugins no result when a pod is detached; those that need it, firewall above all, leave \
        their rules behind for the pods that run
        """
    }
    return """
      running pods are detached in \(after) with a result that was kept in \(before); libcni converts it, and every plugin \
      of the chain is called with a version that it was not attached with
      """
  }
}
