import Catalogue

extension Shape {
  /// Whether the shape has a key, at the end of a path of keys.
  func knows(_ path: ArraySlice<String>) -> Bool {
    guard let first = path.first else { return true }
    let rest = path.dropFirst()
    switch self {
    case .section(let section):
      return section.fields.first { $0.name == first }.map { rest.isEmpty || $0.shape.knows(rest) } ?? false
    case .overlay(let inner): return inner.knows(path)
    case .either(let shapes): return !shapes.allSatisfy { !$0.knows(path) }
    case .map(let inner): return rest.isEmpty || inner.knows(rest)
    case .intent(let intent):
      return first == "capabilities" || Self.knows(path, among: Catalogue.plugin(intent.pluginType)?.keys ?? [])
    case .object(let keys): return Self.knows(path, among: keys)
    case .key(let key): return Self.knows(path, among: key.fields)
    case .rawPlugin, .rawIPAM, .setting, .profile, .anything: return true
    default: return false
    }
  }

  private static func knows(_ path: ArraySlice<String>, among keys: [KeyFacts]) -> Bool {
    guard let key = keys.first(where: { $0.word == path.first }) else { return false }
    return path.count == 1 || Shape.key(key).knows(path.dropFirst())
  }
}
