/// A word of an action, `{{…}}`, as Go's text/template divides it.
struct TemplateToken: Sendable, Equatable {
  /// What a word is.
  enum Kind: Sendable, Equatable {
    /// `.Name`, without the dot.
    case field(String)
    /// `$name`, with the dollar sign; `$` alone is the data that the template was started with.
    case variable(String)
    /// A dot alone: what the template is at.
    case dot
    /// A keyword, the name of a function, `true`, `false` or `nil`.
    case word(String)
    /// A string, a character or a number.
    case constant
    case declare
    case assign
    case comma
    case pipe
    case leftParenthesis
    case rightParenthesis
    case space
  }

  let kind: Kind
  /// The bytes of the template that it takes.
  let bytes: Range<Int>
}

/// A part of a template at its top level.
enum TemplatePiece: Sendable, Equatable {
  /// Text that is written as it is; what trim markers cut off is left out already.
  case text(Range<Int>)
  /// An action, with the delimiters in its range.
  case action([TemplateToken], bytes: Range<Int>)
}

/// Why a template cannot be gone on with.
struct TemplateFault: Error, Equatable {
  /// What kind of fault it is.
  enum Kind: Sendable, Equatable {
    /// Go refuses the template.
    case broken
    /// Go takes the template and stops when it comes to this; with Go's words for it.
    case fails(String)
    /// Go may take it, but cnigen does not evaluate such a thing.
    case beyond
  }

  let kind: Kind
  /// What is wrong, for people.
  let message: String
  let bytes: Range<Int>
  /// What to write instead.
  let help: String?

  static func broken(_ message: String, _ bytes: Range<Int>, help: String? = nil) -> TemplateFault {
    TemplateFault(kind: .broken, message: message, bytes: bytes, help: help)
  }

  static func fails(_ message: String, go: String, _ bytes: Range<Int>, help: String? = nil) -> TemplateFault {
    TemplateFault(kind: .fails(go), message: message, bytes: bytes, help: help)
  }

  static func beyond(_ what: String, _ bytes: Range<Int>) -> TemplateFault {
    TemplateFault(kind: .beyond, message: what, bytes: bytes, help: nil)
  }
}
