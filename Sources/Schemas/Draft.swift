/// A version of JSON Schema that schemas are written in.
package enum Draft: String, Sendable, CaseIterable {
  /// What validators of today read.
  case draft2020 = "2020-12"
  /// What most editors read.
  case draft7 = "7"

  /// The address of its own schema.
  package var uri: String {
    switch self {
    case .draft2020: "https://json-schema.org/draft/2020-12/schema"
    case .draft7: "http://json-schema.org/draft-07/schema#"
    }
  }

  /// Where shared parts stand.
  var definitions: String {
    switch self {
    case .draft2020: "$defs"
    case .draft7: "definitions"
    }
  }
}
