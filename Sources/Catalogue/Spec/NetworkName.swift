/// The form of a network's name.
package enum NetworkName {
  /// The form as a regular expression: plugins check it from reference plugins 0.8.7 on, libcni on ADD from 0.8.0 on.
  package static let grammar = #"^[a-zA-Z0-9][a-zA-Z0-9_.\-]*$"#

  /// How long a name may be so that every file named after it can be made: the name, a container's id of 64, an
  /// interface's name of 15 and two dashes make a file name of 255 bytes.
  package static let maximumSafeBytes = 174

  /// Whether a name has the form. An empty one has not.
  package static func isWellFormed(_ name: String) -> Bool {
    guard let first = name.utf8.first, isAlphanumeric(first) else { return false }
    return name.utf8.allSatisfy { byte in
      isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
