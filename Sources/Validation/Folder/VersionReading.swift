import Catalogue
import NetworkTypes

/// How libcni reads the versions of a list that has `cniVersions`.
enum VersionReading {
  /// Whether a release reads them as semantic versions, which takes more than CNI allows.
  static func isLenient(libcni: Version) -> Bool { libcni < "1.2.2" }

  /// What libcni says about a version; `nil` where it can be read.
  static func fault(in text: String, libcni: Version) -> String? {
    if isLenient(libcni: libcni) { return isSemantic(text) ? nil : "Invalid Semantic Version" }
    // An empty one counts as 0.1.0.
    guard !text.isEmpty else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 3 else { return Libcni.versionErrors.first?.filled(with: [text]) }
    for (part, error) in zip(parts, Libcni.versionErrors.dropFirst()) where Int(part) == nil {
      return error.filled(with: [part, part])
    }
    return nil
  }

  /// Whether a text has one to three numbers, perhaps a `v` before them, and a pre-release or a build behind them.
  private static func isSemantic(_ text: String) -> Bool {
    let bare = text.hasPrefix("v") ? text.dropFirst() : text[...]
    let core = bare.prefix { $0 != "-" && $0 != "+" }
    let parts = core.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 3, parts.allSatisfy(isNumber) else { return false }
    let rest = bare[core.endIndex...]
    return rest.isEmpty || rest.dropFirst().utf8.allSatisfy(isAllowedBehind) && rest.count > 1
  }

  private static func isNumber(_ part: Substring) -> Bool {
    !part.isEmpty && part.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }

  private static func isAllowedBehind(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"):
      true
    default: false
    }
  }
}
