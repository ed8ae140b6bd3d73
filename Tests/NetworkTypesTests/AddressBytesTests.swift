import NetworkTypes
import Testing

@Suite struct AddressBytesTests {
  /// Against the description, which other tests hold against the standard.
  @Test func theBytesAreThoseOfTheDescription() throws {
    var addresses: [IPAddress] = []
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      addresses.append(IPAddress(.ipv4, UInt128(UInt32.random(in: 0...UInt32.max, using: &random))))
      // Sparse groups make runs of zeros at every place.
      var value: UInt128 = 0
      for _ in 0..<8 {
        let group: UInt128 =
          Bool.random(using: &random) ? 0 : UInt128(UInt16.random(in: 0...UInt16.max, using: &random))
        value = value << 16 | group
      }
      addresses.append(IPAddress(.ipv6, value))
    }
    for text in ["::", "::1", "1::", "::ffff:10.0.0.1", "1:0:0:2::", "0.0.0.0", "255.255.255.255", "1:2:3:4:5:6:7:8"] {
      addresses.append(try #require(IPAddress(text)))
    }
    for address in addresses {
      var bytes: [UInt8] = []
      try #require(CIDR(address, prefix: Int.random(in: 0...address.family.bits))).append(to: &bytes)
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.hasPrefix("\(address)/"))
      #expect(CIDR(text).map { "\($0)" } == text)
    }
  }
}
