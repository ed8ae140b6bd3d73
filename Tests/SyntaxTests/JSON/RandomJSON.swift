import Emission

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
}

extension SeededGenerator {
  /// Any JSON value; no key stands twice in an object.
  mutating func json(depth: Int = 0) -> JSON {
    switch Int.random(in: 0..<(depth < 6 ? 8 : 5), using: &self) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &self))
    case 2: return .number(number())
    case 3, 4: return .string(text())
    case 5, 6:
      var members: [JSON.Member] = []
      for _ in 0..<Int.random(in: 0..<(depth == 0 ? 40 : 6), using: &self) {
        let name = text()
        if !members.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
          members.append(JSON.Member(name, json(depth: depth + 1)))
        }
      }
      return .object(members)
    default:
      return .array((0..<Int.random(in: 0..<6, using: &self)).map { _ in json(depth: depth + 1) })
    }
  }

  /// A number in one of the forms that JSON allows, within what a double holds.
  mutating func number() -> String {
    let sign = Bool.random(using: &self) ? "-" : ""
    let whole = String(Int.random(in: 0..<1_000_000, using: &self) >> Int.random(in: 0..<20, using: &self))
    let fraction = Bool.random(using: &self) ? "" : ".\(UInt16.random(in: 0...UInt16.max, using: &self))"
    let exponents = ["", "", "e5", "E-7", "e+12", "e00"]
    return sign + whole + fraction + (exponents.randomElement(using: &self) ?? "")
  }

  /// A text of up to 40 characters: letters mostly, and all that needs care.
  mutating func text() -> String {
    let odd: [Unicode.Scalar] = [
      "\"", "\\", "/", "\u{0}", "\u{1F}", "\n", "\r", "\t", "\u{7F}", "\u{80}", "é", "\u{301}", "€", "\u{2028}",
      "\u{FEFF}", "\u{FFFF}", "😀", "\u{10FFFF}", "'", "#", "{", "]", ",", ":", " ",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<(Int.random(in: 0...40, using: &self) >> Int.random(in: 0..<4, using: &self)) {
      let letter = Unicode.Scalar(UInt8.random(in: 0x61...0x7A, using: &self))
      let isOdd = Int.random(in: 0..<5, using: &self) == 0
      text.append(isOdd ? odd.randomElement(using: &self) ?? letter : letter)
    }
    return String(text)
  }

  /// A text with some of its bytes changed, removed, doubled, swapped or cut off.
  mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let telling = Array("{}[],:\"'\\/#*-+.0123456789eEtfn \n\t\r\u{0}".utf8) + [0x80, 0xC3, 0xED, 0xF4, 0xFF]
    for _ in 0..<Int.random(in: 1...4, using: &self) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &self)
      let other = Int.random(in: 0..<bytes.count, using: &self)
      switch Int.random(in: 0..<7, using: &self) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &self)
      case 1: bytes[place] = telling.randomElement(using: &self) ?? 0
      case 2: bytes.insert(telling.randomElement(using: &self) ?? 0, at: place)
      case 3: bytes.remove(at: place)
      case 4: bytes.swapAt(place, other)
      case 5: bytes.insert(contentsOf: bytes[min(place, other)..<max(place, other)], at: place)
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes
  }
}
