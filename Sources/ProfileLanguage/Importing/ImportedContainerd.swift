import CNIModel
import Catalogue
import ContainerdConfig
import Diagnostics
import Emission
import Syntax

/// The `containerd` section, made from a config file.
struct ImportedContainerd {
  let member: YAML.Member
  let remarks: Remarks

  init(_ source: ImportSource, for target: Target) {
    var remarks = Remarks()
    let settings = SettingsReader.read(source.tree, for: target.containerd)
    let dropIn = source.kind == .containerd(isDropIn: true) ? source.fileName : nil
    Self.tellComments(source, &remarks)
    let draft = YAML.Member("containerd", .mapping(Self.members(settings, dropIn, remarks)))
    Self.compare(source, with: ReadBack.containerd(draft), for: target, &remarks)
    let members = Self.members(settings, dropIn, remarks)
    member = YAML.Member(
      "containerd", .mapping(members), comments: remarks.unplaced(in: members),
      isApart: true)
    self.remarks = remarks
  }

  private static func members(_ settings: ContainerdSettings, _ dropIn: String?, _ remarks: Remarks) -> [YAML.Member] {
    var members: [YAML.Member] = []
    for word in ContainerdSettings.Word.allCases {
      guard let setting = settings[word] else { continue }
      members.append(
        YAML.Member(
          word.rawValue, setting.value.yaml(remarks),
          comments: remarks.comments(at: setting.keyRange) + remarks.comments(at: setting.value.range)))
    }
    if let schema = settings.schema { members.append(YAML.Member("schema", .integer(schema.value))) }
    if let dropIn { members.append(YAML.Member("dropIn", .text(dropIn))) }
    if let extra = settings.extra?.object {
      let tables = extra.map { YAML.Member($0, $0.value.yaml(remarks), remarks) }
      members.append(YAML.Member("extra", .mapping(tables)))
    }
    return members
  }

  /// Holds the config that the settings bring about against the file.
  private static func compare(
    _ source: ImportSource, with settings: ContainerdSettings, for target: Target, _ remarks: inout Remarks
  ) {
    var bag = DiagnosticBag()
    var files = SourceFiles()
    guard let made = ContainerdEmission.file(settings, for: target, into: &bag),
      let tree = TOMLReader.read(files.add(SourceFile(name: made.name, bytes: made.bytes)), made.bytes, into: &bag)
    else { return }
    let before = Value(toml: source.tree)
    let differences = Difference.between(before, Value(toml: tree))
    let defaults = ["bin_dir", "bin_dirs", "conf_dir"]
    remarks.add(
      differences.filter { $0.kind == .added && defaults.contains($0.key) }, in: before.range,
      because: "it is containerd's default, and build writes it out")
    remarks.add(differences, in: before.range, because: "build says it so for containerd \(target.containerd.version)")
  }

  private static func tellComments(_ source: ImportSource, _ remarks: inout Remarks) {
    let comments = TOMLComments.ranges(in: source.file, source.tree)
    guard let first = comments.first else { return }
    let count = comments.count == 1 ? "a comment" : "\(comments.count) comments"
    remarks.changedFile(
      "\(count) of \(source.fileName ?? "the config") had no place here", at: first, in: source.tree.range)
  }
}
