import Diagnostics

/// Puts libyaml's complaints into words that say what to do.
enum SyntaxFault {
  /// - Parameters:
  ///   - byte: the byte at the place, if there is one.
  ///   - beginning: where the thing began that could not be finished.
  static func report(
    _ problem: String, byte: UInt8?, at place: SourceRange, from beginning: SourceRange?, into bag: inout DiagnosticBag
  ) {
    if byte == 0x09 {
      TabCheck.report(place, into: &bag)
      return
    }
    let (message, help) = words(problem, byte)
    let notes = beginning.map { [Diagnostic.Note("what it belongs to begins here", at: $0)] } ?? []
    bag.error("yaml-syntax", message, at: place, notes: notes, help: help)
  }

  private static func words(_ problem: String, _ byte: UInt8?) -> (message: String, help: String?) {
    switch problem {
    case "mapping values are not allowed in this context":
      (
        "a second `key:` stands where a value ends",
        "indent the key as the keys above it, or quote a value that holds `: `"
      )
    case "did not find expected key", "did not find expected '-' indicator":
      (
        "this line does not fit the indentation of the lines before it",
        "indent all keys of a mapping, and all dashes of a list, by the same number of spaces"
      )
    case "could not find expected ':'":
      ("a key without `:` stands here", "write `key: value`; quote a value that goes over several lines")
    case "found character that cannot start any token":
      (
        "no value can begin with \(byte.map { "`\(Unicode.Scalar($0))`" } ?? "this character") unless it is quoted",
        "put the value in double quotes"
      )
    case "did not find expected ',' or ']'": ("a `,` or the closing `]` of a list is missing here", nil)
    case "did not find expected ',' or '}'": ("a `,` or the closing `}` of a mapping is missing here", nil)
    case "did not find expected node content": ("a value is missing here", nil)
    case "found unexpected end of stream": ("the file ends inside a quoted value", "close the quote")
    case "control characters are not allowed":
      ("a control character stands here", "remove it, or write it as an escape in double quotes")
    case "block sequence entries are not allowed in this context":
      ("a list cannot begin here", "begin the list on a line of its own, below its key")
    case "found undefined tag handle": ("a tag with an unknown handle stands here", "leave the tag out")
    case "found unknown escape character":
      ("a backslash stands before a character that needs none", "use single quotes for text with backslashes")
    default: (problem, nil)
    }
  }
}
