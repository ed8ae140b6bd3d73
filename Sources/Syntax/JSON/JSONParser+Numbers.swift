/// Numbers.
extension JSONParser {
  /// Reads the number that begins here, at a digit or a minus sign, and returns its text.
  mutating func readNumber() throws(Stop) -> String {
    let start = position
    guard let number = JSONNumber.extent(in: bytes, from: start),
      number.end == bytes.count || !isWordByte(bytes[number.end])
    else { return try readMalformedNumber() }
    let end = number.end
    position = end
    if number.hasExponent || end - start > JSONNumber.greatestPower, !JSONNumber.isFinite(bytes[start..<end]) {
      report(
        .numberOutOfRange, "\(words(start..<end)) is greater than a double can hold, about 1.8e308", at: start..<end)
    }
    return text(start..<end)
  }

  /// Reports what looks like a number and is none in JSON, and returns its text.
  mutating func readMalformedNumber() throws(Stop) -> String {
    let start = position
    var end = start
    while end < bytes.count, isWordByte(bytes[end]) { end += 1 }
    let token = bytes[start..<end]
    position = end
    let (fault, message, help) = JSONNumber.fault(of: words(start..<end))
    if end == bytes.count, innermostOpening != nil { throw truncated(wanting: "the rest of the number") }
    report(fault, message, at: start..<end, help: help)
    try stopUnlessValueEnds()
    return String(decoding: token, as: UTF8.self)
  }
}
