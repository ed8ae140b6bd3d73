package import ArtifactIO
package import CNIModel
import Catalogue
package import Diagnostics
package import Validation

/// What containerd will take from a folder once a set of files lies there.
package struct NetworkOutlook {
  /// The folder's path on the node.
  package let folder: String
  /// The names of our networks in it.
  package let names: [String]
  /// What containerd makes of it.
  package let report: FolderReport
  private let kept: [FolderEntry]
  /// How many files containerd takes; 0 for all.
  package let maximumNetworks: Int
  /// What containerd has rendered from a template of ours; `nil` where there was none.
  private let rendered: String?

  /// - Parameters:
  ///   - folder: the folder's path on the node.
  ///   - entries: what lies there now.
  ///   - maximumNetworks: how many files containerd takes; 0 for all.
  ///   - add: takes in a file that is not there yet.
  /// - Returns: `nil` where none of the set is in the folder.
  package init?(
    of new: AppliedSet, replacing old: AppliedSet?, in folder: String, _ entries: [FolderEntry], for target: Target,
    maximumNetworks: Int, adding add: (SourceFile) -> FileID
  ) {
    let own = new.files.compactMap { file in Self.name(of: file.path, in: folder).map { ($0, file) } }
    guard !own.isEmpty else { return nil }
    let replaced = own.map(\.0) + (old?.files ?? []).compactMap { Self.name(of: $0.path, in: folder) }
    kept = entries.filter { !replaced.contains($0.name) }
    rendered = old?.files.contains(where: \.isTemplate) == true ? Containerd.Template.fileName : nil
    let added = own.map { name, file in
      let source = SourceFile(name: file.path, bytes: file.bytes)
      return FolderEntry(name: name, kind: .file(source, add(source)))
    }
    self.folder = folder
    self.maximumNetworks = maximumNetworks
    names = own.map(\.0)
    var told = DiagnosticBag()
    report = FolderCheck.check(kept + added, path: folder, for: target, maximumNetworks: maximumNetworks, into: &told)
  }

  /// Our networks that containerd opens.
  package var opened: [String] { report.opened.filter(names.contains) }

  /// Whether a folder, as it was read back, gives pods what was foretold: first a network of ours, and every one of ours
  /// that was to be opened.
  package func isTrue(of found: FolderReport) -> Bool {
    guard found.failure == nil, let first = found.opened.first, names.contains(first) || first == rendered else {
      return false
    }
    return opened.allSatisfy(found.opened.contains)
  }

  /// Finds networks of somebody else that would win in place of ours, or keep containerd from loading anything.
  package func check(into bag: inout DiagnosticBag) {
    let last = report.opened.lastIndex(where: names.contains) ?? report.opened.count
    for file in report.contents where report.opened.contains(file.name) && !names.contains(file.name) {
      judge(file, isBeforeOurs: report.opened.prefix { $0 != file.name }.count < last, &bag)
    }
    for name in names where !report.opened.contains(name) && maximumNetworks != 1 {
      bag.add(
        Diagnostic(
          rule: "applied-network-idle", severity: .warning,
          message: "containerd opens \(maximumNetworks) files of \(folder), and \(name) is not among them", at: nil,
          help: "raise max_conf_num, or name the file so that it comes earlier"))
    }
  }

  private func judge(_ file: FolderReport.File, isBeforeOurs: Bool, _ bag: inout DiagnosticBag) {
    let path = folder.hasSuffix("/") ? folder + file.name : "\(folder)/\(file.name)"
    let start = kept.first { $0.name == file.name }?.start
    if let fault = file.fault {
      bag.add(
        Diagnostic(
          rule: "foreign-network-wins", severity: .error,
          message: "\(path) is not cnigen's and does not load, and containerd then has no network at all", at: start,
          notes: [Diagnostic.Note("containerd says: \(fault)")], help: "move it away: mv \(path) \(path).off"))
    } else if isBeforeOurs, file.name == rendered {
      bag.add(
        Diagnostic(
          rule: "rendered-network-wins", severity: .warning,
          message: "\(path) was rendered from the template of before, and containerd takes it before ours", at: start,
          notes: [Diagnostic.Note("pods go on getting that network until it is gone: \(file.network?.name ?? "")")],
          help: "once ours is there: rm \(path)"))
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
