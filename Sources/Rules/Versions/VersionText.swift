/// How libcni from 1.2.2 on reads a version, where the list has `cniVersions`: up to three whole numbers between dots.
enum VersionText {
  /// The fault in a version, in libcni's words; `nil` where it can be read. Whether it exists is another question.
  static func fault(in text: String) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 3 else { return "invalid version \"\(text)\": too many parts" }
    for (part, name) in zip(parts, ["major", "minor", "micro"]) where Int(part) == nil {
      return "failed to convert \(name) version part \"\(part)\": strconv.Atoi: parsing \"\(part)\": invalid syntax"
    }
    return nil
  }

  /// The released version that somebody meant: `v1.0.0`, `1.0` and `1.0.0-rc1` stand for 1.0.0.
  static func meant(by text: String, among released: [String]) -> String? {
    let digits = text.drop { $0 == "v" || $0 == "V" || $0 == " " }
    var parts = digits.prefix { $0.isNumber || $0 == "." }.split(separator: ".").map(String.init)
    guard !parts.isEmpty else { return nil }
    while parts.count < 3 { parts.append("0") }
    let candidate = parts.prefix(3).joined(separator: ".")
    return released.contains(candidate) && candidate != text ? candidate : nil
  }
}
