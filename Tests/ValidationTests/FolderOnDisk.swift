import Diagnostics
import Foundation
import TestSupport
import Validation

/// Folders for tests: those of `Tests/Cases/libcni-dirs`, and ones that a test makes up.
struct FolderOnDisk {
  private(set) var files = SourceFiles()

  static let cases = "Cases/libcni-dirs"

  /// A folder of the cases, with what lies beside it. The path that libcni saw was the folder's name alone.
  mutating func folder(_ name: String) throws -> NetworkFolder {
    let beside = try TestFiles.names(in: Self.cases).filter { $0 != name }
    return NetworkFolder(
      path: name, entries: try entries(of: "\(Self.cases)/\(name)"),
      beside: try beside.compactMap { try entry($0, in: Self.cases) })
  }

  /// A made-up file.
  mutating func file(_ name: String, _ text: String) -> FolderEntry {
    let file = SourceFile(name: "net.d/\(name)", bytes: Array(text.utf8))
    return FolderEntry(name: name, kind: .file(file, files.add(file)))
  }

  private mutating func entries(of folder: String) throws -> [FolderEntry] {
    // Nothing keeps an empty folder in a repository, and to libcni a missing one is the same.
    guard FileManager.default.fileExists(atPath: TestFiles.path(folder)) else { return [] }
    var entries: [FolderEntry] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: TestFiles.path(folder)).sorted() {
      if let entry = try entry(name, in: folder) { entries.append(entry) }
    }
    return entries
  }

  private mutating func entry(_ name: String, in folder: String) throws -> FolderEntry? {
    let path = "\(folder)/\(name)"
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: TestFiles.path(path), isDirectory: &isFolder) else { return nil }
    if isFolder.boolValue { return FolderEntry(name: name, kind: .folder(try entries(of: path))) }
    let file = SourceFile(name: path, bytes: try TestFiles.bytes(path))
    return FolderEntry(name: name, kind: .file(file, files.add(file)))
  }
}
