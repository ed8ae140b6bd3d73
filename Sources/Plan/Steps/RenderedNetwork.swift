import Catalogue
import Difference

/// What becomes of the file that containerd makes of a template, where the template is another one. containerd renders
/// once, while its folder has no network that loads, so that on a node that has been rendered the old file stays in force.
struct RenderedNetwork: Sendable, Equatable {
  /// The file that was rendered before and has to go; `nil` where there is none.
  let removed: String?
  /// Whether containerd is to render a file.
  let isRendered: Bool

  /// `nil` where the template is the same, or there is none.
  init?(from old: NodeState, to new: NodeState) {
    guard Self.template(of: old) != Self.template(of: new) else { return nil }
    let isRendered = new.networks.contains(where: \.isTemplate)
    let wasRendered = old.networks.contains(where: \.isTemplate)
    // A file that is written to its place has taken it already.
    let written = new.filesForContainerd.compactMap { NodePaths(state: new).path(of: $0.path) }
    let path = wasRendered ? NodePaths(state: old).path(of: Containerd.Template.fileName) : nil
    removed = path.flatMap { isRendered || !written.contains($0) ? $0 : nil }
    self.isRendered = isRendered
    guard isRendered || removed != nil else { return nil }
  }

  private static func template(of state: NodeState) -> [UInt8]? {
    state.files.first { $0.path.hasSuffix(".template") }?.bytes
  }
}
