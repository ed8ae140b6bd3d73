import ArtifactIO
import Glibc
import Trial

/// The folders in which plugins are looked for.
enum PluginFolders {
  /// Those of the command line alone where there are any; else the profile's, those of `CNI_PATH` and the usual ones, as
  /// far as they are there. All of them absolute.
  static func chosen(_ stated: [String], profile: [String]) -> [String] {
    guard stated.isEmpty else { return stated.map(absolute) }
    let path = getenv("CNI_PATH").map { String(cString: $0) } ?? ""
    let candidates = profile + path.split(separator: ":").map(String.init) + PluginSearch.usualFolders
    var chosen: [String] = []
    for folder in candidates.map(absolute) where !chosen.contains(folder) && FileReading.isFolder(folder) {
      chosen.append(folder)
    }
    return chosen
  }

  private static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
    defer { free(here) }
    return "\(String(cString: here))/\(path)"
  }
}
