/// The name of a network device, as the Linux kernel takes it: 1 to 15 bytes, no slash, no colon, no white space, no
/// percent sign, and neither `.` nor `..`.
package struct InterfaceName: Sendable, Hashable {
  package let text: String

  /// Why a text is no name for a device.
  package enum Fault: Sendable, Equatable {
    case empty
    /// More than 15 bytes; how many it has.
    case tooLong(Int)
    /// `.` or `..`.
    case dots
    /// Holds this character, which the kernel refuses.
    case character(Character)
  }

  /// The most bytes that the kernel takes.
  package static let maximumLength = 15

  package init?(_ text: String) {
    guard Self.fault(of: text) == nil else { return nil }
    self.text = text
  }

  /// What is wrong with a text as a device's name; `nil` if nothing is.
  package static func fault(of text: String) -> Fault? {
    if text.isEmpty { return .empty }
    if text == "." || text == ".." { return .dots }
    if let bad = text.first(where: { $0.utf8.contains(where: isRefused) }) { return .character(bad) }
    return text.utf8.count > maximumLength ? .tooLong(text.utf8.count) : nil
  }

  /// The kernel looks at bytes: it ends a name at NUL, takes `%d` for a pattern to number devices by, and counts 0xA0
  /// among the white space (`isspace`), wherever in a character it stands.
  private static func isRefused(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, 0x09...0x0D, 0x20, 0xA0, UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "%"): true
    default: false
    }
  }
}

extension InterfaceName: CustomStringConvertible {
  package var description: String { text }
}
