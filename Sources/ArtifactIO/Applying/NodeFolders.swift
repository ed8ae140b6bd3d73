import Glibc

/// Folders on a node that something is to be put into.
enum NodeFolders {
  /// Makes a folder with those above it where they are missing.
  ///
  /// - Parameter mode: that of the folder itself; those above get 0755, as containerd makes them.
  static func make(_ path: String, mode: mode_t) throws(FileFault) {
    var made = path.hasPrefix("/") ? "" : "."
    let steps = path.split(separator: "/")
    for (number, step) in steps.enumerated() {
      made += "/\(step)"
      let wanted = number == steps.count - 1 ? mode : 0o755
      if mkdir(made, wanted) == 0 {
        guard chmod(made, wanted) == 0 else { throw FileFault.last(.write, made) }
      } else if errno != EEXIST {
        throw FileFault.last(.write, made)
      }
    }
  }
}
