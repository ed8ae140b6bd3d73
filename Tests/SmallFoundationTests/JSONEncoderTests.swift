import Foundation
import SmallFoundation
import Testing

/// Its text is Foundation's own, byte for byte.
@Suite struct JSONEncoderTests {
  /// A value with everything that encoding knows.
  private struct Sample: Encodable {
    var name = "a/b \"quoted\" \\ tab\t line\n bell\u{7} form\u{c} back\u{8} é 🐟 \u{2028}"
    var count = 3
    var large: UInt64 = .max
    var negative: Int8 = -128
    var whole = 2.0
    var fraction = 0.1
    var small: Float = 1.5
    var flag = true
    var absent: String?
    var present: String? = "x"
    var list = [1, 2, 3]
    var emptyList: [Int] = []
    var optionals: [Int?] = [1, nil]
    var inner = [Inner(kind: .b), Inner(kind: .a)]
    var map = ["z": 1, "a": 2, "A": 3, "10": 4, "9": 5]
    var emptyMap: [String: Int] = [:]
    var byHand = ByHand()
  }

  private struct Inner: Encodable {
    enum Kind: String, Encodable {
      case a
      case b
    }
    var kind: Kind
  }

  /// Encodes with nested containers, nil and a class's super encoder.
  private struct ByHand: Encodable {
    enum Key: String, CodingKey {
      case nested
      case list
      case none
      case single
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encodeNil(forKey: .none)
      var nested = container.nestedContainer(keyedBy: Key.self, forKey: .nested)
      try nested.encode("deep", forKey: .single)
      var list = container.nestedUnkeyedContainer(forKey: .list)
      try list.encode(1)
      try list.encodeNil()
      var inner = list.nestedUnkeyedContainer()
      try inner.encode("x")
      var object = list.nestedContainer(keyedBy: Key.self)
      try object.encode(list.count, forKey: .single)
      var single = container.superEncoder(forKey: .single).singleValueContainer()
      try single.encode(false)
    }
  }

  @Test(arguments: [UInt(0), 1, 2, 3]) func textIsFoundationsOwn(_ formatting: UInt) throws {
    let theirs = Foundation.JSONEncoder()
    theirs.outputFormatting = Foundation.JSONEncoder.OutputFormatting(rawValue: formatting)
    let ours = SmallFoundation.JSONEncoder()
    ours.outputFormatting = SmallFoundation.JSONEncoder.OutputFormatting(rawValue: formatting)
    let text = String(data: try ours.encode(Sample()), encoding: .utf8)
    guard formatting & 2 != 0 else {
      // Foundation's order is that of a dictionary; what it says is held against ours.
      let left = try JSONSerialization.jsonObject(with: theirs.encode(Sample())) as? NSDictionary
      let right = try JSONSerialization.jsonObject(with: Foundation.Data(try #require(text).utf8)) as? NSDictionary
      #expect(left == right && left != nil)
      return
    }
    #expect(text == String(data: try theirs.encode(Sample()), encoding: .utf8))
  }

  @Test func whatIsNoNumberIsRefused() {
    #expect(throws: EncodingError.self) { _ = try SmallFoundation.JSONEncoder().encode([Double.infinity]) }
  }
}
