import ArtifactIO
import ContainerdConfig
import Glibc

/// The folders that plugins lie in, in the order in which a runtime goes through them.
struct PluginFolders {
  /// Folders where distributions and runtimes put plugins.
  static let usual = ["/opt/cni/bin", "/usr/lib/cni", "/usr/libexec/cni"]

  /// Folders of ordinary programs: to start everything in them without arguments could end the machine.
  private static let ordinary = [
    "/", "/bin", "/sbin", "/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin", "/usr/libexec", "/usr/lib",
  ]

  /// Paths of the node.
  private(set) var paths: [String] = []
  /// Folders that are not there.
  private(set) var missing: [String] = []
  /// Folders that are not looked into.
  private(set) var refused: [String] = []

  /// Takes each folder once, whatever names it has.
  init(_ wanted: [String], on root: NodeRoot) {
    var seen: [String] = []
    let ordinary = Self.ordinary.compactMap(root.resolved)
    for path in wanted.map({ FilePath($0).text }) {
      let real = root.resolved(path) ?? path
      guard !seen.contains(real) else { continue }
      seen.append(real)
      if !FileReading.isFolder(root.place(of: path)) {
        missing.append(path)
      } else if ordinary.contains(real) {
        refused.append(path)
      } else {
        paths.append(path)
      }
    }
  }

  /// The folders that are looked into where nobody names any.
  static func standard(searchPath: String?, containerd binDirs: [String]) -> [String] {
    // Like libcni, which takes an empty entry for the working directory; nobody can mean that here.
    let named = (searchPath ?? "").split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
    return named + binDirs + usual
  }
}
