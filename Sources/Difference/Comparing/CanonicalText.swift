import CNIModel
import Emission

/// The text of a value by which two of them are held against each other: the order of an object's members, the case of
/// their names, and the spelling of a number say nothing.
enum CanonicalText {
  /// The text; empty for what counts as not set: null, an empty text, list or object.
  static func of(_ value: Value?) -> String {
    guard let value else { return "" }
    let text = JSONWriter.line(sorted(value))
    return ["null", "\"\"", "[]", "{}"].contains(text) ? "" : text
  }

  /// The text that people see.
  static func shown(_ value: Value) -> String { value.string ?? JSONWriter.line(value.json) }

  private static func sorted(_ value: Value) -> JSON {
    switch value.content {
    case .number(let text): .number(number(text))
    case .array(let values): .array(values.map(sorted))
    case .object(let members):
      .object(
        members.filter { !$0.value.isNull }.map { JSON.Member($0.name.lowercased(), sorted($0.value)) }
          .sorted { $0.name < $1.name })
    default: value.json
    }
  }

  /// A whole number in its plainest form; anything else as it stands.
  private static func number(_ text: String) -> String {
    if let whole = Int(text) { return "\(whole)" }
    guard let number = Double(text), number.rounded() == number, abs(number) < 9e15 else { return text }
    return "\(Int(number))"
  }
}
