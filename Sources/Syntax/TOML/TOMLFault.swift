/// The rules that a TOML text can break. The raw value is the public id; each is an error.
package enum TOMLFault: String, Sendable, CaseIterable {
  /// Something else stands where the grammar wants a certain thing; the message says what.
  case syntax = "toml-syntax"
  /// The file ends within a value.
  case truncated = "toml-truncated"
  /// Tables and arrays lie deeper than `TOMLReader.maximumDepth`.
  case tooDeep = "toml-too-deep"
  /// A string that its line, or the file, ends before its closing quote.
  case unterminatedString = "toml-unterminated-string"
  /// A control character that stands in the text as it is.
  case controlCharacter = "toml-control-character"
  /// A backslash and something that is no escape.
  case unknownEscape = "toml-unknown-escape"

  case duplicateKey = "duplicate-key"
  /// A table that is defined a second time, or added to where it is closed.
  case tableRedefined = "toml-table-redefined"
  /// A name in the way to a table that has a value already.
  case notATable = "toml-not-a-table"

  /// A word without quotes that is no value: `yes`, `True`, `bridge`.
  case unquotedText = "toml-unquoted-text"
  /// A number in another form than TOML's.
  case malformedNumber = "toml-malformed-number"
  /// A whole number that 64 bits cannot hold.
  case numberOutOfRange = "toml-number-out-of-range"
  /// A date or a time of day that does not exist, or is written in another form.
  case malformedDate = "toml-malformed-date"
}
