/// A JSON number as it reaches a plugin: libcni decodes every number of a plugin object to a double and writes it anew.
struct WireNumber {
  /// The number as the file has it.
  let text: String
  private let double: Double

  /// `nil` for what no double can hold; libcni refuses the list then.
  init?(_ text: String) {
    guard let double = Double(text), double.isFinite else { return nil }
    self.text = text
    self.double = double
  }

  /// The whole number that a plugin decodes; `nil` for a fraction, and for one that is too great: from 1e21 on Go
  /// writes an exponent, which no integer takes, and below that 64 bits are the limit.
  var whole: Int128? {
    guard double.rounded(.towardZero) == double, abs(double) < 1e21 else { return nil }
    let value = Int128(double)
    return value >= Int128(Int64.min) && value <= Int128(UInt64.max) ? value : nil
  }

  /// What the number turns into on its way, where that is not what the file says.
  enum Change: Equatable {
    /// The same number in another form: `1500.0` as `1500`.
    case form(String)
    /// Another number: the last digits of a great one are lost.
    case value(String)
  }

  /// The change on its way to the plugin; `nil` where there is none.
  var change: Change? {
    let isPlain = text.utf8.allSatisfy {
      $0 == UInt8(ascii: "-") || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
    }
    guard isPlain else { return whole.map { .form("\($0)") } }
    guard let written = Int128(text) else { return .value("\(double)") }
    guard abs(double) < 1e21 else { return .value("\(double)") }
    let sent = Int128(double)
    return sent == written ? nil : .value("\(sent)")
  }
}
