import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

/// A `dhcp` section as the installed release reads it.
struct InstalledDHCP {
  let ipam: IPAM
  let facts: PluginFacts
  let release: Version

  /// The objects in `provide` or `request`; none where the release does not read the key.
  func elements(_ key: String) -> [Value] {
    guard facts.key(key)?.span.contains(release) ?? false else { return [] }
    return (ipam[key]?.array ?? []).filter { $0.object != nil }
  }

  /// What is wrong with the option of an element.
  func optionFault(of element: Value, in key: String) -> DHCPFault? {
    guard let value = element["option"] else {
      guard key == "provide" || release <= "1.5.1" else { return nil }
      return DHCPFault(
        message: "an element of \(ipam.word(key)) has no option", range: element.range,
        refusal: "Can not parse option \"\": …", help: nil)
    }
    guard let text = value.string, !DHCPFault.isOption(text) else { return nil }
    return DHCPFault(
      message: "option \(text.isEmpty ? "\"\"" : text) is neither a number from 0 to 255 nor a name that dhcp knows",
      range: value.range, refusal: "Can not parse option \"\(text)\": …",
      help: Spelling.nearest(to: text, among: DHCPFault.optionNames).map { "did you mean \($0)?" })
  }
}

/// Something that the DHCP daemon refuses.
struct DHCPFault {
  let message: String
  let range: SourceRange
  /// The daemon's words.
  let refusal: String
  let help: String?

  /// The names that the plugin knows; any other option goes by its number.
  static let optionNames = [
    "dhcp-client-identifier", "subnet-mask", "routers", "host-name", "user-class", "vendor-class-identifier",
  ]

  /// Whether the plugin can read a text as an option. It takes decimal digits alone, leading zeros included.
  static func isOption(_ text: String) -> Bool {
    if optionNames.contains(text) { return true }
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return false }
    return UInt8(text) != nil
  }

  /// What is wrong with the value of an element of `provide`.
  static func ofValue(in element: Value) -> DHCPFault? {
    guard let value = element["value"], let text = value.string, text.utf8.count > 255 else { return nil }
    let option = element["option"]?.string ?? ""
    return DHCPFault(
      message: "the value of option \(option) has \(text.utf8.count) bytes, 255 at most", range: value.range,
      refusal: "value too long for option \"\(option)\": …", help: nil)
  }
}
