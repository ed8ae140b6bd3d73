import NetworkTypes
import Testing

@Suite struct SubnetBlockTests {
  private func cidr(_ text: String) throws -> CIDR { try #require(CIDR(text)) }

  private func block(_ text: String, _ prefix: Int) throws -> SubnetBlock {
    try #require(SubnetBlock(try cidr(text), prefix: prefix))
  }

  @Test func countsAndNumbers() throws {
    let v4 = try block("10.244.0.0/16", 24)
    #expect(v4.count == 256)
    #expect("\(v4[0])" == "10.244.0.0/24" && "\(v4[255])" == "10.244.255.0/24")
    #expect(v4.number(of: try cidr("10.244.7.0/24")) == 7)
    #expect(v4.number(of: try cidr("10.245.0.0/24")) == nil)
    #expect(v4.number(of: try cidr("10.244.7.1/24")) == nil)
    #expect(v4.number(of: try cidr("10.244.7.0/25")) == nil)
    let v6 = try block("fd00:10:244::/48", 64)
    #expect(v6.count == 65_536)
    #expect("\(v6[200])" == "fd00:10:244:c8::/64")
    #expect(try block("10.0.0.0/8", 24).count == 65_536)
    #expect(try block("10.0.0.0/8", 25).count == 131_072)
    #expect(try block("::/0", 128).count == .max)
    #expect(try block("10.1.2.3/32", 32).count == 1)
  }

  @Test func whatIsNoBlock() throws {
    #expect(SubnetBlock(try cidr("10.1.2.3/16"), prefix: 24) == nil)
    #expect(SubnetBlock(try cidr("10.1.0.0/16"), prefix: 15) == nil)
    #expect(SubnetBlock(try cidr("10.1.0.0/16"), prefix: 33) == nil)
  }

  @Test func rangesTouchSubnets() throws {
    let v4 = try block("10.244.0.0/16", 24)
    #expect(v4.numbers(touchedBy: try cidr("10.244.1.128/25").range) == 1...1)
    #expect(v4.numbers(touchedBy: try cidr("10.244.2.0/23").range) == 2...3)
    #expect(v4.numbers(touchedBy: try cidr("10.0.0.0/8").range) == 0...255)
    #expect(v4.numbers(touchedBy: try cidr("10.245.0.0/16").range) == nil)
    #expect(v4.numbers(touchedBy: try cidr("fd00::/8").range) == nil)
  }

  /// Against counting one by one.
  @Test func freeNumbersAreThoseThatNobodyHas() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let limit = Int.random(in: 1...60, using: &random)
      let taken = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        let first = Int.random(in: 0..<70, using: &random)
        return first...(first + Int.random(in: 0...9, using: &random))
      }
      let expected = (0..<limit).filter { number in !taken.contains { $0.contains(number) } }
      let free = FreeNumbers(except: taken, below: limit)
      #expect(Array(free) == expected, "\(taken) below \(limit)")
      #expect(free.takenCount == limit - expected.count)
    }
    #expect(Array(FreeNumbers(except: [0...Int.max], below: .max)).isEmpty)
    #expect(FreeNumbers(except: [0...4], below: .max).first { _ in true } == 5)
  }

  @Test func namesStandInNaturalOrder() {
    let names = [
      "a", "a0", "a00", "a1", "a01", "a2", "a10", "a10b2", "a10b10", "b", "edge-1", "edge-002", "edge-2-x", "edge-9",
      "edge-10",
      "n18446744073709551615", "n18446744073709551616",
    ]
    for (index, name) in names.enumerated() {
      for (other, second) in names.enumerated() where other != index {
        let pair = [name, second]
        guard pair != ["a1", "a01"], pair != ["a01", "a1"] else { continue }
        #expect(NaturalOrder.precedes(name.utf8, second.utf8) == (index < other), "\(name), \(second)")
      }
      #expect(!NaturalOrder.precedes(name.utf8, name.utf8))
    }
    #expect(NaturalOrder.precedes("a01".utf8, "a1".utf8) != NaturalOrder.precedes("a1".utf8, "a01".utf8))
  }
}
