/// A TOML value whose tables keep the order in which their keys were put in.
package indirect enum TOML: Sendable, Equatable {
  case bool(Bool)
  /// A whole or fractional number, as its TOML text.
  case number(String)
  case string(String)
  case array([TOML])
  case table([Member])

  /// A key and its value.
  package struct Member: Sendable, Equatable {
    package let key: String
    package var value: TOML

    package init(_ key: String, _ value: TOML) {
      self.key = key
      self.value = value
    }
  }

  /// The members, if it is a table.
  package var members: [Member]? {
    if case .table(let members) = self { members } else { nil }
  }
}
