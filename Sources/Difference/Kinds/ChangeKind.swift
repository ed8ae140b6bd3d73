/// A kind of change: how it is found, and what it means. Adding one is a file here, and a line in the index.
package struct ChangeKind: Sendable {
  /// The stable, kebab-case name, for JSON and `cnigen explain`.
  package let id: String
  /// What has changed, in a few words.
  package let summary: String
  /// What happens on a node, and why: the page that `explain` shows.
  package let meaning: String
  let finder: Finder

  /// What a kind looks at. Of the kinds that look at keys the first that has something to say about one is asked.
  enum Finder: Sendable {
    case key(@Sendable (KeyDifference) -> Verdict?)
    case network(@Sendable (NetworkPair) -> [Found])
    case node(@Sendable (NodePair) -> [Found])
  }

  /// What a difference of a key means.
  struct Verdict: Sendable {
    let effect: Effect
    let reason: String
    let help: String?

    init(_ effect: Effect, _ reason: String, help: String? = nil) {
      self.effect = effect
      self.reason = reason
      self.help = help
    }
  }

  init(_ id: String, _ summary: String, _ meaning: String, _ finder: Finder) {
    self.id = id
    self.summary = summary
    self.meaning = meaning
    self.finder = finder
  }

  /// A kind that is about some keys of some plugins, with one verdict.
  init(
    _ id: String, _ summary: String, _ meaning: String, keys: [String], of types: [String] = [], _ effect: Effect,
    help: String? = nil
  ) {
    self.init(
      id, summary, meaning,
      .key { difference in
        guard keys.contains(difference.name), types.isEmpty || types.contains(difference.type) else { return nil }
        return Verdict(effect, Self.reason(meaning), help: help)
      })
  }

  /// A meaning as a reason: without the full stop at its end, and without the capital letter.
  private static func reason(_ meaning: String) -> String {
    let text = meaning.hasSuffix(".") ? meaning.dropLast() : meaning[...]
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
