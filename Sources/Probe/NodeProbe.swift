package import ArtifactIO
import CNIModel
import Catalogue
import ContainerdConfig
package import Diagnostics
import NetworkTypes
import Programs
import ProfileLanguage
package import Validation

/// Finds out what lies on a node, by asking the programs themselves.
package struct NodeProbe {
  /// What is wanted; what is not said is looked for in the usual places.
  package struct Wish: Sendable {
    package var root = NodeRoot()
    /// Folders of plugins, in the order in which a runtime goes through them; empty for the usual ones.
    package var binDirs: [String] = []
    /// The program containerd; `nil` for the first of the usual places.
    package var containerd: String?
    /// The variable `CNI_PATH`.
    package var searchPath: String?
    package var name: String
    package var date: String

    package init(name: String, date: String) {
      self.name = name
      self.date = date
    }
  }

  /// Something that is to be told to whoever asked, beside the document.
  package enum Remark: Sendable, Equatable {
    /// A folder of ordinary programs.
    case refusedFolder(String)
    /// A folder that cannot be read.
    case unreadable(FileFault)
    /// Files whose names are no text.
    case unnameable(Int)
    /// There is a containerd, and it does not say what it is.
    case silentContainerd(path: String, reason: String)
    /// No containerd in any of the usual places.
    case noContainerd
  }

  private let wish: Wish
  package private(set) var remarks: [Remark] = []

  package init(_ wish: Wish) { self.wish = wish }

  /// Looks at everything. What is wrong with containerd's config goes into the bag; all else that did not go as it
  /// should is among the remarks.
  package mutating func run(reading files: inout some NodeFiles, into bag: inout DiagnosticBag) -> FoundNode {
    var node = FoundNode(name: wish.name, date: wish.date)
    node.containerd = findContainerd(&files, &bag)
    let folders = findFolders(node.containerd?.settings?.binDirs ?? [])
    let listing = PluginFile.all(in: folders, on: wish.root)
    remarks += listing.faults.map(Remark.unreadable)
    if listing.unnameable > 0 { remarks.append(.unnameable(listing.unnameable)) }
    node.folders = listing.folders
    node.plugins = PluginProbe(root: wish.root).look(at: listing.files)
    return node
  }

  private mutating func findFolders(_ binDirs: [String]) -> [String] {
    let folders = PluginFolders(
      !wish.binDirs.isEmpty
        ? wish.binDirs : PluginFolders.standard(searchPath: wish.searchPath, containerd: binDirs), on: wish.root)
    remarks += folders.refused.map(Remark.refusedFolder)
    return folders.paths
  }

  private mutating func findContainerd(_ files: inout some NodeFiles, _ bag: inout DiagnosticBag) -> FoundContainerd? {
    guard let path = wish.containerd ?? ContainerdBinary.find(on: wish.root) else {
      remarks.append(.noContainerd)
      return nil
    }
    do throws(ContainerdBinary.Fault) {
      let binary = try ContainerdBinary.ask(path, on: wish.root)
      return look(at: binary, &files, &bag)
    } catch {
      remarks.append(.silentContainerd(path: path, reason: error.reason))
      return nil
    }
  }

  private mutating func look(
    at binary: ContainerdBinary, _ files: inout some NodeFiles, _ bag: inout DiagnosticBag
  ) -> FoundContainerd {
    var found = FoundContainerd(version: binary.version, told: binary.told, path: binary.path)
    guard let target = TargetResolution.standIn(TargetOverrides(containerd: binary.version), into: &bag) else {
      return found
    }
    do throws(FileFault) {
      let config = try ConfigFiles(on: wish.root, for: target.containerd, reading: &files, into: &bag)
      found.configFiles = config.files.map { ($0.path, $0.sha256) }
      found.schema = config.schema
      guard let values = config.values else { return found }
      let networks = try NetworkFolderProbe(on: wish.root, in: values.confDir.text).look(
        for: target, maximumNetworks: max(0, values.maxConfNum), reading: &files)
      found.settings = FoundContainerd.Settings(
        binDirs: values.binDirs.texts, confDir: values.confDir.text, maxConfNum: max(0, values.maxConfNum),
        confTemplate: values.template?.text, networks: networks)
    } catch {
      remarks.append(.unreadable(error))
    }
    return found
  }
}

/// The files of this run: how places in them are named, and how folders of networks are read.
package protocol NodeFiles {
  /// Takes in a file, so that findings can name places in it.
  mutating func add(_ file: SourceFile) -> FileID

  /// What lies in a folder of networks.
  mutating func entries(of folder: String) throws(FileFault) -> [FolderEntry]
}
