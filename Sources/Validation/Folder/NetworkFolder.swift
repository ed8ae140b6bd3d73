/// A folder of network configurations, and what is known of the folders around it.
package struct NetworkFolder: Sendable {
  /// The path as the user gave it; it stands in messages.
  package let path: String
  /// What lies in it, by the bytes of the names.
  package let entries: [FolderEntry]
  /// What lies in the folder above, itself left aside; empty where nobody looked. Only a network whose name begins
  /// with `../` leads there.
  package let beside: [FolderEntry]

  package init(path: String, entries: [FolderEntry], beside: [FolderEntry] = []) {
    self.path = path
    self.entries = entries.sortedByBytes()
    self.beside = beside.sortedByBytes()
  }

  /// What stands at a path below, or beside, the folder.
  enum Place {
    case missing
    case folder([FolderEntry])
    /// It is there and is no folder, or cannot be reached; with the system's words.
    case closed(String)
  }

  /// What the system says of a file where a folder is wanted.
  static let noFolder = "not a directory"

  /// No name in a folder can have more bytes on the file systems of nodes.
  private static let longestName = 255

  /// What stands where a path leads that begins here. Nothing is known of what lies further up than the folder above;
  /// it counts as missing.
  func place(at relative: String) -> Place {
    let steps = Self.clean(relative)
    guard steps.first == ".." else { return Self.walk(steps[...], from: entries) }
    let rest = steps.dropFirst()
    guard rest.first != ".." else { return .missing }
    let own = Self.clean(path).last
    if let first = rest.first, first == own { return Self.walk(rest.dropFirst(), from: entries) }
    return Self.walk(rest, from: beside)
  }

  /// A path that begins here, in the form in which Go joins paths.
  func path(to relative: String) -> String {
    let joined = Self.clean("\(path)/\(relative)").joined(separator: "/")
    if path.hasPrefix("/") { return "/\(joined)" }
    return joined.isEmpty ? "." : joined
  }

  private static func walk(_ steps: ArraySlice<String>, from start: [FolderEntry]) -> Place {
    var entries = start
    for step in steps {
      guard step.utf8.count <= longestName else { return .closed("file name too long") }
      guard let entry = entries.first(where: { $0.name == step }) else { return .missing }
      switch entry.kind {
      case .folder(let inner): entries = inner
      case .file: return .closed(noFolder)
      case .danglingLink: return .missing
      case .unreadable(let reason): return .closed(reason)
      }
    }
    return .folder(entries)
  }

  /// The steps of a path without empty ones and dots; each `..` takes away the step before it.
  private static func clean(_ path: String) -> [String] {
    var steps: [String] = []
    for step in path.split(separator: "/") where step != "." {
      if step == "..", let last = steps.last, last != ".." {
        steps.removeLast()
      } else if step != ".." || !path.hasPrefix("/") {
        steps.append(String(step))
      }
    }
    return steps
  }
}
