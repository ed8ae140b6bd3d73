import ArtifactIO
import Diagnostics
import ProfileLanguage
import Syntax
import Validation

/// Reads and checks what a profile is to be made of.
struct ImportInputs {
  let check: FileCheck
  let kind: InputKind?
  private(set) var sources: [ImportSource] = []
  /// How many files could not be read, or are nothing to make a profile of.
  private(set) var unreadable = 0

  init(check: FileCheck, kind: InputKind?) {
    self.check = check
    self.kind = kind
  }

  /// Takes in a file, or all of a folder. A path that cannot be read ends the command.
  mutating func add(_ path: String, _ input: inout Input, _ bag: inout DiagnosticBag) throws {
    guard FileReading.isFolder(path) else {
      let (id, file) = try input.read(path)
      add(file, id, kind, &input, &bag)
      return
    }
    let folder = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    do {
      try add(folder: folder, &input, &bag)
    } catch {
      Console.say(error.description)
      throw ExitStatus.unreadableInput
    }
  }

  private mutating func add(
    folder: String, _ input: inout Input, _ bag: inout DiagnosticBag
  ) throws(FileFault) {
    let entries = try FolderReading.entries(of: folder, &input)
    FolderCheck.check(entries, path: folder, for: check.target, maximumNetworks: 0, into: &bag)
    for entry in entries {
      switch entry.kind {
      case .file(let file, let id) where FolderReading.isConfiguration(entry.name):
        add(file, id, kind, &input, &bag)
      case .file where Classifier.suffix(of: entry.name) == "toml":
        let bytes = try FileReading.read("\(folder)/\(entry.name)")
        let file = SourceFile(name: "\(folder)/\(entry.name)", bytes: bytes)
        add(file, input.add(file), .containerd, &input, &bag)
      case .folder(let inner) where inner.contains(where: { FolderReading.isConfiguration($0.name) }):
        bag.warning(
          "import-lost", "the folder \(folder)/\(entry.name) is left out: a profile has its plugins in the list",
          at: inner.lazy.compactMap(\.start).first,
          help: "leave the folder on the node, or move its plugins into the list of that name")
      case .unreadable(let reason) where FolderReading.isConfiguration(entry.name):
        Console.say("cannot read \(folder)/\(entry.name): \(reason)")
        unreadable += 1
      default: break
      }
    }
  }

  private mutating func add(
    _ file: SourceFile, _ id: FileID, _ kind: InputKind?, _ input: inout Input, _ bag: inout DiagnosticBag
  ) {
    var found = DiagnosticBag()
    if Classifier.isConfTemplate(file.name, as: kind) {
      unreadable += 1
      refuse(file, "a template that containerd makes a network of", at: nil, &found)
    } else if let classified = Classifier.classify(file, id, as: kind, into: &found) {
      input.remember(classified.tree, of: id)
      check.judge(classified, file, id, from: &input, into: &found)
      take(classified, file, &found)
    } else {
      unreadable += 1
      if !found.hasErrors { refuse(file, "nothing that cnigen knows", at: nil, &found) }
    }
    bag.add(found)
  }

  private mutating func take(_ classified: Classified, _ file: SourceFile, _ found: inout DiagnosticBag) {
    let tree = classified.tree
    let source: ImportSource.Kind? =
      switch classified.kind {
      case .conflist: .list
      case .conf: .plugin
      case .containerd: .containerd(isDropIn: check.isDropIn(file.name))
      default: nil
      }
    if let source, tree.mapping != nil {
      sources.append(ImportSource(source, file, tree, findings: found))
    } else {
      unreadable += 1
      refuse(
        file, source == nil ? "a \(classified.kind.rawValue) already" : "no object with keys, but \(tree.kindWord)",
        at: tree.range, &found)
    }
  }

  private func refuse(_ file: SourceFile, _ what: String, at place: SourceRange?, _ bag: inout DiagnosticBag) {
    bag.error(
      "import-not-a-config", "\(file.name) is \(what); no profile can be made of it", at: place,
      help: "name a conflist, a .conf file, a folder of them, or a config.toml; --kind says what a file is")
  }
}
