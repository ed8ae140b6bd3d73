/// A value without quotes: a boolean, a number, a date.
enum TOMLWord {
  /// What a word turned out to be.
  enum Reading {
    /// Its text, numbers without underscores.
    case sound(String)
    case faulty(TOMLFault, String, help: String?)
  }

  static func read(_ word: ArraySlice<UInt8>) -> Reading {
    let text = String(decoding: word, as: UTF8.self)
    if text == "true" || text == "false" { return .sound(text) }
    if isInteger(word) {
      let digits = text.filter { $0 != "_" }
      return fits(digits)
        ? .sound(digits) : .faulty(.numberOutOfRange, "\(text) does not fit 64 bits", help: nil)
    }
    if isFloat(word) { return .sound(text.filter { $0 != "_" }) }
    if TOMLDate.isSound(word) { return .sound(text) }
    return fault(of: word, text)
  }

  /// Whether 64 bits hold a whole number without underscores, in any of TOML's forms.
  private static func fits(_ text: String) -> Bool {
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where text.hasPrefix(prefix) {
      return Int64(text.dropFirst(2), radix: radix) != nil
    }
    return Int64(text) != nil
  }

  private static func isInteger(_ word: ArraySlice<UInt8>) -> Bool {
    var scanner = TOMLScanner(word)
    if scanner.take("0") {
      for (letter, radix) in [("x", 16), ("o", 8), ("b", 2)] as [(Unicode.Scalar, Int)] where scanner.take(letter) {
        return scanner.grouped(radix: radix) && scanner.isAtEnd
      }
    }
    scanner = TOMLScanner(word)
    return isWhole(&scanner) && scanner.isAtEnd
  }

  /// Steps over a sign and digits without a zero in front.
  private static func isWhole(_ scanner: inout TOMLScanner) -> Bool {
    if !scanner.take("+") { _ = scanner.take("-") }
    // What stands behind a zero is left standing, so that the word does not end there.
    return scanner.take("0") || scanner.grouped()
  }

  private static func isFloat(_ word: ArraySlice<UInt8>) -> Bool {
    let unsigned = word.first == UInt8(ascii: "+") || word.first == UInt8(ascii: "-") ? word.dropFirst() : word
    if unsigned.elementsEqual("inf".utf8) || unsigned.elementsEqual("nan".utf8) { return true }
    var scanner = TOMLScanner(word)
    guard isWhole(&scanner) else { return false }
    if scanner.take("."), !scanner.grouped() { return false }
    if scanner.take("e") || scanner.take("E") {
      if !scanner.take("+") { _ = scanner.take("-") }
      guard scanner.grouped() else { return false }
    }
    return scanner.isAtEnd
  }

  private static func fault(of word: ArraySlice<UInt8>, _ text: String) -> Reading {
    if TOMLDate.isLike(word) {
      return .faulty(
        .malformedDate, "\(text) is no date or time of day", help: "write it as 2006-01-02T15:04:05Z, or in quotes")
    }
    let lowercase = text.lowercased()
    if lowercase == "true" || lowercase == "false" {
      return .faulty(.unquotedText, "\(text) is no value of TOML", help: "write \(lowercase)")
    }
    let digits = text.drop { $0 == "-" || $0 == "+" || $0 == "." }
    guard let first = digits.utf8.first, first >= UInt8(ascii: "0"), first <= UInt8(ascii: "9") else {
      return .faulty(.unquotedText, "\(text) is no value of TOML", help: "write \"\(text)\" if it is a text")
    }
    return .faulty(
      .malformedNumber, "\(text) is neither a number nor a text in quotes", help: "write \"\(text)\" if it is a text")
  }
}
