import CNIModel
import Catalogue
import Diagnostics
import Emission

/// A network of a profile, made from a list or a single plugin.
struct ImportedNetwork {
  let name: String
  /// The members of the network's section, its name not among them.
  let members: [YAML.Member]
  /// What could not be put at its place.
  let comments: [String]
  let remarks: Remarks

  init(_ source: ImportSource, for target: Target, _ names: inout ImportedFileNames) {
    let root = Value(json: source.tree)
    let file = Self.document(root, source.kind)
    var corrections = Corrections(source: source, remarks: Remarks())
    let list = corrections.list(file)
    var remarks = corrections.remarks
    let name = Self.name(of: list, source, &remarks)
    let fileName = names.choose(source.fileName, network: name)
    Self.tellFile(source, fileName.name, root, &remarks)
    let head = fileName.members + Self.head(of: list, for: target, &remarks)
    let plugins = list.member("plugins")?.value.array ?? []

    let draft = ImportedChain(plugins, for: target, remarks)
    Self.compare(file, with: head + draft.members, name, for: target, &remarks)
    let chain = ImportedChain(plugins, for: target, remarks)
    self.name = name
    members = Self.head(of: list, fileName.members, for: target, remarks) + chain.members
    comments = chain.remarks.unplaced(in: members)
    self.remarks = chain.remarks
  }

  /// The list that a file stands for. Of a single plugin libcni makes a list of one, and the runtime writes name and
  /// version into every plugin by itself.
  private static func document(_ root: Value, _ kind: ImportSource.Kind) -> Value {
    guard kind == .plugin, let members = root.object else { return root }
    let own = ["cniVersion", "name"]
    let plugin = Value(.object(members.filter { !own.contains($0.name) }), at: root.range)
    let plugins = Value(.array([plugin]), at: root.range)
    return Value(
      .object(members.filter { own.contains($0.name) } + [Value.Member("plugins", at: root.range, plugins)]),
      at: root.range)
  }

  private static func name(of list: Value, _ source: ImportSource, _ remarks: inout Remarks) -> String {
    if let name = list.member("name")?.value.string, !name.isEmpty { return name }
    let stem = source.fileName?.split(separator: ".").first.map(String.init) ?? ""
    let bare = stem.drop { $0.isASCII && ($0.isNumber || $0 == "-") }
    let name = bare.isEmpty ? "network" : String(bare)
    if let member = list.member("name") {
      remarks.changed(
        "name", from: member.value, to: JSONWriter.line(.string(name)), at: list.range,
        because: "a network needs a name, and this one is of the file's name")
    } else {
      remarks.added(
        "name", to: list.range, in: list.range,
        because: "a network needs a name, and \(name) is of the file's name")
    }
    return name
  }

  private static func tellFile(
    _ source: ImportSource, _ fileName: String, _ root: Value, _ remarks: inout Remarks
  ) {
    guard let stated = source.fileName, stated != fileName else { return }
    remarks.changedFile(
      source.kind == .plugin
        ? "\(stated) holds a single plugin; build makes a list of it, \(fileName)"
        : "build writes \(fileName) in place of \(stated)",
      at: root.range.beginning, in: root.range,
      help: "remove \(stated) from the node where \(fileName) comes beside it")
  }
}
