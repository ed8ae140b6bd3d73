import Catalogue
package import Diagnostics

/// A thing in a folder of network configurations, as somebody read it from the disk.
package struct FolderEntry: Sendable {
  /// What it is, links followed.
  package enum Kind: Sendable {
    case file(SourceFile, FileID)
    case folder([FolderEntry])
    /// A link that leads nowhere.
    case danglingLink
    /// Something that cannot be read, with the system's words for it. A link to a folder whose own name ends like a
    /// configuration is one of these, too ("is a directory"): libcni takes it for a file.
    case unreadable(String)
  }

  /// The name alone, without a path.
  package let name: String
  package let kind: Kind

  package init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// The start of the file, for findings about it as a whole; `nil` where there is no file to show.
  package var start: SourceRange? {
    guard case .file(_, let id) = kind else { return nil }
    return SourceRange(file: id, start: 0, end: 0)
  }

  /// Whether it is a folder itself; programs that look for files leave those out.
  package var isFolder: Bool { if case .folder = kind { true } else { false } }

  /// What a program that looks for configurations takes it for; `nil` where it is read past.
  var configuration: Containerd.Loading.Kind? {
    isFolder ? nil : Containerd.Loading.kind(ofFile: name)
  }
}

extension [FolderEntry] {
  /// The entries in the order in which programs go through a folder: by the bytes of their names.
  func sortedByBytes() -> [FolderEntry] {
    sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}
