import NetworkTypes
import TestSupport
import Testing

@testable import Trial

/// Messages to the kernel and back, byte by byte.
@Suite struct NetlinkTests {
  @Test func messagesAreAligned() throws {
    var message = NetlinkMessage(16, flags: 0x5, body: [1, 2, 3, 4])
    message.add(3, "ab")
    message.nest(18) { $0.add(1, "veth") }
    #expect(message.finished.prefix(8) == [44, 0, 0, 0, 16, 0, 5, 0])
    #expect(message.finished.count == 44)
    #expect(Array(message.finished[20..<28]) == [7, 0, 3, 0, 0x61, 0x62, 0, 0])
    let attributes = NetlinkAttribute.all(in: message.finished[20...])
    #expect(attributes.map(\.type) == [3, 18] && attributes[0].text == "ab")
    #expect(NetlinkAttribute.all(in: attributes[1].payload).first(1)?.text == "veth")
  }

  @Test(arguments: [[], [8], [8, 0, 1, 0], [2, 0, 1, 0], [255, 255, 1, 0, 1, 2, 3, 4]] as [[UInt8]])
  func whatIsCutShortIsNone(_ bytes: [UInt8]) {
    #expect(NetlinkAttribute.all(in: bytes[...]).isEmpty)
  }

  @Test(arguments: ["0.0.0.0", "192.0.2.1", "::", "2001:db8::1", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"])
  func addressesComeBack(_ text: String) throws {
    let address = try #require(IPAddress(text))
    #expect(IPAddress(networkBytes: address.networkBytes) == address)
  }

  @Test func theFirstByteGoesFirst() throws {
    #expect(try #require(IPAddress("192.0.2.1")).networkBytes == [192, 0, 2, 1])
    #expect(IPAddress(networkBytes: [1, 2, 3]) == nil)
  }

  @Test func tokensTellTheirCall() {
    #expect(Token.call(in: Token.bytes(of: 77) + [0, 0]) == 77)
    #expect(Token.call(in: Token.bytes(of: 77).dropLast()) == nil)
    #expect(Token.call(in: Array("GET / HT".utf8)) == nil)
  }
}
