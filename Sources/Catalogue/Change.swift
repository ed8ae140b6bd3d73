/// Something that was, or became, different in some releases.
package struct Change: Sendable, Hashable {
  package let span: ReleaseSpan
  /// What is so in these releases, in one line.
  package let what: String

  package init(_ span: ReleaseSpan, _ what: String) {
    self.span = span
    self.what = what
  }
}

/// A way in which a key differs in some releases from what its entry says.
package struct KeyChange: Sendable, Hashable {
  package let span: ReleaseSpan
  /// What is so in these releases, in one line.
  package let what: String
  /// What an absent key means in them, where that differs.
  package let absent: String?
  /// Whether they demand the key, where that differs.
  package let required: Bool?
  /// The type that they decode, where that differs.
  package let type: ValueType?

  package init(
    _ span: ReleaseSpan, _ what: String, absent: String? = nil, required: Bool? = nil, type: ValueType? = nil
  ) {
    self.span = span
    self.what = what
    self.absent = absent
    self.required = required
    self.type = type
  }
}
