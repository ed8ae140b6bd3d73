import PlainText

/// A reference to a container image, as far as its form goes: `registry/name:tag` or `registry/name@digest`.
package enum ImageReference {
  /// What is wrong with a reference; `nil` if nothing is.
  package static func fault(of text: String) -> String? {
    if text.isEmpty { return "it is empty" }
    let bad = text.unicodeScalars.first { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-", "/", ":", "@": false
      default: true
      }
    }
    if let bad {
      let isControl = bad.value < 0x20 || bad.value == 0x7F
      return "it holds \(isControl ? "a control character" : "`\(bad)`")"
    }
    guard let first = text.first, let last = text.last, first.isASCII, first.isLetter || first.isNumber,
      last.isLetter || last.isNumber, !text.contains(text: "//")
    else { return "it begins or ends with no letter or digit, or an empty part stands in it" }
    return nil
  }
}
