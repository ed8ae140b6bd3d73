import NetworkTypes

/// A message of DHCP as RFC 2131 has it, as far as a server of one small subnet needs it.
struct DHCPMessage {
  /// What a message is for: option 53.
  enum Kind: UInt8 {
    case discover = 1
    case offer = 2
    case request = 3
    case decline = 4
    case acknowledge = 5
    case refuse = 6
    case release = 7
    case inform = 8
  }

  let kind: Kind
  /// The fixed part, which an answer takes over but for a few fields.
  private let head: [UInt8]

  /// The first byte of the options, and the four bytes before it.
  private static let optionsStart = 240
  private static let cookie: [UInt8] = [99, 130, 83, 99]

  /// Reads what a client sends; `nil` for anything else.
  init?(_ bytes: ArraySlice<UInt8>) {
    let bytes = Array(bytes)
    guard bytes.count > Self.optionsStart, bytes[0] == 1, bytes[236..<240].elementsEqual(Self.cookie) else {
      return nil
    }
    head = Array(bytes[..<Self.optionsStart])
    var position = Self.optionsStart
    var found: Kind?
    while position + 1 < bytes.count, bytes[position] != 255 {
      let length = bytes[position] == 0 ? -1 : Int(bytes[position + 1])
      if bytes[position] == 53, length == 1, position + 2 < bytes.count { found = Kind(rawValue: bytes[position + 2]) }
      position += 2 + length
    }
    guard let found else { return nil }
    kind = found
  }

  /// The client's hardware address.
  var client: [UInt8] { Array(head[28..<34]) }

  /// The answer that gives the client an address for an hour.
  func answer(_ kind: Kind, address: CIDR, server: IPAddress) -> [UInt8] {
    var bytes = head
    bytes[0] = 2
    // It has no address yet, so everybody in the segment has to hear it.
    bytes[10] = 0x80
    bytes.replaceSubrange(16..<20, with: address.address.networkBytes)
    bytes.replaceSubrange(20..<24, with: server.networkBytes)
    let mask = IPAddress(.ipv4, UInt128(UInt32.max << UInt32(32 - address.prefix)))
    let hour: [UInt8] = [0, 0, 0x0E, 0x10]
    let options: [(UInt8, [UInt8])] = [
      (53, [kind.rawValue]), (54, server.networkBytes), (51, hour), (1, mask.networkBytes), (3, server.networkBytes),
    ]
    for (code, payload) in options { bytes += [code, UInt8(payload.count)] + payload }
    bytes.append(255)
    return bytes + [UInt8](repeating: 0, count: max(0, 300 - bytes.count))
  }
}
