import Glibc
import NetworkTypes
import Testing

@Suite struct IPAddressTextTests {
  /// What Go's `net.ParseIP` says to a text, as seen on a program built with Go 1.27: the canonical form (of
  /// `net/netip`), or `nil` where it refuses.
  static let go: [(text: String, canonical: String?)] = [
    ("", nil),
    ("0.0.0.0", "0.0.0.0"),
    ("255.255.255.255", "255.255.255.255"),
    ("10.88.0.1", "10.88.0.1"),
    ("1.2.3", nil),
    ("1.2.3.4.5", nil),
    ("1.2.3.", nil),
    (".1.2.3", nil),
    ("1..3.4", nil),
    ("1.2.3.256", nil),
    ("1.2.3.1000", nil),
    ("01.2.3.4", nil),
    ("1.2.3.00", nil),
    ("1.2.3.0", "1.2.3.0"),
    ("+1.2.3.4", nil),
    ("-1.2.3.4", nil),
    ("1.2.3.4 ", nil),
    (" 1.2.3.4", nil),
    ("1.2.3.0x4", nil),
    ("1.2.3.4%eth0", nil),
    ("1.2.3.4/24", nil),
    ("16909060", nil),
    ("localhost", nil),
    ("１.2.3.4", nil),
    ("::", "::"),
    ("::1", "::1"),
    ("1::", "1::"),
    (":1", nil),
    ("1:", nil),
    (":", nil),
    (":::", nil),
    ("1:::2", nil),
    ("1::2::3", nil),
    ("fe80::1%eth0", nil),
    ("FD00::ABCD", "fd00::abcd"),
    ("fd00:0:0:1::", "fd00:0:0:1::"),
    ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
    ("2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1"),
    ("2001:db8::10000", nil),
    ("2001:db8::00001", nil),
    ("2001:db8::g", nil),
    ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
    ("1:2:3:4:5:6:7", nil),
    ("1:2:3:4:5:6:7:8:9", nil),
    ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
    ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
    ("1:2:3:4:5:6:7::8", nil),
    ("1::3:4:5:6:7:8", "1:0:3:4:5:6:7:8"),
    ("1:0:3:4:5:6:7:8", "1:0:3:4:5:6:7:8"),
    ("0:0:3:4:5:6:0:0", "::3:4:5:6:0:0"),
    ("0:0:3:4:0:0:0:8", "0:0:3:4::8"),
    ("::ffff:10.1.2.3", "::ffff:10.1.2.3"),
    ("::ffff:a01:203", "::ffff:10.1.2.3"),
    ("::FFFF:10.1.2.3", "::ffff:10.1.2.3"),
    ("::10.1.2.3", "::a01:203"),
    ("64:ff9b::10.1.2.3", "64:ff9b::a01:203"),
    ("1:2:3:4:5:6:10.1.2.3", "1:2:3:4:5:6:a01:203"),
    ("1:2:3:4:5:10.1.2.3", nil),
    ("1:2:3:4:5:6:7:10.1.2.3", nil),
    ("1:2:3:4:5:6::10.1.2.3", nil),
    ("1:2:3:4:5::10.1.2.3", "1:2:3:4:5:0:a01:203"),
    ("::10.1.2.3:1", nil),
    ("::10.1.2", nil),
    ("::10.1.2.03", nil),
    ("::10.1.2.256", nil),
    ("::1.2.3.4.5", nil),
    ("::.1.2.3", nil),
    ("[::1]", nil),
    ("::1 ", nil),
    ("10.88.0.1::", nil),
  ]

  @Test(arguments: go) func readsWhatGoReads(_ text: String, _ canonical: String?) {
    #expect(IPAddress(text)?.description == canonical)
  }

  @Test func printedTextReadsBackAsTheSameAddress() {
    var generator = SeededGenerator(seed: 1)
    let random = (0..<8000).map { generator.address($0 % 2 == 0 ? .ipv4 : .ipv6) }
    #expect((delicateAddresses + random).filter { IPAddress($0.description) != $0 } == [])
  }

  /// glibc follows RFC 5952 too, but prints the last 32 bits of every `::a.b.c.d` with dots; those are left out.
  @Test func printsWhatTheCLibraryPrints() {
    var generator = SeededGenerator(seed: 2)
    let addresses = (0..<4000).map { _ in generator.address(.ipv6) }.filter { $0.value >> 32 != 0 }
    #expect(addresses.filter { $0.description != Self.printed($0) } == [])
  }

  /// Damages texts of real addresses and compares with `inet_pton`, which takes the same language as Go but for
  /// nothing that these damages bring about.
  @Test func refusesWhatTheCLibraryRefuses() {
    var generator = SeededGenerator(seed: 3)
    let alphabet = Array("0123456789abcdefABCDEF.::g /")
    var disagreements: [String] = []
    for round in 0..<20_000 {
      var text = Array(generator.address(round % 3 == 0 ? .ipv4 : .ipv6).description)
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let index = Int.random(in: 0...text.count, using: &generator)
        let piece = alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        switch Int.random(in: 0..<3, using: &generator) {
        case 0 where index < text.count: text[index] = piece
        case 1 where index < text.count: text.remove(at: index)
        default: text.insert(piece, at: index)
        }
      }
      let damaged = String(text)
      if IPAddress(damaged).map(Self.bytes) != Self.read(damaged) { disagreements.append(damaged) }
    }
    #expect(disagreements == [])
  }

  private static func bytes(_ address: IPAddress) -> [UInt8] {
    (0..<address.family.bits / 8).reversed().map { UInt8(truncatingIfNeeded: address.value >> UInt128(8 * $0)) }
  }

  private static func printed(_ address: IPAddress) -> String {
    var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let printed = bytes(address).withUnsafeBytes { raw in
      inet_ntop(AF_INET6, raw.baseAddress, &buffer, socklen_t(buffer.count)) != nil
    }
    return printed ? String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self) : ""
  }

  private static func read(_ text: String) -> [UInt8]? {
    var ipv4 = [UInt8](repeating: 0, count: 4)
    if inet_pton(AF_INET, text, &ipv4) == 1 { return ipv4 }
    var ipv6 = [UInt8](repeating: 0, count: 16)
    return inet_pton(AF_INET6, text, &ipv6) == 1 ? ipv6 : nil
  }
}
