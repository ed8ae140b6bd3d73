import Diagnostics
import Syntax

/// The keys of a section. The table is the section's schema: one loop reads all sections, and unknown keys are
/// found by it alone.
struct FieldTable<Section>: Sendable {
  /// What the section is called in messages: `network`.
  let name: String
  let fields: [Field<Section>]
  private let wants: @Sendable () -> [Demand]

  init(name: String, fields: [Field<Section>], demands: @escaping @autoclosure @Sendable () -> [Demand] = []) {
    self.name = name
    self.fields = fields
    wants = demands
  }

  /// What it wants of its keys together; made when somebody asks.
  var demands: [Demand] { wants() }

  /// Reads a mapping member by member.
  func read(_ node: Node, into section: inout Section, _ bag: inout DiagnosticBag) {
    guard let members = node.mapping else {
      bag.error(
        "wrong-type", "\(name) takes a mapping with keys, not \(node.kindWord)", at: node.range,
        help: "its keys are: \(fields.map(\.name).joined(separator: ", "))")
      return
    }
    for member in members {
      if let field = fields.first(where: { $0.name == member.key }) {
        field.read(member, &section, &bag)
      } else {
        KeyAdvice.report(member, in: name, known: fields.map(\.name), &bag)
      }
    }
  }
}

/// A key of a section: what it is for, what may stand behind it, and how that is read.
struct Field<Section>: Sendable {
  let name: String
  private let words: @Sendable () -> String
  private let form: @Sendable () -> Shape
  let read: @Sendable (Node.Member, inout Section, inout DiagnosticBag) -> Void

  /// Summary and shape are made when somebody asks, so that a build pays for neither.
  init(
    _ name: String, _ summary: @escaping @autoclosure @Sendable () -> String,
    _ shape: @escaping @autoclosure @Sendable () -> Shape,
    _ read: @escaping @Sendable (Node.Member, inout Section, inout DiagnosticBag) -> Void
  ) {
    self.name = name
    words = summary
    form = shape
    self.read = read
  }

  /// What the key is for, in one line.
  var summary: String { words() }

  /// What may stand behind the key.
  var shape: Shape { form() }
}
