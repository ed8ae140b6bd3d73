/// A template as it is evaluated. Ranges are bytes of the template.
indirect enum TemplateNode: Sendable {
  /// Text that is written as it is.
  case text(Range<Int>)
  /// `{{.PodCIDR}}`, `{{$i}}`: a value that is written; with the whole action.
  case output(TemplateOperand, action: Range<Int>)
  /// `{{if …}} … {{else}} … {{end}}`.
  case condition(TemplateOperand, then: [TemplateNode], otherwise: [TemplateNode])
  /// `{{range …}} … {{else}} … {{end}}`.
  case range(TemplateLoop, body: [TemplateNode], otherwise: [TemplateNode])
}

/// What a value is taken from.
struct TemplateOperand: Sendable {
  /// Where it begins.
  enum Base: Sendable, Equatable {
    case dot
    /// With the dollar sign; `$` alone is the data.
    case variable(String)
  }

  /// A field that is taken.
  struct Field: Sendable {
    let name: String
    let bytes: Range<Int>
  }

  let base: Base
  let fields: [Field]
  let bytes: Range<Int>
}

extension TemplateOperand {
  /// How a template writes it.
  var words: String {
    let names = fields.map { ".\($0.name)" }.joined()
    return switch base {
    case .dot: names.isEmpty ? "." : names
    case .variable(let name): name + names
    }
  }

  /// What Go says where arguments stand behind it.
  var refusalOfArguments: String {
    fields.last.map { "\($0.name) has arguments but cannot be invoked as function" }
      ?? "can't give argument to non-function \(words)"
  }
}

/// The head of a `range`.
struct TemplateLoop: Sendable {
  /// The variable for the element's number, from 0.
  let index: String?
  /// The variable for the element.
  let element: String?
  let list: TemplateOperand
}
