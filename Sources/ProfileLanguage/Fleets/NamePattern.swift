/// A pattern of names as shells have it: `*` stands for any bytes, `?` for one.
package struct NamePattern: Sendable, Equatable {
  /// The pattern as written.
  package let text: String
  private let bytes: [UInt8]

  /// Reads a pattern; `nil` for one that no node's name can fit.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    let isGood = bytes.allSatisfy {
      NodeName.isAllowed($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?")
    }
    guard !bytes.isEmpty, isGood else { return nil }
    self.text = text
    self.bytes = bytes
  }

  /// Whether a name fits. Linear in most cases, and never worse than the product of the two lengths.
  package func matches(_ name: some Collection<UInt8>) -> Bool {
    let name = Array(name)
    var position = 0
    var at = 0
    var star: (position: Int, at: Int)?
    while at < name.count {
      if position < bytes.count, bytes[position] == UInt8(ascii: "*") {
        star = (position, at)
        position += 1
      } else if position < bytes.count, bytes[position] == UInt8(ascii: "?") || bytes[position] == name[at] {
        position += 1
        at += 1
      } else if let back = star {
        // The last star takes one byte more.
        star = (back.position, back.at + 1)
        position = back.position + 1
        at = back.at + 1
      } else {
        return false
      }
    }
    return bytes[position...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
