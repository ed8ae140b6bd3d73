package import ArtifactIO

/// The config that the containerd of a node goes by. It reads its config at its start alone: until then it needs the
/// folder and the template that it was started with, and own files there stay.
package struct ConfigInForce: Sendable {
  private let confDir: String
  private let confTemplate: String?

  /// - Parameters:
  ///   - confDir: the folder of networks, by the files as they lie on the node.
  ///   - confTemplate: the path of the template, if there is one.
  package init(confDir: String, confTemplate: String?) {
    self.confDir = Self.plain(confDir)
    self.confTemplate = confTemplate
  }

  /// The files of ours that are not wanted any more and yet have to stay, as containerd would be without a network if
  /// they went before its next start.
  ///
  /// - Parameter isOutdated: whether the containerd that runs was started before its config was last written, or may
  ///   have been.
  package func stillNeeded(
    of old: AppliedSet?, beside new: AppliedSet, isOutdated: () -> Bool
  ) -> [AppliedSet.File] {
    let gone = (old?.files ?? []).filter { new[$0.path] == nil }
    let networks = gone.filter { file in
      file.isNetwork && !new.networks.contains { Self.plain($0.folder) == Self.plain(file.folder) }
    }
    let candidates = networks + gone.filter(\.isTemplate)
    guard !candidates.isEmpty else { return [] }
    let waits = isOutdated()
    return candidates.filter { file in
      if waits { return true }
      if file.isTemplate { return file.path == confTemplate }
      return Self.plain(file.folder) == confDir && !isWritten(by: new)
    }
  }

  /// Whether containerd writes the network itself from a template of the set, and knows of it.
  private func isWritten(by new: AppliedSet) -> Bool {
    new.files.contains { $0.isTemplate && $0.path == confTemplate }
  }

  private static func plain(_ folder: String) -> String {
    var folder = folder[...]
    while folder.utf8.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    return String(folder)
  }
}
