import NetworkTypes
import TestSupport
import Testing

@testable import Trial

/// The messages of the DHCP server, byte by byte as RFC 2131 and 2132 have them.
@Suite struct DHCPMessageTests {
  /// A DISCOVER of RFC 2131: the fixed part, the cookie, option 53 with value 1, padding, and the end.
  private static func discover(options: [UInt8] = [53, 1, 1, 0, 255]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 236)
    bytes[0] = 1
    bytes[1] = 1
    bytes[2] = 6
    bytes.replaceSubrange(4..<8, with: [0xDE, 0xAD, 0xBE, 0xEF])
    bytes.replaceSubrange(28..<34, with: [2, 0, 0x5E, 0x77, 0x21, 1])
    return bytes + [99, 130, 83, 99] + options
  }

  @Test func readsWhatAClientSends() throws {
    let message = try #require(DHCPMessage(Self.discover()[...]))
    #expect(message.kind == .discover)
    #expect(message.client == [2, 0, 0x5E, 0x77, 0x21, 1])
    let behind = try #require(DHCPMessage(Self.discover(options: [0, 12, 2, 65, 66, 53, 1, 3, 255])[...]))
    #expect(behind.kind == .request)
  }

  @Test(
    arguments: [
      [], [1], Array(repeating: UInt8(1), count: 300), discover(options: []), discover(options: [53]),
      discover(options: [53, 200]), discover(options: [53, 1]), discover(options: [53, 1, 99, 255]),
      discover(options: [255, 53, 1, 1]),
    ] as [[UInt8]])
  func readsPastAnythingElse(_ bytes: [UInt8]) {
    #expect(DHCPMessage(bytes[...]) == nil)
  }

  @Test func answersWithAnAddress() throws {
    let message = try #require(DHCPMessage(Self.discover()[...]))
    let address = try #require(CIDR("192.0.2.100/24"))
    let server = try #require(IPAddress("192.0.2.1"))
    let answer = message.answer(.offer, address: address, server: server)
    #expect(answer[0] == 2 && answer.count >= 300)
    #expect(Array(answer[4..<8]) == [0xDE, 0xAD, 0xBE, 0xEF])
    #expect(answer[10] & 0x80 != 0)
    #expect(Array(answer[16..<20]) == [192, 0, 2, 100])
    #expect(Array(answer[28..<34]) == [2, 0, 0x5E, 0x77, 0x21, 1])
    let options: [[UInt8]] = [
      [53, 1, 2], [54, 4, 192, 0, 2, 1], [51, 4, 0, 0, 0x0E, 0x10], [1, 4, 255, 255, 255, 0], [3, 4, 192, 0, 2, 1],
      [255],
    ]
    #expect(Array(answer[240...].prefix(options.joined().count)) == Array(options.joined()))
  }
}
