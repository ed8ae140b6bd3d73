import CNIModel
import Emission

extension Value {
  /// The value as libcni sends it on: of members with one name it keeps the last, numbers go through a double.
  var wireForm: JSON {
    switch content {
    case .number(let text): .number(Self.wireNumber(text))
    case .array(let elements): .array(elements.map(\.wireForm))
    case .object(let members): .object(members.wireForm)
    case .null, .bool, .string: json
    }
  }

  /// As Go writes a double: whole numbers below 1e21 without point and exponent.
  private static func wireNumber(_ text: String) -> String {
    guard let number = Double(text), number.isFinite else { return text }
    let isWhole = number.rounded(.towardZero) == number && abs(number) < 1e21
    return isWhole ? "\(Int128(number))" : "\(number)"
  }
}

extension [Value.Member] {
  /// The members as libcni sends them on.
  var wireForm: [JSON.Member] {
    enumerated().compactMap { index, member in
      let isLast = !self[(index + 1)...].contains { $0.name == member.name }
      return isLast ? JSON.Member(member.name, member.value.wireForm) : nil
    }
  }
}
