package import Diagnostics
package import Syntax

/// What `${name}` stands for in a document.
package struct Scope: Sendable {
  /// The names and their meanings, in the order in which they are declared.
  package let entries: [Entry]
  /// Whose names these are, for messages: `the template edge`.
  package let owner: String
  /// What to do about a name that is not there, where nothing has a name near to it.
  package let advice: String

  package init(_ entries: [Entry], owner: String, advice: String) {
    self.entries = entries
    self.owner = owner
    self.advice = advice
  }

  /// A name.
  package struct Entry: Sendable {
    package let name: String
    /// Where it is declared; `nil` for a name that cnigen itself gives.
    package let place: SourceRange?
    package let meaning: Meaning

    package init(_ name: String, at place: SourceRange?, _ meaning: Meaning) {
      self.name = name
      self.place = place
      self.meaning = meaning
    }
  }

  /// What stands for a name.
  package enum Meaning: Sendable {
    case value(Node)
    /// Nothing was given for it: the key that it is the value of goes away.
    case absent
    /// It was given, and cannot be used. That has been told; the key goes away.
    case unusable
  }

  /// The scope of a document that stands for itself. Nothing has a name there.
  package static let none = Scope(
    [], owner: "a profile",
    advice: "names are for templates, and for the profiles of fleets; write $${ for the characters themselves")

  subscript(name: String) -> Entry? { entries.first { $0.name == name } }
}
