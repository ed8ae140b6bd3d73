package import Catalogue

extension KeyFacts {
  /// What the key takes, for readers: its type with limits, or the words that there are.
  package var takenInWords: String {
    let words = values.map { "\($0.text)\($0.span.inBrackets)" }.joined(separator: ", ")
    let limits =
      switch (minimum, maximum) {
      case (let least?, let most?): ", \(least) to \(most)"
      case (let least?, nil): ", from \(least) up"
      case (nil, let most?): ", up to \(most)"
      case (nil, nil): ""
      }
    let bytes = maximumBytes.map { ", at most \($0) bytes" } ?? ""
    return (words.isEmpty ? type.words : "one of \(words)") + limits + bytes
  }

  /// What the key is for, and what else is known of it, for readers.
  package var meaningInWords: String {
    var parts = [summary]
    if required { parts.append("required") }
    if !constraint.isEmpty { parts.append(constraint) }
    if !instead.isEmpty { parts.append("write \(instead) instead") }
    parts += changes.map { "plugins \($0.span): \($0.what)" }
    return parts.joined(separator: "; ")
  }
}
