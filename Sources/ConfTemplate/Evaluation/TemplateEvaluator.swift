/// Evaluates a template as Go's text/template does.
struct TemplateEvaluator {
  /// No template takes more steps, and no result has more bytes: loops within loops grow without bound.
  private static let maximumSteps = 100_000
  private static let maximumBytes = 1 << 20

  private let template: [UInt8]
  private var rendering = Rendering()
  private var variables: [(name: String, value: TemplateValue)]
  private var steps = 0

  private init(_ template: [UInt8], data: TemplateValue) {
    self.template = template
    variables = [("$", data)]
  }

  /// How an evaluation ended.
  struct Outcome {
    /// What was written; up to the fault, where there is one.
    let rendering: Rendering
    let fault: TemplateFault?
  }

  /// Evaluates the nodes of a template with the data that it is started with.
  static func evaluate(_ nodes: [TemplateNode], of template: [UInt8], data: TemplateValue) -> Outcome {
    var evaluator = TemplateEvaluator(template, data: data)
    do throws(TemplateFault) {
      try evaluator.walk(nodes, at: data)
      return Outcome(rendering: evaluator.rendering, fault: nil)
    } catch {
      return Outcome(rendering: evaluator.rendering, fault: error)
    }
  }

  private mutating func walk(_ nodes: [TemplateNode], at dot: TemplateValue) throws(TemplateFault) {
    for node in nodes { try walk(node, at: dot) }
  }

  private mutating func walk(_ node: TemplateNode, at dot: TemplateValue) throws(TemplateFault) {
    steps += 1
    guard steps <= Self.maximumSteps, rendering.bytes.count <= Self.maximumBytes else {
      throw .beyond("loops that make more than \(Self.maximumBytes) bytes", 0..<0)
    }
    switch node {
    case .text(let bytes): rendering.copy(bytes, of: template)
    case .output(let operand, let action): rendering.write(try value(of: operand, at: dot).text, from: action)
    case .condition(let test, let then, let otherwise):
      try walk(try value(of: test, at: dot).isTrue ? then : otherwise, at: dot)
    case .range(let loop, let body, let otherwise): try walk(loop, body, otherwise, at: dot)
    }
  }

  private mutating func walk(
    _ loop: TemplateLoop, _ body: [TemplateNode], _ otherwise: [TemplateNode], at dot: TemplateValue
  ) throws(TemplateFault) {
    let value = try value(of: loop.list, at: dot)
    guard case .list(let elements) = value else { throw FieldLookup.noList(value, loop.list) }
    let known = variables.count
    defer { variables.removeSubrange(known...) }
    // Until the first turn the variables hold the list itself, and behind {{else}} they still do.
    for name in [loop.index, loop.element].compactMap(\.self) { variables.append((name, value)) }
    if elements.isEmpty { return try walk(otherwise, at: dot) }
    for (number, element) in elements.enumerated() {
      if let index = loop.index { variables[known] = (index, .integer(number)) }
      if let name = loop.element { variables[variables.count - 1] = (name, .string(element)) }
      try walk(body, at: .string(element))
    }
  }

  private func value(of operand: TemplateOperand, at dot: TemplateValue) throws(TemplateFault) -> TemplateValue {
    var value = dot
    if case .variable(let name) = operand.base, let found = variables.last(where: { $0.name == name }) {
      value = found.value
    }
    for field in operand.fields { value = try FieldLookup.take(field, of: value) }
    return value
  }
}
