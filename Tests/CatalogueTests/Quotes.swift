/// What a sentence of the facts quotes.
enum Quotes {
  /// The texts between double quotes; a quote within one is written `\"`.
  static func texts(in sentence: String) -> [String] {
    var texts: [String] = []
    var current: String?
    var escaped = false
    for character in sentence {
      if escaped {
        current?.append(character)
        escaped = false
      } else if character == "\\", current != nil {
        escaped = true
      } else if character == "\"" {
        if let text = current {
          texts.append(text)
          current = nil
        } else {
          current = ""
        }
      } else {
        current?.append(character)
      }
    }
    return texts.filter { !$0.isEmpty }
  }

  /// The parts of a text between three dots, which stand for something left out.
  static func fixedParts(of text: String) -> [String] {
    text.split(separator: "...").map { $0.drop { $0 == " " } }.filter { $0.contains { $0.isLetter } }.map(String.init)
  }

  /// Whether all that a quoted text says stands in another one.
  static func text(_ text: String, standsIn whole: String) -> Bool {
    fixedParts(of: text).allSatisfy { whole.contains($0) }
  }

  /// What stands behind the last colon: the part of an error text that is the plugin's own.
  static func tail(of text: String) -> String {
    guard let colon = text.ranges(of: ": ").last else { return text }
    return String(text[colon.upperBound...])
  }
}
