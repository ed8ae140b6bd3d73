import Catalogue
import Diagnostics
import Rules

/// The answers of `cnigen explain`: pages from the catalogue and the rules.
package enum Explanation {
  /// What a question leads to.
  package enum Answer: Sendable {
    /// The pages that answer it.
    case page(String)
    /// Nothing has such a name; the nearest one that something has, if one is near.
    case unknown(nearest: String?)
  }

  /// Answers a question of one word or several: `bridge`, `bridge.isGateway`, `bridge isGateway`, `plugins 1.1.1`; or
  /// says what is behind a message of a plugin, of libcni or of containerd, as a node shows it.
  package static func answer(_ words: [String]) -> Answer {
    let question = Question(words)
    let pages = question.pages()
    guard !pages.isEmpty else {
      if let page = MessagePage.make(words.joined(separator: " ")) { return .page(page.text) }
      return .unknown(nearest: Vocabulary.nearest(to: question.subject))
    }
    return .page(pages.map(\.text).joined(separator: "\n\n"))
  }
}
