import CNIModel
import Diagnostics
import Emission

/// What is to be said about an imported file: as a warning at the place in the file, and as a comment at the place in
/// the profile.
struct Remarks {
  /// A difference that somebody has spoken of.
  private struct Told: Hashable {
    /// The place in the file that differs.
    let place: SourceRange
    /// The key that the build adds to the object at the place.
    var added: String?
  }

  private var told: Set<Told> = []
  /// The comments in the order in which they were made, each with the place in the file that it goes with: of a key or
  /// of a value.
  private var comments: [(anchor: SourceRange, text: String)] = []
  private var positions: [SourceRange: [Int]] = [:]
  /// The warnings.
  private(set) var bag = DiagnosticBag()

  /// Something of the file is not in the profile.
  mutating func lost(
    _ key: String, _ value: Value, at place: SourceRange, in anchor: SourceRange, because reason: String,
    help: String? = nil
  ) {
    bag.warning("import-lost", "\(key) is left out: \(reason)", at: place, help: help)
    let advice = help.map { " (\($0))" } ?? ""
    note(at: place, anchor, "left out: \(JSONWriter.line(.string(key))): \(Self.text(value)); \(reason)\(advice)")
  }

  /// A value of the file is another one in the profile, or in what is built from it.
  mutating func changed(
    _ key: String, from before: Value, to after: String, at anchor: SourceRange, because reason: String,
    help: String? = nil
  ) {
    let old = Self.text(before)
    bag.warning(
      "import-changed", "\(key): \(Self.shortened(old)) becomes \(Self.shortened(after)): \(reason)", at: before.range,
      help: help)
    note(at: before.range, anchor, "\(key) is \(old) in the file; \(reason)")
  }

  /// The build writes something that the object at a place in the file does not have.
  mutating func added(
    _ key: String, to place: SourceRange, in anchor: SourceRange, because reason: String, help: String? = nil
  ) {
    bag.warning("import-added", "\(key) is added: \(reason)", at: place.beginning, help: help)
    told.insert(Told(place: place, added: key))
    comment("\(key) is not in the file; \(reason)", at: anchor)
  }

  /// A key of the file has another name in what is built.
  mutating func renamed(_ member: Value.Member, to name: String, in object: SourceRange, because reason: String) {
    bag.warning("import-changed", "\(member.name) becomes \(name): \(reason)", at: member.nameRange)
    note(at: member.nameRange, member.nameRange, "\(name) is \(member.name) in the file; \(reason)")
    told.insert(Told(place: object, added: name))
  }

  /// Something about a file as a whole that is not the same afterwards.
  mutating func changedFile(_ message: String, at place: SourceRange, in anchor: SourceRange, help: String? = nil) {
    bag.warning("import-changed", message, at: place, help: help)
    note(at: place, anchor, message)
  }

  /// A comment alone, where nothing differs.
  mutating func hint(_ comment: String, at anchor: SourceRange) { self.comment(comment, at: anchor) }

  /// Says of every difference that nobody has spoken of yet what differs.
  mutating func add(_ differences: [Difference], in anchor: SourceRange, because reason: String) {
    for difference in differences where !isTold(difference) {
      switch (difference.kind, difference.before, difference.after) {
      case (.lost, let before?, _): lost(difference.key, before, at: difference.place, in: anchor, because: reason)
      case (.changed, let before?, let after?):
        changed(difference.key, from: before, to: Self.text(after), at: before.range, because: reason)
      default:
        let value = difference.after.map { ", as \(Self.shortened(Self.text($0)))" } ?? ""
        added(difference.key, to: difference.place, in: anchor, because: "\(reason)\(value)")
      }
    }
  }

  /// The comments that go with a place.
  func comments(at anchor: SourceRange) -> [String] {
    positions[anchor].map { $0.map { comments[$0].text } } ?? []
  }

  /// The comments above a member: those about its key and those about its value.
  func comments(above member: Value.Member) -> [String] {
    comments(at: member.nameRange) + comments(at: member.value.range)
  }

  /// The comments that found no place in what was written.
  func unplaced(in members: [YAML.Member]) -> [String] {
    var known = Set(YAML.mapping(members).comments)
    return comments.map(\.text).filter { known.insert($0).inserted }
  }

  private mutating func note(at place: SourceRange, _ anchor: SourceRange, _ text: String) {
    told.insert(Told(place: place))
    comment(text, at: anchor)
  }

  private mutating func comment(_ text: String, at anchor: SourceRange) {
    positions[anchor, default: []].append(comments.count)
    comments.append((anchor, text))
  }

  private func isTold(_ difference: Difference) -> Bool {
    told.contains(Told(place: difference.place, added: difference.kind == .added ? difference.key : nil))
  }

  private static func text(_ value: Value) -> String { JSONWriter.line(value.json) }

  private static func shortened(_ text: String) -> String { text.count > 60 ? "\(text.prefix(57))…" : text }
}

extension SourceRange {
  /// The first byte alone: enough of a place that is about the whole of something long.
  var beginning: SourceRange { SourceRange(file: file, start: start, end: min(end, start + 1)) }
}
