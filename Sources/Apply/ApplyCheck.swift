package import ArtifactIO
package import CNIModel
package import Diagnostics
package import Validation

/// Finds what stands in the way of a set of files on a node: files of somebody else in their places, own files that
/// somebody changed, and networks that would win in place of ours.
package struct ApplyCheck {
  private let old: AppliedSet?
  private let new: AppliedSet
  private let target: Target
  private let place: (String) -> String

  /// - Parameters:
  ///   - old: what was applied before.
  ///   - place: the path on this machine of a path on the node.
  package init(
    from old: AppliedSet?, to new: AppliedSet, for target: Target, place: @escaping (String) -> String
  ) {
    self.old = old
    self.new = new
    self.target = target
    self.place = place
  }

  /// Files that are not as cnigen left them, and files of others in the places of ours.
  ///
  /// - Parameter force: whether they are to be replaced all the same.
  package func checkFiles(force: Bool, into bag: inout DiagnosticBag) {
    for file in old?.files ?? [] {
      guard let bytes = SetSwitch.contents(place(file.path)), bytes != file.bytes, bytes != new[file.path]?.bytes else {
        continue
      }
      bag.add(
        Diagnostic(
          rule: "applied-file-edited", severity: force ? .warning : .error,
          message: "\(file.path) was changed by hand since it was applied", at: nil,
          notes: [Diagnostic.Note(force ? "the change is lost" : "applying would undo the change")],
          help: force ? nil : "bring the change into the profile (cnigen import), or apply with --force to lose it"))
    }
    for file in new.files where old?[file.path] == nil && SetSwitch.exists(place(file.path)) {
      guard SetSwitch.contents(place(file.path)) != file.bytes else { continue }
      let isConfig = file.path.hasSuffix(".toml")
      bag.add(
        Diagnostic(
          rule: "foreign-file-in-place", severity: force ? .warning : .error,
          message: "\(file.path) is there already, and cnigen did not put it there", at: nil,
          notes: [Diagnostic.Note(force ? "it is replaced; what it says is lost" : "nothing of it would be kept")],
          help: force
            ? nil
            : isConfig
              ? """
              bring its settings into the profile (containerd: {extra: …}; cnigen import takes them), or write a drop-in \
              (containerd: {dropIn: NAME.toml}); --force replaces it
              """
              : "move it away: mv \(file.path) \(file.path).off; --force replaces it"))
    }
  }

  /// Whether containerd will take our networks, and no others before them, from a folder as it will be.
  ///
  /// - Parameters:
  ///   - folder: the folder's path on the node.
  ///   - entries: what lies there now.
  ///   - maximumNetworks: how many files containerd takes; 0 for all.
  ///   - add: takes in a file that is not there yet.
  package func checkFolder(
    _ folder: String, _ entries: [FolderEntry], maximumNetworks: Int,
    adding add: (SourceFile) -> FileID, into bag: inout DiagnosticBag
  ) {
    let own = new.files.compactMap { file in Self.name(of: file.path, in: folder).map { ($0, file) } }
    guard !own.isEmpty else { return }
    let replaced = own.map(\.0) + (old?.files ?? []).compactMap { Self.name(of: $0.path, in: folder) }
    let kept = entries.filter { !replaced.contains($0.name) }
    let added = own.map { name, file in
      let source = SourceFile(name: file.path, bytes: file.bytes)
      return FolderEntry(name: name, kind: .file(source, add(source)))
    }
    var told = DiagnosticBag()
    let report = FolderCheck.check(
      kept + added, path: folder, for: target, maximumNetworks: maximumNetworks, into: &told)
    let names = own.map(\.0)
    for file in report.contents where report.opened.contains(file.name) && !names.contains(file.name) {
      judge(
        file, in: folder, kept, isBeforeOurs: report.opened.prefix { $0 != file.name }.count < position(names, report),
        &bag)
    }
    for name in names where !report.opened.contains(name) && maximumNetworks != 1 {
      bag.add(
        Diagnostic(
          rule: "applied-network-idle", severity: .warning,
          message: "containerd opens \(maximumNetworks) files of \(folder), and \(name) is not among them", at: nil,
          help: "raise max_conf_num, or name the file so that it comes earlier"))
    }
  }

  /// How many files stand before the last of ours that is opened.
  private func position(_ names: [String], _ report: FolderReport) -> Int {
    report.opened.lastIndex(where: names.contains) ?? report.opened.count
  }

  private func judge(
    _ file: FolderReport.File, in folder: String, _ entries: [FolderEntry], isBeforeOurs: Bool,
    _ bag: inout DiagnosticBag
  ) {
    let path = folder.hasSuffix("/") ? folder + file.name : "\(folder)/\(file.name)"
    let start = entries.first { $0.name == file.name }?.start
    if let fault = file.fault {
      bag.add(
        Diagnostic(
          rule: "foreign-network-wins", severity: .error,
          message: "\(path) is not cnigen's and does not load, and containerd then has no network at all", at: start,
          notes: [Diagnostic.Note("containerd says: \(fault)")], help: "move it away: mv \(path) \(path).off"))
    } else if isBeforeOurs {
      bag.add(
        Diagnostic(
          rule: "foreign-network-wins", severity: .error,
          message: "\(path) is not cnigen's, and containerd takes it before ours", at: start,
          notes: [Diagnostic.Note("pods would go on getting that network: \(file.network?.name ?? "")")],
          help: "move it away: mv \(path) \(path).off; or name our file so that it comes first"))
    } else {
      bag.add(
        Diagnostic(
          rule: "foreign-network-beside", severity: .warning,
          message: "\(path) is not cnigen's, and pods get its network beside ours", at: start,
          help: "move it away where that is not meant: mv \(path) \(path).off"))
    }
  }

  /// A file's name where it lies in a folder.
  package static func name(of path: String, in folder: String) -> String? {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    guard path.hasPrefix(prefix) else { return nil }
    let name = path.dropFirst(prefix.count)
    return name.utf8.contains(UInt8(ascii: "/")) ? nil : String(name)
  }
}
