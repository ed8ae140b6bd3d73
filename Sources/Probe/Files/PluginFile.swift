import ArtifactIO
import Catalogue
import Glibc

/// A plugin's binary in the folders of a node, before anybody has asked it anything.
struct PluginFile: Sendable {
  /// Its file name.
  let type: String
  /// The copy that libcni takes: that of the first folder which has one, whatever it is.
  let path: String
  /// Copies in later folders.
  let shadowed: [String]

  /// What a look into folders gives.
  struct Listing {
    /// By type.
    var files: [PluginFile] = []
    /// The folders that could be read.
    var folders: [String] = []
    /// Why others could not.
    var faults: [FileFault] = []
    /// How many files have names that are no text.
    var unnameable = 0
  }

  /// What lies in the folders. Files that are no programs, a README for example, are left out, unless a runtime would
  /// take them for a plugin.
  static func all(in folders: [String], on root: NodeRoot) -> Listing {
    var listing = Listing()
    var copies: [(type: String, path: String, isProgram: Bool)] = []
    for folder in folders {
      do throws(FileFault) {
        let names = try FileReading.allNames(in: root.place(of: folder))
        listing.folders.append(folder)
        for name in names {
          guard let isProgram = isProgram(root.place(of: "\(folder)/\(name)")) else { continue }
          if name.unicodeScalars.contains("\u{FFFD}") {
            listing.unnameable += 1
          } else {
            copies.append((name, "\(folder)/\(name)", isProgram))
          }
        }
      } catch {
        listing.faults.append(error)
      }
    }
    let known = Catalogue.pluginTypes
    let types = Set(copies.filter { $0.isProgram || known.contains($0.type) }.map(\.type))
    listing.files = types.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { type in
      let paths = copies.filter { $0.type == type }.map(\.path)
      return paths.first.map { PluginFile(type: type, path: $0, shadowed: Array(paths.dropFirst())) }
    }
    return listing
  }

  /// Whether somebody may execute a file; `nil` for what is no file.
  private static func isProgram(_ path: String) -> Bool? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return status.st_mode & 0o111 != 0
  }
}
