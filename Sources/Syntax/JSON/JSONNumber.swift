/// What RFC 8259 says about numbers.
enum JSONNumber {
  /// The end of the number that begins at a place; `nil` where it breaks off. Text may follow it directly.
  static func end(in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
    let whole = index
    guard skipDigits(in: bytes, &index) else { return nil }
    guard bytes[whole] != UInt8(ascii: "0") || index == whole + 1 else { return nil }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      guard skipDigits(in: bytes, &index) else { return nil }
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
      guard skipDigits(in: bytes, &index) else { return nil }
    }
    return index
  }

  private static func skipDigits(in bytes: [UInt8], _ index: inout Int) -> Bool {
    let start = index
    while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    return index > start
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Whether a double can hold a number, rounded; its text must be well formed.
  ///
  /// Exact and linear for numbers of any length: the magnitude comes from counting digits, and only in the decade of
  /// the greatest double, 1.797…e308, are digits compared.
  static func isFinite(_ bytes: [UInt8], _ number: Range<Int>) -> Bool {
    var index = number.lowerBound
    while index < number.upperBound, bytes[index] | 0x20 != UInt8(ascii: "e") { index += 1 }
    let hasExponent = index < number.upperBound
    return !hasExponent && number.count <= greatestPower || isFiniteByMagnitude(bytes[number])
  }

  private static let greatestPower = 308

  private static func isFiniteByMagnitude(_ number: ArraySlice<UInt8>) -> Bool {
    var significant: [UInt8] = []
    // The power of ten of the first significant digit, before the exponent is added.
    var power = -1
    var isFraction = false
    var exponent = 0
    for (index, byte) in zip(number.indices, number) {
      if byte == UInt8(ascii: ".") {
        isFraction = true
      } else if byte | 0x20 == UInt8(ascii: "e") {
        exponent = self.exponent(number[(index + 1)...])
        break
      } else if isDigit(byte) {
        if !significant.isEmpty || byte != UInt8(ascii: "0") {
          if significant.count < digitsCompared { significant.append(byte) }
          if !isFraction { power += 1 }
        } else if isFraction {
          power -= 1
        }
      }
    }
    guard !significant.isEmpty else { return true }
    let magnitude = power + exponent
    guard magnitude == greatestPower else { return magnitude < greatestPower }
    // The first number that rounds to infinity is whole and has 309 digits, so further ones decide nothing.
    let text = String(decoding: significant, as: UTF8.self)
    let scaled = Double("\(text)e\(greatestPower + 1 - significant.count)")
    return scaled?.isFinite ?? false
  }

  private static let digitsCompared = 309

  /// The value of an exponent, held within bounds that no text's length can reach.
  private static func exponent(_ digits: ArraySlice<UInt8>) -> Int {
    let bound = 1 << 40
    var value = 0
    for byte in digits where isDigit(byte) {
      value = min(bound, value * 10 + Int(byte - UInt8(ascii: "0")))
    }
    return digits.first == UInt8(ascii: "-") ? -value : value
  }

  /// What is wrong with a word that begins like a number, and what to write.
  static func fault(of token: String) -> (fault: JSONFault, message: String, help: String?) {
    let digits = token.drop { $0 == "-" || $0 == "+" }
    let lowercase = digits.lowercased()
    if ["infinity", "inf", "nan"].contains(lowercase) {
      return (.nonFiniteNumber, "JSON has no \(token)", "write a number, or leave the key out")
    }
    if digits.utf8.count > 1, digits.utf8.allSatisfy(isDigit), digits.first == "0", !token.hasPrefix("+") {
      return (
        .leadingZero, "\(token) begins with a zero, which JSON forbids",
        "write it without the zero; an octal number must be written in decimal"
      )
    }
    if lowercase.hasPrefix("0x"), let value = Int(lowercase.dropFirst(2), radix: 16) {
      return (.malformedNumber, "JSON has no hexadecimal numbers such as \(token)", "write \(value)")
    }
    if token.hasPrefix("+") { return (.malformedNumber, "JSON allows no plus sign before a number", "remove it") }
    if digits.hasPrefix(".") {
      return (.malformedNumber, "\(token) has no digit before the decimal point", "write 0\(digits)")
    }
    if digits.isEmpty { return (.malformedNumber, "a minus sign stands here without a number", nil) }
    return (
      .malformedNumber, "\(token) is no number of JSON",
      "write a text in double quotes, a number with digits on both sides of its point"
    )
  }
}
