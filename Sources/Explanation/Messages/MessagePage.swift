import Catalogue
import PlainText
import Rules

/// A page about a message that a node shows.
enum MessagePage {
  /// How many causes a page tells; a message that has more is too short to be told from others.
  private static let causesAtMost = 4

  /// The page; `nil` where no fact has the message.
  static func make(_ text: String) -> Page? {
    let message = MessageWords(text)
    // A misspelt name of a rule has several words, too, and no space.
    guard !message.words.isEmpty, message.words.count == 1 || text.contains(" ") else { return nil }
    let causes = causes(of: message, in: text)
    let advice = MessageAdvice.about(message)
    guard !causes.isEmpty || !advice.isEmpty else { return nil }
    var page = Page("A message of a node that cnigen knows")
    tell(causes, on: &page)
    let steps = advice.map(\.advice).filter { !$0.isEmpty }
    if !steps.isEmpty {
      page.heading("What to do")
      for step in steps { page.point(step) }
    }
    var rules: [String] = []
    for id in advice.flatMap(\.rules) where !rules.contains(id) { rules.append(id) }
    if !rules.isEmpty {
      page.heading("Rules that find it in the files (cnigen explain RULE)")
      page.table(rules.compactMap(Rule.named).map { ($0.id, $0.summary) })
    }
    page.heading("To find the line, on the node")
    page.raw("  cnigen validate /etc/cni/net.d /etc/containerd/config.toml")
    return page
  }

  private static func tell(_ causes: [[KnownMessage]], on page: inout Page) {
    guard !causes.isEmpty else { return }
    page.heading("What brings it about")
    for same in causes.prefix(causesAtMost) {
      guard let first = same.first else { continue }
      page.point(first.cause)
      page.below("\(same.map(\.speaker).joined(separator: ", ")): \(first.text)")
      if !first.remark.isEmpty { page.below(first.remark) }
    }
    let more = causes.count - causesAtMost
    if more > 0 { page.point("\(more) more; give more of the message to tell them apart") }
  }

  /// What the facts have of a message, what accounts for most of it first; those of one text and cause together.
  private static func causes(of message: MessageWords, in text: String) -> [[KnownMessage]] {
    let known = KnownMessage.all.compactMap { known -> (known: KnownMessage, words: Int)? in
      guard isPossible(known, in: text) else { return nil }
      return MessagePattern(known.text).accounts(for: message).map { (known, $0) }
    }
    let most = known.map(\.words).max() ?? 0
    // What explains much less of it is a part that other messages have, too.
    let best = known.enumerated().filter { $0.element.words * 3 >= most * 2 }
      .sorted { ($1.element.words, $0.offset) < ($0.element.words, $1.offset) }
    var causes: [[KnownMessage]] = []
    for known in best.map(\.element.known) {
      if let index = causes.firstIndex(where: { $0[0].text == known.text && $0[0].cause == known.cause }) {
        causes[index].append(known)
      } else {
        causes.append([known])
      }
    }
    return causes
  }

  /// Whether the plugin that a message names could have said it, itself or by its IPAM plugin.
  private static func isPossible(_ known: KnownMessage, in text: String) -> Bool {
    let parts = text.split(atText: "plugin type=\"")
    guard let type = known.plugin, parts.count > 1, Catalogue.plugin(type)?.role != .ipam else { return true }
    return parts.dropFirst().contains { $0.hasPrefix("\(type)\"") }
  }
}
