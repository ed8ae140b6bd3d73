package import ArtifactIO
package import Diagnostics

/// Finds files in the way of a set that is to be put on a node: files of somebody else in their places, and own files
/// that somebody changed.
package struct ApplyCheck {
  private let standing: AppliedStanding
  private let new: AppliedSet
  private let isReturn: Bool
  private let place: (String) -> String

  /// - Parameters:
  ///   - standing: what was applied before, and what an interrupted run had begun.
  ///   - isReturn: whether it leads to what was there before, so that what is kept may go.
  ///   - place: the path on this machine of a path on the node.
  package init(
    from standing: AppliedStanding, to new: AppliedSet, isReturn: Bool = false, place: @escaping (String) -> String
  ) {
    self.standing = standing
    self.new = new
    self.isReturn = isReturn
    self.place = place
  }

  /// Files that are not as cnigen left them, and files of others in the places of ours.
  ///
  /// - Parameter force: whether they are to be replaced all the same. A config or a template of somebody else never is.
  package func checkFiles(force: Bool, into bag: inout DiagnosticBag) throws(FileFault) {
    let own = standing.everything
    for file in own?.files ?? [] {
      let present = try PresentFile.look(place(file.path))
      guard !isOurs(present, at: file.path) else { continue }
      bag.add(Self.edited(file.path, present, force))
    }
    for file in new.files where own?[file.path] == nil {
      let present = try PresentFile.look(place(file.path))
      guard present != .nothing, present != .file(file.bytes), !mayGo(present, at: file.path) else { continue }
      bag.add(
        file.isConfig
          ? Self.foreignConfig(file) : file.isTemplate ? Self.foreignTemplate(file) : Self.foreign(file, force))
    }
  }

  private func isOurs(_ present: PresentFile, at path: String) -> Bool {
    switch present {
    case .nothing: true
    case .file(let bytes):
      standing.holds(bytes, at: path) || new[path]?.bytes == bytes || mayGo(present, at: path)
    case .link, .other: false
    }
  }

  private func mayGo(_ present: PresentFile, at path: String) -> Bool {
    guard isReturn, case .file(let bytes) = present else { return false }
    return standing.keeps(bytes, at: path)
  }

  private static func edited(_ path: String, _ present: PresentFile, _ force: Bool) -> Diagnostic {
    let (what, lost): (String, String) =
      switch present {
      case .link: ("replaced by a symbolic link", "the link is lost; what it leads to stays")
      case .other: ("replaced by something that is no file", "it is in the way")
      case .file, .nothing: ("changed by hand", "the change is lost")
      }
    return Diagnostic(
      rule: "applied-file-edited", severity: force ? .warning : .error,
      message: "\(path) was \(what) since it was applied", at: nil,
      notes: [Diagnostic.Note(force ? lost : "applying would undo the change")],
      help: force ? nil : "bring the change into the profile (cnigen import), or apply with --force to lose it")
  }

  private static func foreign(_ file: AppliedSet.File, _ force: Bool) -> Diagnostic {
    Diagnostic(
      rule: "foreign-file-in-place", severity: force ? .warning : .error,
      message: "\(file.path) is there already, and cnigen did not put it there", at: nil,
      notes: [
        Diagnostic.Note(force ? "it is replaced; cnigen rollback brings it back" : "nothing of it would be kept")
      ],
      help: force ? nil : "move it away: mv \(file.path) \(file.path).off; --force replaces it")
  }

  private static func foreignConfig(_ file: AppliedSet.File) -> Diagnostic {
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
    return Diagnostic(
      rule: "foreign-file-in-place", severity: .error,
      message: "\(file.path) is there already, and cnigen did not put it there", at: nil,
      notes: [
        Diagnostic.Note(
          "it may hold settings of registries and runtimes, so it is never replaced, not by --force either"),
        Diagnostic.Note("this is what the profile wants in it:\n" + lines.map { "  \($0)" }.joined(separator: "\n")),
      ],
      help: """
        merge that into it and say containerd: false in the profile; or have it written as a drop-in (containerd: \
        {dropIn: 50-cni.toml}); or take its settings into the profile (cnigen import /etc/cni/net.d \(file.path)) and move it away: \
        mv \(file.path) \(file.path).off
        """)
  }

  private static func foreignTemplate(_ file: AppliedSet.File) -> Diagnostic {
    Diagnostic(
      rule: "foreign-file-in-place", severity: .error,
      message: "\(file.path) is there already, and cnigen did not put it there", at: nil,
      notes: [
        Diagnostic.Note("containerd may be writing networks by it, so it is never replaced, not by --force either")
      ],
      help: "choose another path (containerd: {confTemplate: …}), or move it away: mv \(file.path) \(file.path).off")
  }
}
