/// What RFC 8259 says about numbers.
enum JSONNumber {
  /// A number that was found in a text.
  struct Extent {
    /// The first byte behind it; text may follow it directly.
    let end: Int
    let hasExponent: Bool
  }

  /// The number that begins at a place; `nil` where it breaks off.
  static func extent(in bytes: [UInt8], from start: Int) -> Extent? {
    var index = start
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
    let whole = index
    guard skipDigits(in: bytes, &index) else { return nil }
    guard bytes[whole] != UInt8(ascii: "0") || index == whole + 1 else { return nil }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      guard skipDigits(in: bytes, &index) else { return nil }
    }
    guard index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") else {
      return Extent(end: index, hasExponent: false)
    }
    index += 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
    guard skipDigits(in: bytes, &index) else { return nil }
    return Extent(end: index, hasExponent: true)
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
  static func isFinite(_ number: ArraySlice<UInt8>) -> Bool {
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

  /// So many digits before the point, and no exponent, are always finite.
  static let greatestPower = 308

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
  static func fault(of token: String) -> (fault: JSONFault, message: String, help: String) {
    let sign = token.hasPrefix("-") ? "-" : ""
    let digits = token.drop { $0 == "-" || $0 == "+" }
    let lowercase = digits.lowercased()
    if ["infinity", "inf", "nan"].contains(lowercase) {
      return (.nonFiniteNumber, "JSON has no \(token)", "write a number, or leave the key out")
    }
    if token.hasPrefix("+") {
      return (.malformedNumber, "JSON allows no plus sign before a number", "remove the sign")
    }
    if digits.utf8.count > 1, digits.utf8.allSatisfy(isDigit), digits.first == "0" {
      return (
        .leadingZero, "\(token) begins with a zero, which JSON forbids",
        "write it without the zero; an octal number must be written in decimal"
      )
    }
    if lowercase.hasPrefix("0x"), let value = Int(lowercase.dropFirst(2), radix: 16) {
      return (.malformedNumber, "JSON has no hexadecimal numbers such as \(token)", "write \(sign)\(value)")
    }
    if let repaired = repaired(digits) {
      return (
        .malformedNumber, "\(token) lacks a digit on one side of its point", "write \(sign)\(repaired)"
      )
    }
    return (
      .malformedNumber, "\(token) is neither a number nor a text in double quotes",
      "write \"\(token)\" if it is a text"
    )
  }

  /// `0.5` for `.5` and `1.0` for `1.`; `nil` for anything else.
  private static func repaired(_ digits: Substring) -> String? {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].isEmpty != parts[1].isEmpty else { return nil }
    guard (parts[0] + parts[1]).utf8.allSatisfy(isDigit) else { return nil }
    return parts[0].isEmpty ? "0.\(parts[1])" : "\(parts[0]).0"
  }
}
