package import NetworkTypes

/// A key of containerd's CNI table.
package struct ContainerdKey: Sendable {
  /// A schema that has the key, and the releases of containerd that read it there.
  package struct Place: Sendable, Hashable {
    package let schema: Int
    package let span: ReleaseSpan

    package init(schema: Int, _ span: ReleaseSpan) {
      self.schema = schema
      self.span = span
    }
  }

  /// What an absent key means in some releases, as a TOML value.
  package struct Default: Sendable, Hashable {
    package let span: ReleaseSpan
    package let value: String

    package init(_ span: ReleaseSpan, _ value: String) {
      self.span = span
      self.value = value
    }
  }

  /// How a key is on its way out.
  package struct Deprecation: Sendable, Hashable {
    /// Releases that call it deprecated.
    package let span: ReleaseSpan
    /// What the log says; empty where it says nothing.
    package let warning: String
    /// What became of it, in one line.
    package let note: String

    package init(_ span: ReleaseSpan, warning: String = "", note: String) {
      self.span = span
      self.warning = warning
      self.note = note
    }
  }

  package let name: String
  package let type: ValueType
  /// Releases of containerd that read the key.
  package let span: ReleaseSpan
  /// Where they read it, by schema.
  package let places: [Place]
  /// What an absent key means on Linux.
  package let defaults: [Default]
  /// What it means on Windows, in words; empty where that is the same.
  package let windowsDefault: String
  /// The values that it takes; empty where it takes any.
  package let values: [String]
  package let deprecation: Deprecation?
  /// What it is for, in one line.
  package let summary: String
  /// What surprises about it; empty where nothing does.
  package let note: String

  package init(
    _ name: String, _ type: ValueType, _ span: ReleaseSpan, places: [Place], defaults: [Default],
    windowsDefault: String = "", values: [String] = [], deprecation: Deprecation? = nil, _ summary: String,
    note: String = ""
  ) {
    self.name = name
    self.type = type
    self.span = span
    self.places = places
    self.defaults = defaults
    self.windowsDefault = windowsDefault
    self.values = values
    self.deprecation = deprecation
    self.summary = summary
    self.note = note
  }

  /// Whether a release reads the key from a file of a schema; never where the file itself has no effect there.
  package func isRead(in release: ContainerdRelease, schema: Int) -> Bool {
    span.contains(release.version) && release.schemas.contains(schema)
      && places.contains { $0.schema == schema && $0.span.contains(release.version) }
  }

  /// What an absent key means to a release on Linux, as a TOML value; `nil` where it does not read the key.
  package func absent(in release: Version) -> String? {
    span.contains(release) ? defaults.first { $0.span.contains(release) }?.value : nil
  }
}
