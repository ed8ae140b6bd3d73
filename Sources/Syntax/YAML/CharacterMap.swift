/// Turns libyaml's positions, which count characters, into byte offsets.
///
/// Positions come almost in order, so the map walks from the last one asked for.
struct CharacterMap {
  private let bytes: [UInt8]
  private let isASCII: Bool
  private var character = 0
  private var byte: Int

  /// - Parameter start: the byte at which character 0 stands, behind a byte-order mark.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    byte = start
    origin = start
    isASCII = ByteSearch.isASCII(bytes, from: start)
  }

  private let origin: Int

  /// The byte offset of a character.
  mutating func byteOffset(of position: Int) -> Int {
    if isASCII { return min(origin + position, bytes.count) }
    while character < position, byte < bytes.count {
      byte += 1
      while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      character += 1
    }
    while character > position, byte > origin {
      byte -= 1
      while byte > origin, bytes[byte] & 0xC0 == 0x80 { byte -= 1 }
      character -= 1
    }
    return byte
  }
}
