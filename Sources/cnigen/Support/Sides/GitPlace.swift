/// A file in a revision of a git repository: `git:HEAD~1:profiles/edge.yaml`.
struct GitPlace {
  let revision: String
  let path: String

  /// Takes a word of the command line apart; `nil` for one that is no such place.
  init?(_ word: String) {
    guard word.hasPrefix("git:") else { return nil }
    let rest = word.dropFirst("git:".count)
    guard let colon = rest.firstIndex(of: ":") else { return nil }
    revision = String(rest[..<colon])
    path = String(rest[rest.index(after: colon)...])
    guard !revision.isEmpty, !path.isEmpty else { return nil }
  }
}
