import CNIModel
import Catalogue
import NetworkTypes

/// A value of a template.
enum TemplateValue: Sendable, Equatable {
  /// What containerd starts the template with: its fields by name, in the order of the struct.
  case data([Field])
  case string(String)
  case list([String])
  case integer(Int)

  /// A field of the data.
  struct Field: Sendable, Equatable {
    let name: String
    let value: TemplateValue
  }

  /// The data that a release of containerd hands a template.
  static func data(for pods: PodCIDRs, in release: Version) -> TemplateValue {
    let ranges = pods.cidrs.map(\.description)
    let fields = Containerd.Template.fields(in: release).map { field in
      let value: TemplateValue =
        switch field.content {
        case .firstCIDR: .string(ranges.first ?? "")
        case .everyCIDR: .list(ranges)
        case .defaultRoutes: .list(pods.families.map(\.defaultRoute))
        }
      return Field(name: field.name, value: value)
    }
    return .data(fields)
  }

  /// Whether `if` takes it for true.
  var isTrue: Bool {
    switch self {
    case .data: true
    case .string(let text): !text.isEmpty
    case .list(let elements): !elements.isEmpty
    case .integer(let number): number != 0
    }
  }

  /// How Go prints it.
  var text: String {
    switch self {
    case .data(let fields): "{" + fields.map(\.value.text).joined(separator: " ") + "}"
    case .string(let text): text
    case .list(let elements): "[" + elements.joined(separator: " ") + "]"
    case .integer(let number): String(number)
    }
  }

  /// The name of its type, as Go's messages have it.
  var type: String {
    switch self {
    case .data: "server.cniConfigTemplate"
    case .string: "string"
    case .list: "[]string"
    case .integer: "int"
    }
  }
}
