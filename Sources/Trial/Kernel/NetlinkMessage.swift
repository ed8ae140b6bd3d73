import CLinux

/// A message to the kernel's tables of devices, addresses and routes, as netlink(7) has it.
struct NetlinkMessage {
  private(set) var bytes: [UInt8]

  /// - Parameters:
  ///   - type: `RTM_NEWLINK` and the like.
  ///   - body: the structure that belongs to the type.
  init(_ type: Int, flags: Int32, body: [UInt8]) {
    let header = nlmsghdr(
      nlmsg_len: 0, nlmsg_type: UInt16(type), nlmsg_flags: UInt16(NLM_F_REQUEST | flags), nlmsg_seq: 1, nlmsg_pid: 0)
    bytes = Trial.bytes(of: header) + body
    pad()
  }

  /// The message with its length, ready to be sent.
  var finished: [UInt8] {
    var finished = bytes
    finished.replaceSubrange(0..<4, with: Trial.bytes(of: UInt32(bytes.count)))
    return finished
  }

  /// Appends an attribute.
  mutating func add(_ type: Int, _ payload: [UInt8]) {
    bytes += Trial.bytes(of: UInt16(4 + payload.count)) + Trial.bytes(of: UInt16(type)) + payload
    pad()
  }

  mutating func add(_ type: Int, _ number: UInt32) { add(type, Trial.bytes(of: number)) }

  /// Appends a text with the zero that ends it.
  mutating func add(_ type: Int, _ text: String) { add(type, Array(text.utf8) + [0]) }

  /// Appends an attribute that holds others, behind some bytes of its own.
  mutating func nest(_ type: Int, _ start: [UInt8] = [], _ fill: (inout NetlinkMessage) -> Void) {
    let offset = bytes.count
    bytes += [0, 0] + Trial.bytes(of: UInt16(type)) + start
    fill(&self)
    bytes.replaceSubrange(offset..<offset + 2, with: Trial.bytes(of: UInt16(bytes.count - offset)))
  }

  private mutating func pad() {
    while bytes.count % 4 != 0 { bytes.append(0) }
  }
}

/// An attribute of an answer.
struct NetlinkAttribute {
  let type: Int
  let payload: ArraySlice<UInt8>

  /// The attributes that some bytes hold, one behind the other.
  static func all(in bytes: ArraySlice<UInt8>) -> [NetlinkAttribute] {
    var found: [NetlinkAttribute] = []
    var rest = bytes
    while let header = structure(rtattr.self, in: rest) {
      let length = Int(header.rta_len)
      guard length >= 4, length <= rest.count else { break }
      // The upper two bits tell how the payload is to be read, not what it is.
      let type = Int(header.rta_type & 0x3FFF)
      found.append(NetlinkAttribute(type: type, payload: rest.dropFirst(4).prefix(length - 4)))
      rest = rest.dropFirst((length + 3) & ~3)
    }
    return found
  }

  /// The payload as a text.
  var text: String { String(decoding: payload.prefix { $0 != 0 }, as: UTF8.self) }

  /// The payload as a number.
  var number: UInt32? { structure(UInt32.self, in: payload) }
}

extension [NetlinkAttribute] {
  /// The first attribute of a type.
  func first(_ type: Int) -> NetlinkAttribute? { first { $0.type == type } }
}
