/// The form of labels, as Kubernetes takes them.
enum LabelForm {
  /// What is wrong with a key; `nil` if nothing is. A key is a name, with a DNS subdomain and a slash before it or not.
  static func fault(ofKey key: String) -> String? {
    let parts = key.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count <= 2, let name = parts.last else { return "it has more than one slash" }
    if parts.count == 2, let fault = NodeName.fault(of: parts[0]) { return "what stands before the slash: \(fault)" }
    return name.isEmpty ? "it is empty" : fault(of: name)
  }

  /// What is wrong with a value; `nil` if nothing is. It may be empty.
  static func fault(ofValue value: String) -> String? { fault(of: value.utf8[...]) }

  /// Whether nothing is wrong with a key: the answer of `fault` for very many of them.
  static func isGood(key: ArraySlice<UInt8>) -> Bool {
    guard let slash = key.firstIndex(of: UInt8(ascii: "/")) else { return !key.isEmpty && isGood(value: key) }
    let name = key[(slash + 1)...]
    let prefix = key[..<slash]
    return NodeName.isGood(prefix.span) && !name.isEmpty && isGood(value: name)
  }

  /// Whether nothing is wrong with a value.
  static func isGood(value: ArraySlice<UInt8>) -> Bool {
    guard value.count <= 63 else { return false }
    for byte in value
    where !isLetterOrDigit(byte) && byte != UInt8(ascii: "-") && byte != UInt8(ascii: "_") && byte != UInt8(ascii: ".")
    {
      return false
    }
    guard let first = value.first, let last = value.last else { return true }
    return isLetterOrDigit(first) && isLetterOrDigit(last)
  }

  private static func fault(of bytes: Substring.UTF8View) -> String? {
    if bytes.count > 63 { return "it is longer than 63 bytes" }
    if bytes.contains(where: { !isLetterOrDigit($0) && !"-_.".utf8.contains($0) }) {
      return "letters, digits, dashes, underscores and dots are allowed"
    }
    let ends = [bytes.first, bytes.last].compactMap(\.self)
    return ends.allSatisfy(isLetterOrDigit) ? nil : "it must begin and end with a letter or a digit"
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
