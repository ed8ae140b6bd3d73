import Diagnostics

/// Fields of values, and what Go says where there is none.
enum FieldLookup {
  /// The value of a field.
  static func take(_ field: TemplateOperand.Field, of value: TemplateValue) throws(TemplateFault) -> TemplateValue {
    if case .data(let fields) = value, let found = fields.first(where: { $0.name == field.name }) { return found.value }
    throw missing(field, in: value)
  }

  /// The fault of a `range` over what is no list.
  static func noList(_ value: TemplateValue, _ list: TemplateOperand) -> TemplateFault {
    .fails(
      "range goes through a list, and this is \(value.kindWord)", go: "range can't iterate over \(value.text)",
      list.bytes, help: "write .PodCIDRRanges or .Routes")
  }

  private static func missing(_ field: TemplateOperand.Field, in value: TemplateValue) -> TemplateFault {
    let go = "can't evaluate field \(field.name) in type \(value.type)"
    guard case .data(let fields) = value else {
      return .fails(
        "\(value.kindWord) has no fields, and so no \(field.name)", go: go, field.bytes,
        help: "within range a field of the whole is $.\(field.name)")
    }
    let names = fields.map(\.name)
    let meant = Spelling.nearest(to: field.name, among: names)
    return .fails(
      "there is no field \(field.name)", go: go, field.bytes,
      help: meant.map { "write .\($0)" } ?? "the fields are \(names.map { ".\($0)" }.joined(separator: ", "))")
  }
}

extension TemplateValue {
  /// What it is, for people.
  fileprivate var kindWord: String {
    switch self {
    case .data: "the data as a whole"
    case .string: "a text"
    case .list: "a list"
    case .integer: "a number"
    }
  }
}
