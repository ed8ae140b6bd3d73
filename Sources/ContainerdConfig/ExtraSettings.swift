import CNIModel
import Catalogue
import Diagnostics
import Emission
import NetworkTypes

/// `extra:`, the settings of containerd that have nothing to do with CNI. They are written as they are, sorted, into
/// the tree that cnigen makes.
struct ExtraSettings {
  private let schema: SchemaChoice
  private let release: ContainerdRelease
  private var bag = DiagnosticBag()

  private init(schema: SchemaChoice, release: ContainerdRelease) {
    self.schema = schema
    self.release = release
  }

  static func merge(
    _ extra: Value, into root: [TOML.Member], schema: SchemaChoice, release: ContainerdRelease,
    _ bag: inout DiagnosticBag
  ) -> [TOML.Member] {
    var merger = ExtraSettings(schema: schema, release: release)
    let merged = merger.merge(extra.object ?? [], into: root, path: [])
    bag.add(merger.bag)
    return merged
  }

  private mutating func merge(
    _ members: [Value.Member], into base: [TOML.Member], path: [String]
  ) -> [TOML.Member] {
    var result = base
    for member in members.sorted(by: { $0.name < $1.name }) where isWritable(member, path) {
      let existing = result.firstIndex { $0.key == member.name }
      if let existing, let inner = member.value.object, let table = result[existing].value.members {
        result[existing].value = .table(merge(inner, into: table, path: path + [member.name]))
      } else if existing != nil {
        bag.error(
          "extra-key-taken", "extra sets \((path + [member.name]).joined(separator: ".")), which cnigen writes itself",
          at: member.nameRange, help: "use the key of the section containerd: that stands for it")
      } else if let inner = member.value.object {
        result.append(TOML.Member(member.name, .table(merge(inner, into: [], path: path + [member.name]))))
      } else {
        checkValue(member.value)
        result.append(TOML.Member(member.name, TOMLTree.value(member.value)))
      }
    }
    return result
  }

  /// The tables of the CRI plugin have other names from schema to schema; in the wrong one they are ignored.
  private mutating func isWritable(_ member: Value.Member, _ path: [String]) -> Bool {
    guard path == ["plugins"] else { return true }
    let old = ["cri", "io.containerd.grpc.v1.cri"]
    let new = ["io.containerd.cri.v1.runtime", "io.containerd.cri.v1.images"]
    let isOld = old.contains(member.name) && member.name != schema.tablePath[1]
    let isNew = new.contains(member.name) && schema.number < 3
    guard isOld || isNew else { return true }
    let right = schema.number < 3 ? [schema.tablePath[1]] : new
    bag.error(
      "extra-table-of-other-schema",
      "the table \(member.name) does not belong to schema \(schema.number), which containerd \(release.version) gets",
      at: member.nameRange,
      notes: [Diagnostic.Note("containerd would ignore everything in it and use its defaults")],
      help: "put these settings under \(right.joined(separator: " or under "))")
    return false
  }

  private mutating func checkValue(_ value: Value) {
    if value.isNull {
      bag.error("wrong-type", "nothing stands here; TOML has no null", at: value.range, help: "leave the key out")
    }
    for element in value.array ?? [] { checkValue(element) }
  }
}
