import Catalogue
import Diagnostics
import Rules

/// A page about a message that a node shows.
enum MessagePage {
  /// How many causes a page tells; a message that has more is too short to be told from others.
  private static let causesAtMost = 4

  /// The page; `nil` where nothing is known of the message.
  static func make(_ text: String) -> Page? {
    let message = NodeMessage(text)
    // A misspelt name of a rule has several words, too, and no space.
    guard message.words.words.count < 2 || text.contains(" ") else { return nil }
    guard !message.words.words.isEmpty else { return message.isFramed ? frame() : nil }
    let advice = MessageAdvice.about(message)
    let causes = causes(of: message)
    let foreign = message.plugin.flatMap { Catalogue.plugin($0) == nil ? $0 : nil }
    guard !causes.isEmpty || !advice.isEmpty || foreign != nil else { return nil }
    var page = Page("A message of a node that cnigen knows")
    tell(causes, each(advice.map(\.cause)), on: &page)
    let steps = each(advice.map(\.advice)) + (foreign.map { [ask($0)] } ?? [])
    if !steps.isEmpty {
      page.heading("What to do")
      for step in steps { page.point(step) }
    }
    let rules = each(advice.flatMap(\.rules))
    guard !rules.isEmpty else { return page }
    page.heading("Rules that find it in the files (cnigen explain RULE)")
    page.table(rules.compactMap(Rule.named).map { ($0.id, $0.summary) })
    page.heading("To find the line, on the node")
    page.raw("  cnigen validate \(message.folder) /etc/containerd/config.toml")
    return page
  }

  /// The texts that are there, each once.
  private static func each(_ texts: [String]) -> [String] {
    var found: [String] = []
    for text in texts where !text.isEmpty && !found.contains(text) { found.append(text) }
    return found
  }

  /// What is said of a message that is cut off before it says anything.
  private static func frame() -> Page {
    var page = Page("The beginning of a message of a node, as it stands before each of them")
    page.paragraph("The cause is in the rest of the line; give that, too.")
    return page
  }

  private static func ask(_ plugin: String) -> String {
    """
    \(ShownText.visible(plugin)) is none of the reference plugins: its own log, or that of the pod of its agent on this \
    node, has the cause
    """
  }

  private static func tell(_ causes: [[KnownMessage]], _ further: [String], on page: inout Page) {
    guard !causes.isEmpty || !further.isEmpty else { return }
    page.heading("What brings it about")
    for cause in further { page.point(cause) }
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
  private static func causes(of message: NodeMessage) -> [[KnownMessage]] {
    let known = KnownMessage.all.compactMap { known in known.accounts(for: message).map { (known: known, words: $0) } }
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
}
