import CNIModel
import Diagnostics

/// A way in which what a profile builds differs from the file that the profile was made from.
struct Difference {
  enum Kind {
    /// The file has it, the build does not.
    case lost
    /// The build has it, the file does not.
    case added
    /// Both have it, with different values.
    case changed
  }

  let kind: Kind
  /// The key, or the position in a list.
  let key: String
  /// The place in the file: of the key that is lost, of the value that is changed, of the object that something is
  /// added to.
  let place: SourceRange
  let before: Value?
  let after: Value?

  /// All differences, where the order of keys does not count and of equal keys the last one does.
  static func between(_ before: Value, _ after: Value, key: String = "") -> [Difference] {
    switch (before.content, after.content) {
    case (.object, .object): return betweenObjects(before, after)
    case (.array(let old), .array(let new)) where old.count == new.count:
      return old.indices.flatMap { between(old[$0], new[$0], key: "\(key)[\($0)]") }
    case (.null, .null): return []
    case (.bool(let old), .bool(let new)) where old == new: return []
    case (.number(let old), .number(let new)) where old == new: return []
    case (.string(let old), .string(let new)) where old.utf8.elementsEqual(new.utf8): return []
    default: return [Difference(kind: .changed, key: key, place: before.range, before: before, after: after)]
    }
  }

  private static func betweenObjects(_ before: Value, _ after: Value) -> [Difference] {
    var found: [Difference] = []
    let old = EffectiveMembers(before.object ?? [])
    let new = EffectiveMembers(after.object ?? [])
    for member in old.members {
      if let other = new[member.name] {
        found += between(member.value, other.value, key: member.name)
      } else {
        found.append(
          Difference(kind: .lost, key: member.name, place: member.nameRange, before: member.value, after: nil))
      }
    }
    for member in new.members where old[member.name] == nil {
      found.append(Difference(kind: .added, key: member.name, place: before.range, before: nil, after: member.value))
    }
    return found
  }
}
