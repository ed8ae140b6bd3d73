import NetworkTypes

/// An address as the text of its bits, `0` and `1`, most significant first: slow, plain, and with nothing in common
/// with the code under test but the order of bits.
struct Bits: Hashable {
  let bits: [UInt8]

  init(_ address: IPAddress) {
    let digits = Array(String(address.value, radix: 2).utf8)
    bits = Array(repeating: Self.zero, count: (address.family == .ipv4 ? 32 : 128) - digits.count) + digits
  }

  init(_ bits: [UInt8]) {
    self.bits = bits
  }

  static let zero = UInt8(ascii: "0")
  static let one = UInt8(ascii: "1")

  /// The address of the bits; `nil` if they are none.
  var address: IPAddress? {
    UInt128(String(decoding: bits, as: UTF8.self), radix: 2).map { IPAddress(bits.count == 32 ? .ipv4 : .ipv6, $0) }
  }

  /// One more, as on paper: ones at the end become zeros, the zero before them becomes one.
  var next: Bits? {
    bits.lastIndex(of: Self.zero).map { Bits(Array(bits[..<$0]) + [Self.one]).filled(to: bits.count, with: Self.zero) }
  }

  /// One less.
  var previous: Bits? {
    bits.lastIndex(of: Self.one).map { Bits(Array(bits[..<$0]) + [Self.zero]).filled(to: bits.count, with: Self.one) }
  }

  /// The same with everything behind a prefix set to one value.
  func filled(behind prefix: Int, with bit: UInt8) -> Bits {
    Bits(Array(bits[..<prefix])).filled(to: bits.count, with: bit)
  }

  /// Whether both begin with the same bits.
  func agrees(with other: Bits, for prefix: Int) -> Bool {
    bits.count == other.bits.count && bits[..<prefix] == other.bits[..<prefix]
  }

  private func filled(to count: Int, with bit: UInt8) -> Bits {
    Bits(bits + Array(repeating: bit, count: count - bits.count))
  }
}

/// SplitMix64: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// An address of a family. Half of the IPv6 ones are mostly zeros, so that printing has runs to shorten.
  mutating func address(_ family: IPAddress.Family) -> IPAddress {
    guard family == .ipv6, Bool.random(using: &self) else {
      return IPAddress(family, UInt128(next()) << 64 | UInt128(next()))
    }
    let groups = (0..<8).map { _ in Int.random(in: 0..<3, using: &self) == 0 ? UInt128(next() & 0xFFFF) : 0 }
    return IPAddress(.ipv6, groups.reduce(0) { $0 << 16 | $1 })
  }
}

/// Addresses at which arithmetic goes wrong if it does: both ends, the borders of bytes and of 64 bits, and some
/// without a pattern.
let delicateAddresses: [IPAddress] = {
  var generator = SeededGenerator(seed: 7)
  let ipv4: [UInt128] = [0, 1, 0xFF, 0x100, 0xFFFF, 0x1_0000, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE, 0xFFFF_FFFF]
  let ipv6: [UInt128] = [
    0, 1, 0xFFFF_FFFF, 0x1_0000_0000, 0xFFFF_FFFF_FFFF_FFFF, 1 << 64, (1 << 64) - 2, 1 << 127, (1 << 127) - 1,
    .max - 1, .max, 0xFFFF_0A58_0001, 0x1_0000_0000_0000, 0xFFFE_FFFF_FFFF,
  ]
  return ipv4.map { IPAddress(.ipv4, $0) } + ipv6.map { IPAddress(.ipv6, $0) }
    + (0..<40).map { generator.address($0 % 2 == 0 ? .ipv4 : .ipv6) }
}()
