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
    let files = FileLoader(folder: folder, libcni: libcni).loadAll()
    return Index(files, path: folder.path).lookUp(name)
  }

  /// All searches of a folder at once.
  struct Index {
    private let path: String
    private let isEmpty: Bool
    /// The networks that a search comes to before a file that does not load; of equal names the first.
    private var found: [String: (file: String, plugins: [String])] = [:]
    /// What a search ends with that comes further.
    private var fault: LoadFault?

    /// - Parameter files: what counts in the folder, by the bytes of the names.
    init(_ files: [LoadedFile], path: String) {
      self.path = path
      isEmpty = files.isEmpty
      for file in Self.order(files) {
        switch file.result {
        case .failure(let first):
          fault = first
          return
        case .success(let network) where found[network.name] == nil:
          found[network.name] = (file.entry.name, network.plugins)
        case .success: continue
        }
      }
    }

    func lookUp(_ name: String) -> Outcome {
      if let network = found[name] { return .found(file: network.file, plugins: network.plugins) }
      if let fault { return .error(fault.text) }
      return .error(
        isEmpty
          ? "no net configurations found in \(path)" : "no net configuration with name \"\(name)\" in \(path)")
    }

    /// The order in which a search opens files: the lists before the single plugins.
    static func order(_ files: [LoadedFile]) -> [LoadedFile] {
      files.filter { $0.kind == .list } + files.filter { $0.kind == .plugin }
    }
  }
}
