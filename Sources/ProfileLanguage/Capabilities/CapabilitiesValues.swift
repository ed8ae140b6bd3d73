import CNIModel
import Diagnostics
import Syntax

/// Single values of a Capabilities document.
enum CapabilitiesValues {
  /// An absolute path.
  static func path(_ member: Node.Member, _ bag: inout DiagnosticBag) -> Located<String>? {
    Scalars.text(member, &bag).flatMap { checked($0, member.key, &bag) }
  }

  /// A list of absolute paths.
  static func paths(_ member: Node.Member, _ bag: inout DiagnosticBag) -> [Located<String>] {
    (Scalars.texts(member, &bag) ?? []).compactMap { checked($0, member.key, &bag) }
  }

  /// One of a few words.
  static func word<Word: RawRepresentable & CaseIterable>(
    _ member: Node.Member, _ bag: inout DiagnosticBag
  ) -> Located<Word>? where Word.RawValue == String {
    guard let text = Scalars.text(member, &bag) else { return nil }
    if let word = Word(rawValue: text.value) { return Located(word, at: text.range) }
    let words = Word.allCases.map(\.rawValue)
    bag.error(
      "unknown-value", "\(member.key) takes \(Words.either(words)), not \(text.value)", at: text.range,
      help: Spelling.nearest(to: text.value, among: words).map { "write \($0)" })
    return nil
  }

  private static func checked(
    _ path: Located<String>, _ key: String, _ bag: inout DiagnosticBag
  ) -> Located<String>? {
    guard !path.value.hasPrefix("/") else { return path }
    bag.error(
      "path-not-absolute", "\(key): \(path.value) is no absolute path", at: path.range,
      help: "write it from the root on, with a leading slash")
    return nil
  }
}
