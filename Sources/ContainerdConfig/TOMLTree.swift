import CNIModel
import Emission

/// Puts TOML tables together.
enum TOMLTree {
  /// Members with a table set in at a path; tables on the way are made where they are missing.
  static func inserting(_ table: [TOML.Member], at path: [String], in members: [TOML.Member]) -> [TOML.Member] {
    guard let first = path.first else { return members + table }
    var result = members
    let rest = Array(path.dropFirst())
    if let index = result.firstIndex(where: { $0.key == first }) {
      result[index].value = .table(inserting(table, at: rest, in: result[index].value.members ?? []))
    } else {
      result.append(TOML.Member(first, .table(inserting(table, at: rest, in: []))))
    }
    return result
  }

  /// A value of the profile as TOML. Null has no counterpart and becomes an empty string; it is reported where the
  /// value is read.
  static func value(_ value: Value) -> TOML {
    switch value.content {
    case .null: .string("")
    case .bool(let flag): .bool(flag)
    case .number(let text): .number(text)
    case .string(let text): .string(text)
    case .array(let values): .array(values.map(self.value))
    case .object(let members): .table(members.map { TOML.Member($0.name, self.value($0.value)) })
    }
  }
}
