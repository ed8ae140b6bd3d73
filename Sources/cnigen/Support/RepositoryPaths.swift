import Glibc

/// Turns names of files into paths from the top of the git repository, as annotations and code scanning want them.
struct RepositoryPaths {
  /// The folder that the program was started in.
  private let current: [String]
  /// The top of the repository that holds it; the same folder where there is none.
  private let top: [String]

  init() {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let text = getcwd(&buffer, buffer.count).map { String(cString: $0) } ?? "/"
    current = Self.components(text)
    top = Self.repository(above: current)
  }

  /// The folders from the current one up to the top, each as the beginning of a path: ``, `../`, `../../`.
  var foldersUpwards: [String] {
    (0...max(0, current.count - top.count)).map { String(repeating: "../", count: $0) }
  }

  /// The path of a file from the top; a file outside the repository keeps its absolute path.
  func path(_ name: String) -> String {
    let absolute = Self.resolved(name.hasPrefix("/") ? Self.components(name) : current + Self.components(name))
    guard absolute.starts(with: top) else { return "/" + absolute.joined(separator: "/") }
    return absolute.dropFirst(top.count).joined(separator: "/")
  }

  private static func components(_ path: String) -> [String] { path.split(separator: "/").map(String.init) }

  private static func resolved(_ components: [String]) -> [String] {
    components.reduce(into: []) { result, component in
      switch component {
      case ".": break
      case "..": _ = result.popLast()
      default: result.append(component)
      }
    }
  }

  private static func repository(above folder: [String]) -> [String] {
    for length in stride(from: folder.count, through: 0, by: -1) {
      let candidate = Array(folder[..<length])
      if access("/" + (candidate + [".git"]).joined(separator: "/"), F_OK) == 0 { return candidate }
    }
    return folder
  }
}
