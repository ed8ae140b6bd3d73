import NetworkTypes
import Testing

@Suite struct AddressRangeTests {
  /// Every range in a window of ten addresses, against sets of numbers. Two of the windows lie at the very ends.
  @Test(arguments: [
    "0.0.0.0", "10.0.0.250", "255.255.255.246", "::", "fd00::fffa", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fff6",
  ])
  func behavesLikeASetOfNumbers(_ text: String) throws {
    let base = try #require(IPAddress(text))
    let window = (0..<10).map { IPAddress(base.family, base.value + UInt128($0)) }
    var ranges: [(AddressRange, Set<Int>)] = []
    for start in 0..<10 {
      for end in 0..<10 {
        let range = AddressRange(window[start], window[end])
        #expect((range != nil) == (start <= end))
        if let range { ranges.append((range, Set(start...end))) }
      }
    }
    #expect(ranges.count == 55)
    for (range, members) in ranges {
      #expect(Int(range.count) == members.count)
      #expect(Set((0..<10).filter { range.contains(window[$0]) }) == members)
      let wrong = ranges.filter { other, others in
        let common = members.intersection(others)
        let expected = common.min().flatMap { low in
          common.max().flatMap { high in AddressRange(window[low], window[high]) }
        }
        return range.overlaps(other) == common.isEmpty || range.intersection(other) != expected
      }
      #expect(wrong.map(\.0) == [], "beside \(range)")
    }
  }

  @Test func familiesDoNotMix() throws {
    let ipv4 = try #require(CIDR("0.0.0.0/0")).range
    let ipv6 = try #require(CIDR("::/0")).range
    #expect(AddressRange(ipv4.first, ipv6.last) == nil)
    #expect(AddressRange(ipv6.first, ipv4.last) == nil)
    #expect(ipv4.intersection(ipv6) == nil)
    #expect(!ipv6.contains(ipv4.first))
  }

  @Test func theWidestRangesAreCounted() throws {
    #expect(try #require(CIDR("0.0.0.0/0")).range.count == 1 << 32)
    #expect(try #require(CIDR("::/1")).range.count == 1 << 127)
    #expect(try #require(CIDR("::/0")).range.count == .max)
  }

  @Test func printsBothEnds() throws {
    #expect(try #require(CIDR("10.88.0.0/30")).range.description == "10.88.0.0-10.88.0.3")
  }
}
