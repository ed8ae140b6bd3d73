/// The rules that a JSON text can break. The raw value is the public id; each is an error.
package enum JSONFault: String, Sendable, CaseIterable {
  /// Something else stands where the grammar wants a certain thing; the message says what.
  case syntax = "json-syntax"
  /// The file holds nothing, or nothing but white space and comments.
  case empty = "json-empty"
  /// The file ends within a value.
  case truncated = "json-truncated"
  /// Lists and objects lie deeper than `JSONReader.maximumDepth`.
  case tooDeep = "json-too-deep"
  /// More text follows the value.
  case trailingText = "json-trailing-text"
  case byteOrderMark = "json-byte-order-mark"
  case comment = "json-comment"
  /// A space that only looks like one: JSON knows the space, the tab and the two line ends.
  case foreignSpace = "json-foreign-space"

  case missingComma = "json-missing-comma"
  case trailingComma = "json-trailing-comma"
  /// A comma with no value before it.
  case extraComma = "json-extra-comma"
  case duplicateKey = "duplicate-key"
  case unquotedKey = "json-unquoted-key"

  case singleQuotes = "json-single-quotes"
  /// A word without quotes that is no literal: `yes`, `True`, `bridge`.
  case unquotedText = "json-unquoted-text"
  /// A control character that stands in a string as it is.
  case controlCharacter = "json-control-character"
  /// A backslash and something that is no escape.
  case unknownEscape = "json-unknown-escape"
  /// Half of a surrogate pair, which stands for no character.
  case loneSurrogate = "json-lone-surrogate"

  case leadingZero = "json-leading-zero"
  /// A number in another form than JSON's.
  case malformedNumber = "json-malformed-number"
  /// A number so great that a double cannot hold it.
  case numberOutOfRange = "json-number-out-of-range"
  /// `NaN` and `Infinity`.
  case nonFiniteNumber = "json-non-finite-number"
}
