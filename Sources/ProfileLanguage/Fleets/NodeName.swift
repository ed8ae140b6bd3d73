/// Names of nodes, as Kubernetes takes them: DNS subdomains (RFC 1123). Each is one path component without surprises,
/// so that it can be the name of an output folder.
package enum NodeName {
  /// What is wrong with a name; `nil` if nothing is.
  package static func fault(of name: some BidirectionalCollection<UInt8>) -> String? {
    if name.isEmpty { return "it is empty" }
    if name.count > maximumBytes { return "it is longer than \(maximumBytes) bytes" }
    if let bad = name.first(where: { !isAllowed($0) && $0 != dot }) {
      let isCapital = bad >= UInt8(ascii: "A") && bad <= UInt8(ascii: "Z")
      return isCapital
        ? "it has capital letters" : "it holds \(shown(bad)); small letters, digits, dashes and dots are allowed"
    }
    for part in name.split(separator: dot, omittingEmptySubsequences: false) {
      if part.isEmpty { return "a dot stands at an end, or beside another one" }
      if part.count > maximumPartBytes { return "a part between dots is longer than \(maximumPartBytes) bytes" }
      if part.first == dash || part.last == dash { return "a part of it begins or ends with a dash" }
    }
    return nil
  }

  /// Whether nothing is wrong with a name: the answer of `fault` for very many names.
  package static func isGood(_ name: Span<UInt8>) -> Bool {
    guard name.count > 0, name.count <= maximumBytes else { return false }
    var start = 0
    for index in 0..<name.count {
      let byte = name[index]
      if byte == dot {
        guard index > start, index - start <= maximumPartBytes, name[index - 1] != dash else { return false }
        start = index + 1
      } else {
        guard isAllowed(byte), index > start || byte != dash else { return false }
      }
    }
    return name.count > start && name.count - start <= maximumPartBytes && name[name.count - 1] != dash
  }

  static let maximumBytes = 253
  static let maximumPartBytes = 63
  private static let dot = UInt8(ascii: ".")
  private static let dash = UInt8(ascii: "-")

  /// Whether a byte may stand anywhere in a part.
  static func isAllowed(_ byte: UInt8) -> Bool {
    (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")) || (byte >= 0x30 && byte <= 0x39) || byte == dash
  }

  private static func shown(_ byte: UInt8) -> String {
    switch byte {
    case 0x21...0x7E: "`\(Unicode.Scalar(byte))`"
    case 0x20: "a space"
    case 0x80...: "a letter that is not ASCII"
    default: "a control character"
    }
  }
}
