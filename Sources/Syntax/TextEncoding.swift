package import Diagnostics

/// What both readers ask of a text before they look into it.
package enum TextEncoding {
  /// How many bytes of byte-order mark a UTF-8 text begins with: 3 or 0.
  package static func byteOrderMarkLength(_ bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Reports bytes that are no UTF-8, at the first of them.
  package static func check(_ file: FileID, _ bytes: [UInt8], into bag: inout DiagnosticBag) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      bag.error(
        "invalid-utf8", "the file is UTF-16; only UTF-8 is read", at: SourceRange(file: file, start: 0, end: 2),
        help: "save it as UTF-8, for example with: iconv -f UTF-16 -t UTF-8")
      return false
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      let bad = error.byteOffsets
      let hex = bytes[bad].map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
      bag.error(
        "invalid-utf8", "byte \(hex.joined(separator: " ")) is not UTF-8",
        at: SourceRange(file: file, start: UInt32(bad.lowerBound), end: UInt32(bad.upperBound)),
        help: "save the file as UTF-8")
      return false
    }
  }
}
