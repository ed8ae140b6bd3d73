import Glibc

/// Where plugins lie.
package enum PluginSearch {
  /// The folders that distributions and Kubernetes put plugins into.
  package static let usualFolders = ["/opt/cni/bin", "/usr/lib/cni", "/usr/libexec/cni"]

  /// The program of a plugin: the first file of that name, as libcni finds it; `nil` where there is none.
  package static func path(of type: String, in folders: [String]) -> String? {
    guard !type.isEmpty, !type.contains("/") else { return nil }
    for folder in folders {
      let path = "\(folder)/\(type)"
      var status = stat()
      if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG { return path }
    }
    return nil
  }
}
