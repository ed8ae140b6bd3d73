import Catalogue
import Emission
import NetworkTypes

/// The schema of network configuration lists, for a release of the plugins.
extension SchemaMaker {
  /// A list. At its top, letter case counts and other programs have keys of their own; both as libcni has it.
  mutating func conflist() -> Schema {
    var properties: [JSON.Member] = []
    for key in Catalogue.conflistKeys { properties.append(JSON.Member(key.name, noted(member(key), key).json)) }
    let misplaced = CommonKeys.all.map(\.name).filter { name in
      name != "args" && !Catalogue.conflistKeys.contains { $0.name == name }
    }
    return Schema.type("object")
      .adding("properties", .object(properties))
      .adding(
        "patternProperties",
        .object([JSON.Member("^(?:\(misplaced.joined(separator: "|")))$", Schema.nothing.json)])
      )
      .adding("propertyNames", Schema().adding("not", Schema().adding("pattern", .string(Self.otherLetterCase))))
      .adding("required", .array(["cniVersion", "name", "plugins"].map { .string($0) }))
  }

  private mutating func member(_ key: ConflistKey) -> Schema {
    switch key.name {
    case "cniVersion": return specVersions
    case "cniVersions": return Schema.type("array").adding("items", specVersions)
    case "name": return networkName
    case "plugins":
      return Schema.type("array").adding("items", rawPlugin()).adding("minItems", .integer(1))
    default: return .type("boolean")
    }
  }

  private var specVersions: Schema {
    .enumeration(Catalogue.specVersions.map { .string("\($0.version)") })
  }

  /// The plugins look at the name's characters from 0.8.7 on.
  private var networkName: Schema {
    let schema = Schema.type("string").adding("minLength", .integer(1))
      .adding("maxLength", .integer(NetworkName.maximumSafeBytes))
    guard release.map({ $0 >= "0.8.7" }) ?? true else { return schema }
    return schema.adding("pattern", .string("^[a-zA-Z0-9][a-zA-Z0-9_.-]*$"))
  }

  private func noted(_ schema: Schema, _ key: ConflistKey) -> Schema {
    var words = [key.summary, "in the specification since \(key.specSince)"]
    if !key.specNote.isEmpty { words.append(key.specNote) }
    words += key.notes
    let text = words.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." }.joined(separator: " ")
    var notes = [JSON.Member("title", .string(key.name)), JSON.Member("description", .string(text))]
    if key.absent == "false" { notes.append(JSON.Member("default", .bool(false))) }
    return schema.noting(notes)
  }

  /// The keys of a list in any letter case but their own.
  private static var otherLetterCase: String {
    let names = Catalogue.conflistKeys.map(\.name)
    let inAnyCase = names.map { name in
      name.map { "[\($0.lowercased())\($0.uppercased())]" }.joined()
    }
    return "^(?!(?:\(names.joined(separator: "|")))$)(?:\(inAnyCase.joined(separator: "|")))$"
  }
}
