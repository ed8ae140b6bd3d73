import NetworkTypes
import Testing

@Suite struct IPAddressTests {
  @Test(arguments: delicateAddresses) func neighboursAreThoseOfTheBits(_ address: IPAddress) {
    #expect(address.successor.map(Bits.init) == Bits(address).next)
    #expect(address.predecessor.map(Bits.init) == Bits(address).previous)
    #expect(Bits(address).address == address)
  }

  @Test func everyAddressButTheEndsHasBothNeighbours() {
    #expect(IPAddress(.ipv4, 0).predecessor == nil)
    #expect(IPAddress(.ipv4, 0xFFFF_FFFF).successor == nil)
    #expect(IPAddress(.ipv6, 0).predecessor == nil)
    #expect(IPAddress(.ipv6, .max).successor == nil)
    for address in delicateAddresses {
      if let successor = address.successor { #expect(successor.predecessor == address) }
    }
  }

  @Test func orderIsThatOfTheBitsWithIPv4First() {
    for left in delicateAddresses {
      let later = delicateAddresses.filter { right in
        guard left.family == right.family else { return left.family == .ipv4 }
        return Bits(left).bits.lexicographicallyPrecedes(Bits(right).bits)
      }
      #expect(delicateAddresses.filter { left < $0 } == later, "behind \(left)")
    }
  }

  @Test func bitsBeyondIPv4AreDropped() {
    #expect(IPAddress(.ipv4, 0xFFFF_0A58_0001).description == "10.88.0.1")
  }

  @Test(arguments: [
    ("::ffff:10.88.0.1", "10.88.0.1"), ("::ffff:0:0", "0.0.0.0"), ("::ffff:ffff:ffff", "255.255.255.255"),
  ])
  func mappedAddressesStandForIPv4(_ mapped: String, _ plain: String) throws {
    let address = try #require(IPAddress(mapped))
    #expect(address.family == .ipv6)
    #expect(address.isIPv4Mapped)
    #expect(address.unmapped == IPAddress(plain))
  }

  @Test(arguments: ["::fffe:ffff:ffff", "::1:0:0:0", "::10.88.0.1", "64:ff9b::10.88.0.1", "10.88.0.1", "1::ffff:0:0"])
  func otherAddressesStandForThemselves(_ text: String) throws {
    let address = try #require(IPAddress(text))
    #expect(!address.isIPv4Mapped)
    #expect(address.unmapped == address)
  }
}
