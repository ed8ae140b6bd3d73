import CNIModel
import Diagnostics
import Validation

/// The same file as one of a folder, as containerd, libcni and nerdctl read it.
enum FolderPass {
  static func run(_ file: SourceFile, _ id: FileID, for target: Target, into bag: inout DiagnosticBag) {
    let entries = ["05-input.conf", "10-input.conflist", "20-input.json"].map {
      FolderEntry(name: $0, kind: .file(file, id))
    }
    FolderCheck.check(entries, path: "net.d", for: target, maximumNetworks: 0, into: &bag)
  }
}
