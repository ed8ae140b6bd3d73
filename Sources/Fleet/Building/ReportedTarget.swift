import CNIModel
import ProfileLanguage
import Syntax

/// The releases that a node reports, where nothing else states them: profile and pools may know that of the plugins,
/// which no node reports.
enum ReportedTarget {
  /// What the node's target is then, to be laid over everything else; `nil` where what it reports counts for nothing.
  ///
  /// - Parameters:
  ///   - reported: the releases that the node reports.
  ///   - overlays: what lies over the profile.
  static func overlay(
    _ reported: FleetSpec.Overlay, beside overlays: [FleetSpec.Overlay], over profile: Node
  ) -> FleetSpec.Overlay? {
    let stated =
      overlays.last { $0.target != nil }.flatMap { target(of: $0) } ?? profile.mapping?.first { $0.key == "target" }
    guard let stated else { return profile["targets"] == nil ? reported : nil }
    // What was measured is known as a whole.
    guard let members = stated.value.mapping, stated.value["capabilities"] == nil else { return nil }
    let missing = (target(of: reported)?.value.mapping ?? []).filter { stated.value[$0.key] == nil }
    guard !missing.isEmpty else { return nil }
    let merged = Node(.mapping(members + missing), at: stated.value.range)
    var whole = FleetSpec.Overlay()
    whole.members = [Node.Member(key: "target", keyRange: stated.keyRange, value: merged)]
    return whole
  }

  private static func target(of overlay: FleetSpec.Overlay) -> Node.Member? {
    overlay.members.first { $0.key == "target" }
  }
}
