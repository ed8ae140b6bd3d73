import Emission
import PlainText

extension YAML {
  /// The value with comments above it.
  func with(_ comments: [String]) -> YAML { comments.isEmpty ? self : .commented(comments, self) }

  /// A collection on one line, where it fits and nothing in it has a comment.
  var short: YAML {
    comments.isEmpty && YAMLWriter.line(self).count <= 88 ? .inline(self) : self
  }

  /// A text of a file, in which `${` is no name of a value. One of several lines is escaped, since a block could look
  /// like a part of the profile.
  static func text(_ string: String) -> YAML {
    let text =
      string.contains(text: "${")
      ? string.split(atText: "${").joined(separator: "$${") : string
    return text.utf8.contains(0x0A) ? .inline(.string(text)) : .string(text)
  }

  /// Every comment in the value, in the order of the text.
  var comments: [String] {
    switch self {
    case .sequence(let elements): elements.flatMap(\.comments)
    case .mapping(let members): members.flatMap(\.value.comments)
    case .commented(let comments, let value): comments + value.comments
    case .null, .bool, .number, .string, .inline: []
    }
  }

  /// The value with its comments broken into lines.
  func wrapped(depth: Int = 0) -> YAML {
    switch self {
    case .sequence(let elements): .sequence(elements.map { $0.wrapped(depth: depth + 1) })
    case .mapping(let members):
      .mapping(
        members.map { YAML.Member($0.key, $0.value.wrapped(depth: depth + 1), isApart: $0.isApart) })
    case .commented(let comments, let value):
      .commented(comments.flatMap { Self.lines($0, width: max(40, 108 - 2 * depth)) }, value.wrapped(depth: depth))
    case .null, .bool, .number, .string, .inline: self
    }
  }

  /// A sentence in lines. What could be taken for a comment with a meaning of its own is written as an escape.
  private static func lines(_ sentence: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    let safe = sentence.map { $0 == "#" ? "\\x23" : $0 == "\n" ? "\\n" : String($0) }.joined()
    for word in safe.split(separator: " ", omittingEmptySubsequences: false) {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(word)
      } else {
        line += (line.isEmpty ? "" : " ") + word
      }
    }
    return lines + [line]
  }
}

extension YAML.Member {
  /// A member with comments above it.
  init(_ key: String, _ value: YAML, comments: [String], isApart: Bool = false) {
    self.init(key, value.with(comments), isApart: isApart)
  }
}
