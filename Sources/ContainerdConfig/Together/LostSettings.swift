import Diagnostics
import Syntax

/// Settings of one table that another one, which takes its place, does not have.
struct LostSettings {
  /// Each by its dotted name below the table, with the place of its key.
  private(set) var settings: [(name: String, place: SourceRange)] = []

  init(of old: Node, under new: Node?) { collect(old, new, path: "") }

  private mutating func collect(_ old: Node, _ new: Node?, path: String) {
    for member in old.mapping ?? [] {
      let name = path.isEmpty ? member.key : "\(path).\(member.key)"
      let twin = new?[member.key]
      if let inner = member.value.mapping, !inner.isEmpty {
        collect(member.value, twin, path: name)
      } else if twin == nil {
        settings.append((name, member.keyRange))
      }
    }
  }

  /// The settings as notes, the first few with their places.
  func notes(in name: String) -> [Diagnostic.Note] {
    let shown = settings.prefix(Self.shown)
    var notes = shown.map { Diagnostic.Note("\($0.name) of \(name) is lost", at: $0.place) }
    let rest = settings.dropFirst(Self.shown).map(\.name)
    if !rest.isEmpty { notes.append(Diagnostic.Note("lost are also \(rest.joined(separator: ", "))")) }
    return notes
  }

  private static let shown = 3
}
