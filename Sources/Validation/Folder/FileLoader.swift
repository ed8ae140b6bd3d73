import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

/// A configuration file of a folder, and what came of loading it.
struct LoadedFile: Sendable {
  let entry: FolderEntry
  let kind: Containerd.Loading.Kind
  /// The document; `nil` where it cannot be read.
  let value: Value?
  let result: Result<LoadedNetwork, LoadFault>

  var network: LoadedNetwork? { try? result.get() }

  var fault: LoadFault? { if case .failure(let fault) = result { fault } else { nil } }
}

/// Loads the files of a folder as a release of libcni does.
struct FileLoader {
  let folder: NetworkFolder
  let libcni: Version
  /// Whether the folder of further plugins beside a list is looked at; programs that hand over bytes never do.
  var looksBeside = true

  /// Every file that counts, by the bytes of the names. A file's fault stands in its entry: which of them stops a
  /// program depends on how far that program reads.
  ///
  /// - Parameter known: what another release made of the same files; their documents are not read once more.
  func loadAll(reusing known: [LoadedFile] = []) -> [LoadedFile] {
    let entries = folder.entries.filter { $0.configuration != nil }
    return entries.enumerated().compactMap { index, entry in
      entry.configuration.map { load(entry, as: $0, known: index < known.count ? known[index].value : nil) }
    }
  }

  private func load(_ entry: FolderEntry, as kind: Containerd.Loading.Kind, known: Value?) -> LoadedFile {
    var value = known
    do throws(LoadFault) {
      let found = if let known { known } else { try read(entry, path: folder.path(to: entry.name), as: kind) }
      value = found
      let network =
        switch kind {
        case .list: try merged(ListLoader(libcni: libcni).load(found))
        case .plugin: try PluginDecoder(libcni: libcni).load(found)
        }
      return LoadedFile(entry: entry, kind: kind, value: value, result: .success(network))
    } catch {
      return LoadedFile(entry: entry, kind: kind, value: value, result: .failure(error))
    }
  }

  private func read(
    _ entry: FolderEntry, path: String, as kind: Containerd.Loading.Kind
  ) throws(LoadFault) -> Value {
    switch entry.kind {
    case .file(let file, let id):
      do throws(LoadFault) {
        return try GoJSON.read(file, id)
      } catch {
        throw LoadFault("error parsing configuration\(kind == .list ? " list" : ""): \(error.text)", .json)
      }
    case .folder: throw LoadFault("error reading \(path): read \(path): is a directory", .unreadable)
    case .danglingLink:
      throw LoadFault("error reading \(path): open \(path): no such file or directory", .unreadable)
    case .unreadable(let reason): throw LoadFault("error reading \(path): open \(path): \(reason)", .unreadable)
    }
  }

  /// A list with the plugins of its folder behind its own, where the release looks for one.
  private func merged(_ network: LoadedNetwork) throws(LoadFault) -> LoadedNetwork {
    guard looksBeside, libcni >= Libcni.Folder.pluginFolderSince else { return network }
    var more: [String] = []
    if !network.onlyInlined {
      switch folder.place(at: network.name) {
      case .missing: break
      case .closed(let reason):
        let path = folder.path(to: network.name)
        throw LoadFault("failed to read plugin config files in \(path): open \(path): \(reason)", .pluginFolder)
      case .folder(let entries):
        for file in entries.pluginFiles { more.append(try type(of: file, in: network.name)) }
      }
    }
    let whole = network.adding(more)
    guard !whole.plugins.isEmpty else { throw LoadFault("no plugin configs found") }
    return whole
  }

  private func type(of file: FolderEntry, in name: String) throws(LoadFault) -> String {
    let relative = "\(name)/\(file.name)"
    do throws(LoadFault) {
      let value = try read(file, path: folder.path(to: relative), as: .plugin)
      return try PluginDecoder(libcni: libcni).load(value).plugins.first ?? ""
    } catch {
      throw LoadFault(error.text, .pluginFile(relative))
    }
  }
}

extension [FolderEntry] {
  /// The files of a network's own folder whose plugins are added: `.conf` alone, by name.
  var pluginFiles: [FolderEntry] {
    sortedByBytes().filter { $0.configuration == .plugin && $0.name.hasSuffix(".conf") }
  }
}
