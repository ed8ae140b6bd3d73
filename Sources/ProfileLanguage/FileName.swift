/// What may be the name of an output file or folder. Nothing that passes can lie outside the folder it is put into.
package enum FileName {
  /// What is wrong with a name; `nil` if nothing is.
  package static func fault(of name: String) -> String? {
    if name.isEmpty { return "it is empty" }
    if name.utf8.count > 200 { return "it is longer than 200 bytes" }
    if name.hasPrefix(".") { return "it begins with a dot" }
    let bad = name.unicodeScalars.first { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-": false
      default: true
      }
    }
    guard let bad else { return nil }
    let shown = bad.value < 0x20 || bad.value == 0x7F ? "a control character" : "`\(bad)`"
    return "it holds \(shown); letters, digits, dots, dashes and underscores are allowed"
  }
}
