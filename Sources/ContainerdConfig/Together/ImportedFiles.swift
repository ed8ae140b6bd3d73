import Catalogue
import Diagnostics
import NetworkTypes
import Syntax

/// Which of some files a config imports.
enum ImportedFiles {
  /// The folder that containerd's own config lies in on a node. A config in another folder stands for one there, so
  /// that a repository can be checked.
  private static let home = FilePath("/etc/containerd")

  /// The places among `files` of those that a config imports, in the order of its lines, patterns in lexical order.
  static func indices(of source: ConfigSource, among files: [ConfigSource], _ release: Version) -> [Int] {
    let lines = source.tree[Containerd.Imports.key]?.sequence ?? []
    return lines.flatMap { line -> [Int] in
      guard let text = line.scalar?.text else { return [] }
      let patterns = patterns(text, in: source, release)
      return files.indices.filter { index in
        files[index].id != source.id && patterns.contains { FilePath(files[index].name).matches($0) }
      }.sorted { files[$0].name.utf8.lexicographicallyPrecedes(files[$1].name.utf8) }
    }
  }

  /// What a line of imports can mean in the folder where the config lies now.
  private static func patterns(_ text: String, in source: ConfigSource, _ release: Version) -> [FilePath] {
    let folder = FilePath(source.name).folder
    let pattern = FilePath(text)
    guard pattern.isAbsolute else {
      // Older releases look for a relative pattern elsewhere, and mostly find nothing.
      let isFollowed = !text.contains("*") || Containerd.Imports.relativePatternsFollowFile(in: release)
      return isFollowed ? [folder.appending(pattern.steps)] : []
    }
    var patterns = [pattern]
    if pattern.steps.starts(with: home.steps) {
      patterns.append(folder.appending(pattern.steps.dropFirst(home.steps.count)))
    }
    if folder.ends(with: home) {
      let root = FilePath(
        (folder.isAbsolute ? "/" : "") + folder.steps.dropLast(home.steps.count).joined(separator: "/"))
      patterns.append(root.appending(pattern.steps))
    }
    return patterns
  }
}
