import Catalogue
package import NetworkTypes

/// How libcni finds a network by its name; `cnitool` and others look networks up like this, containerd does not.
package enum LibcniLookup {
  /// What a search ends with.
  package enum Outcome: Sendable, Hashable {
    case found(file: String, plugins: [String])
    /// What libcni says.
    case error(String)
  }

  /// Searches a folder as a release of libcni does: first every list by the bytes of the file names, and only where
  /// none has the name every single plugin. A file that does not load ends the search.
  package static func lookUp(_ name: String, in folder: NetworkFolder, libcni: Version) -> Outcome {
    lookUp(name, among: FileLoader(folder: folder, libcni: libcni).loadAll(), path: folder.path)
  }

  /// The same in files that are loaded already.
  static func lookUp(_ name: String, among files: [LoadedFile], path: String) -> Outcome {
    let order = files.filter { $0.kind == .list } + files.filter { $0.kind == .plugin }
    for file in order {
      switch file.result {
      case .failure(let fault): return .error(fault.text)
      case .success(let network) where network.name == name:
        return .found(file: file.entry.name, plugins: network.plugins)
      case .success: continue
      }
    }
    return .error(
      files.isEmpty
        ? "no net configurations found in \(path)" : "no net configuration with name \"\(name)\" in \(path)")
  }
}
