/// What somebody has written, or has to keep: profiles, fleets, templates, Capabilities and locks. No output takes the
/// place of one, whatever its name, and none is removed.
package enum SourceDocument: String, Sendable {
  case profile
  case template
  case fleet
  case capabilities = "Capabilities document"
  case lock

  /// How much of a file is looked at. The lines that say what it is stand at its beginning, behind comments at most.
  static let looked = 4096

  /// What a file is by its first bytes; `nil` for anything else.
  init?(_ bytes: some Collection<UInt8>) {
    let text = String(decoding: bytes.prefix(Self.looked), as: UTF8.self)
    if text.hasPrefix("# Subnets of the fleet's nodes, kept by cnigen.") {
      self = .lock
      return
    }
    let lines = text.split(separator: "\n")
    guard lines.contains(where: { Self.value($0, of: "apiVersion")?.hasPrefix("cnigen/") == true }) else { return nil }
    switch lines.lazy.compactMap({ Self.value($0, of: "kind") }).first {
    case "Template": self = .template
    case "Fleet": self = .fleet
    case "Capabilities": self = .capabilities
    default: self = .profile
    }
  }

  /// The value of a key at the beginning of a line, without quotes.
  private static func value(_ line: Substring, of key: String) -> Substring? {
    guard line.hasPrefix(key + ":") else { return nil }
    let value = line.dropFirst(key.count + 1).drop { $0 == " " || $0 == "\"" || $0 == "'" }
    return value.prefix { $0 != " " && $0 != "\"" && $0 != "'" && $0 != "\r" }
  }
}
