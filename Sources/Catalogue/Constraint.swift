package import NetworkTypes

/// Something that the code of a plugin, a runtime or the kernel demands, allows or does, whatever the key looks like.
package struct Constraint: Sendable, Hashable {
  /// How a fact came to be known.
  package enum Evidence: String, Sendable, Hashable {
    /// A binary of the release was run.
    case measured
    /// It was read, in whole or in part, from the source or from release notes, and not run.
    case source
  }

  /// Releases of the reference plugins in which it holds.
  package let span: ReleaseSpan
  /// CNI names of the keys that it is about, those of nested objects with dots (`ranges.subnet`); empty where it is
  /// about the plugin as a whole.
  package let keys: [String]
  /// What is so, in one line.
  package let what: String
  /// What the plugin says where the constraint is broken; empty where it says nothing.
  package let errors: [ErrorText]
  package let evidence: Evidence

  package init(
    _ span: ReleaseSpan, on keys: [String] = [], _ what: String, errors: [ErrorText] = [],
    evidence: Evidence = .measured
  ) {
    self.span = span
    self.keys = keys
    self.what = what
    self.errors = errors
    self.evidence = evidence
  }

  /// The texts that a release gives, whatever the case.
  package func errors(in release: Version) -> [ErrorText] { errors.filter { $0.span.contains(release) } }
}

/// An error text as a program prints it.
///
/// `%d`, `%s`, `%q`, `%T` and `%v` stand for a value: a number, a text, a text in double quotes, a type's name, a list.
/// Three dots stand for what differs from node to node.
package struct ErrorText: Sendable, Hashable, ExpressibleByStringLiteral {
  /// Releases that use this wording.
  package let span: ReleaseSpan
  package let text: String
  /// What brings it about, in a few words, where one constraint has several texts; otherwise empty.
  package let when: String

  package init(_ span: ReleaseSpan, _ text: String, when: String = "") {
    self.span = span
    self.text = text
    self.when = when
  }

  /// A wording that never changed, for one case of several.
  package init(_ text: String, when: String = "") {
    self.init(.always, text, when: when)
  }

  /// A wording that never changed.
  package init(stringLiteral text: String) {
    self.init(.always, text)
  }

  /// The text with its placeholders filled from left to right; one without a value stays as it is.
  package func filled(with values: [String]) -> String {
    var result = ""
    var rest = values[...]
    var characters = text[...]
    while let sign = characters.firstIndex(of: "%") {
      result += characters[..<sign]
      let next = characters.index(after: sign)
      guard next < characters.endIndex, let value = rest.first, "dsqTv".contains(characters[next]) else {
        result.append("%")
        characters = characters[next...]
        continue
      }
      result += characters[next] == "q" ? "\"\(value)\"" : value
      rest = rest.dropFirst()
      characters = characters[characters.index(after: next)...]
    }
    return result + characters
  }
}
