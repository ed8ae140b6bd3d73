/// Dates and times of day, as RFC 3339 writes them.
enum TOMLDate {
  /// Whether a word begins as a date or as a time of day does, sound or not.
  static func isLike(_ word: ArraySlice<UInt8>) -> Bool {
    var scanner = TOMLScanner(word)
    if scanner.number(of: 4) != nil, scanner.take("-") { return true }
    scanner = TOMLScanner(word)
    return scanner.number(of: 2) != nil && scanner.take(":")
  }

  /// Whether a word is a date, a time of day, or both with or without an offset.
  static func isSound(_ word: ArraySlice<UInt8>) -> Bool {
    var scanner = TOMLScanner(word)
    if isTime(&scanner) { return scanner.isAtEnd }
    scanner = TOMLScanner(word)
    guard isDate(&scanner) else { return false }
    if scanner.isAtEnd { return true }
    guard scanner.take("T") || scanner.take("t") || scanner.take(" "), isTime(&scanner) else { return false }
    return scanner.isAtEnd || isOffset(&scanner) && scanner.isAtEnd
  }

  private static func isDate(_ scanner: inout TOMLScanner) -> Bool {
    guard let year = scanner.number(of: 4), year > 0, scanner.take("-") else { return false }
    guard let month = scanner.number(of: 2), (1...12).contains(month), scanner.take("-") else { return false }
    guard let day = scanner.number(of: 2) else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day >= 1 && day <= lengths[month - 1]
  }

  private static func isTime(_ scanner: inout TOMLScanner) -> Bool {
    guard isHourAndMinute(&scanner), scanner.take(":") else { return false }
    guard let second = scanner.number(of: 2), second < 60 else { return false }
    return scanner.take(".") ? scanner.digits() : true
  }

  private static func isHourAndMinute(_ scanner: inout TOMLScanner) -> Bool {
    guard let hour = scanner.number(of: 2), hour < 24, scanner.take(":") else { return false }
    guard let minute = scanner.number(of: 2) else { return false }
    return minute < 60
  }

  private static func isOffset(_ scanner: inout TOMLScanner) -> Bool {
    if scanner.take("Z") || scanner.take("z") { return true }
    return (scanner.take("+") || scanner.take("-")) && isHourAndMinute(&scanner)
  }
}

/// Goes through a word from left to right.
struct TOMLScanner {
  private let word: ArraySlice<UInt8>
  private(set) var index: Int

  init(_ word: ArraySlice<UInt8>) {
    self.word = word
    index = word.startIndex
  }

  var isAtEnd: Bool { index == word.endIndex }

  /// Steps over a character, if it is the next one.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard !isAtEnd, word[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// Steps over so many decimal digits and gives their value; `nil`, and no step, where there are fewer.
  mutating func number(of count: Int) -> Int? {
    let digits = word[index...].prefix(count)
    guard digits.count == count, digits.allSatisfy({ Self.value(of: $0, below: 10) != nil }) else { return nil }
    index += count
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// Steps over decimal digits; `false` where there are none.
  mutating func digits() -> Bool {
    let start = index
    while !isAtEnd, Self.value(of: word[index], below: 10) != nil { index += 1 }
    return index > start
  }

  /// Steps over digits with single underscores between them; `false` where there are none, or an underscore has no
  /// digit on one of its sides.
  mutating func grouped(radix: Int = 10) -> Bool {
    var isDigit = false
    while !isAtEnd {
      if Self.value(of: word[index], below: radix) != nil {
        isDigit = true
      } else if word[index] == UInt8(ascii: "_"), isDigit {
        isDigit = false
      } else {
        break
      }
      index += 1
    }
    return isDigit
  }

  private static func value(of byte: UInt8, below radix: Int) -> Int? {
    guard let value = Character(Unicode.Scalar(byte)).hexDigitValue, value < radix else { return nil }
    return value
  }
}
