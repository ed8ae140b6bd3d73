package import NetworkTypes

/// A key at the top of a network configuration list. Letter case counts there, other than in a plugin's object.
package struct ConflistKey: Sendable {
  /// A form of a JSON value.
  package enum Form: Sendable, Hashable {
    case string
    case boolean
    /// A string that reads true or false in any letter case.
    case booleanInText
    case listOfStrings
    case listOfObjects
  }

  /// The forms that some releases of libcni take; any other fails the load.
  package struct Accepted: Sendable, Hashable {
    package let span: ReleaseSpan
    package let forms: [Form]

    package init(_ span: ReleaseSpan, _ forms: [Form]) {
      self.span = span
      self.forms = forms
    }
  }

  package let name: String
  package let type: ValueType
  /// Releases of libcni that refuse a list without it; `nil` where none does.
  package let requiredBy: ReleaseSpan?
  package let specSince: Version
  /// What to know of its place in the specification; empty where nothing is.
  package let specNote: String
  /// The first libcni that reads it; older ones read past it.
  package let libcniSince: Version
  /// What counts where it is absent, as JSON; empty where it simply counts as not set.
  package let absent: String
  package let accepted: [Accepted]
  /// What it is for, in one line.
  package let summary: String
  /// What surprises about it.
  package let notes: [String]

  package init(
    _ name: String, _ type: ValueType, requiredBy: ReleaseSpan? = nil, specSince: Version, specNote: String = "",
    libcniSince: Version, absent: String = "", accepted: [Accepted], _ summary: String, notes: [String] = []
  ) {
    self.name = name
    self.type = type
    self.requiredBy = requiredBy
    self.specSince = specSince
    self.specNote = specNote
    self.libcniSince = libcniSince
    self.absent = absent
    self.accepted = accepted
    self.summary = summary
    self.notes = notes
  }

  /// The forms that a libcni takes; `nil` where it does not look at the key, so that any value loads.
  package func forms(libcni: Version) -> [Form]? {
    guard libcni >= libcniSince else { return nil }
    return accepted.first { $0.span.contains(libcni) }?.forms
  }
}
