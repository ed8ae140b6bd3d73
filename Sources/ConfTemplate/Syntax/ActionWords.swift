/// The words of one action, read from left to right.
struct ActionWords {
  private var tokens: ArraySlice<TemplateToken>
  private let bytes: Range<Int>

  /// - Parameter bytes: the whole action.
  init(_ tokens: [TemplateToken], in bytes: Range<Int>) {
    self.tokens = tokens[...]
    self.bytes = bytes
    skipSpace()
    while self.tokens.last?.kind == .space { self.tokens.removeLast() }
  }

  /// The first word, where it is one.
  var keyword: String? { if case .word(let word)? = tokens.first?.kind { word } else { nil } }

  /// Takes the first word away, with the space behind it.
  mutating func dropFirst() {
    _ = tokens.popFirst()
    skipSpace()
  }

  /// Makes sure that nothing else stands in the action.
  func nothing(behind keyword: String) throws(TemplateFault) {
    guard let first = tokens.first else { return }
    throw .broken(
      "nothing can stand behind \(keyword)", first.bytes,
      help: "write {{\(keyword)}}")
  }

  /// The variables of a `range`, one for the element or two for number and element; none where it names none.
  mutating func declared() throws(TemplateFault) -> [String] {
    var rest = self
    guard let first = rest.variable() else { return [] }
    var names = [first]
    if rest.take(.comma) {
      guard let second = rest.variable() else {
        throw .broken(
          "range takes one or two variables", bytes,
          help: "write {{range $i, $e := .PodCIDRRanges}}")
      }
      names.append(second)
    }
    guard rest.take(.declare) else {
      // {{range $x}} goes through a variable; {{range $x = …}} and a comma without := are something else.
      if names.count == 1, rest.tokens.first?.kind != .assign { return [] }
      if rest.tokens.first?.kind == .assign { throw .beyond("a variable that is set once more", bytes) }
      throw .broken(
        "range takes one or two variables and :=", bytes,
        help: "write {{range $i, $e := .PodCIDRRanges}}")
    }
    self = rest
    return names
  }

  /// The one value that the rest of the action names.
  ///
  /// - Parameter owner: what the value is for, in Go's words: `if`, `range`, `command`.
  mutating func operand(of owner: String, known: [String]) throws(TemplateFault) -> TemplateOperand {
    guard let first = tokens.first else {
      throw .broken(
        owner == "command" ? "this action is empty" : "\(owner) names nothing", bytes)
    }
    try refuseWhatIsNoValue(first)
    _ = tokens.popFirst()
    var fields: [TemplateOperand.Field] = []
    let base: TemplateOperand.Base
    switch first.kind {
    case .variable(let name):
      if setsVariable { throw .beyond("a variable that is set", bytes) }
      guard known.contains(name) else {
        throw .broken(
          "there is no variable \(name) here", first.bytes,
          help: "a range declares variables: {{range $i, $e := .PodCIDRRanges}}")
      }
      base = .variable(name)
    case .field(let name):
      base = .dot
      fields.append(TemplateOperand.Field(name: name, bytes: first.bytes))
    default: base = .dot
    }
    var end = first.bytes.upperBound
    while case .field(let name)? = tokens.first?.kind, first.kind != .dot {
      let bytes = tokens.removeFirst().bytes
      fields.append(TemplateOperand.Field(name: name, bytes: bytes))
      end = bytes.upperBound
    }
    let operand = TemplateOperand(base: base, fields: fields, bytes: first.bytes.lowerBound..<end)
    try refuseRest(behind: operand)
    return operand
  }

  /// Whether what stands behind a variable sets it.
  private var setsVariable: Bool {
    let next = tokens.first { $0.kind != .space }?.kind
    return next == .declare || next == .assign
  }

  /// Functions, constants and parentheses.
  private func refuseWhatIsNoValue(_ first: TemplateToken) throws(TemplateFault) {
    switch first.kind {
    case .field, .variable, .dot: return
    case .word, .constant, .leftParenthesis:
      try refuseUnknownFunctions()
      throw .beyond(Self.beyond(first), bytes)
    default:
      throw .broken("a value is missing", first.bytes)
    }
  }

  /// What stands behind a value: a pipeline, an assignment, or something that Go does not take either.
  private func refuseRest(behind operand: TemplateOperand) throws(TemplateFault) {
    guard tokens.contains(where: { $0.kind != .space }) else { return }
    try refuseUnknownFunctions()
    if case .field? = tokens.first?.kind {
      throw .broken("a dot alone has no fields", operand.bytes, help: "write one dot before the field")
    }
    let rest = tokens.drop { $0.kind == .space }
    guard let next = rest.first else { return }
    switch next.kind {
    case .pipe: throw .beyond("a pipeline", bytes)
    case .declare, .assign: throw .beyond("a variable that is set", bytes)
    case .field, .variable, .dot, .constant, .word, .leftParenthesis:
      throw .fails(
        "\(operand.words) is a value and takes no arguments", go: operand.refusalOfArguments, next.bytes,
        help: "write one value in an action")
    default: throw .broken("this cannot stand behind a value", next.bytes)
    }
  }

  /// Go looks functions up before anything else.
  private func refuseUnknownFunctions() throws(TemplateFault) {
    for token in tokens {
      guard case .word(let word) = token.kind, !Self.functions.contains(word) else { continue }
      guard !Self.keywords.contains(word) else {
        throw .broken("\(word) cannot stand here", token.bytes)
      }
      throw .broken(
        "there is no function \(word)", token.bytes,
        help: "a field begins with a dot: {{.PodCIDR}}")
    }
  }

  private static func beyond(_ token: TemplateToken) -> String {
    switch token.kind {
    case .word(let word) where !constants.contains(word): "the function \(word)"
    case .leftParenthesis: "parentheses"
    default: "a constant"
    }
  }

  private mutating func variable() -> String? {
    guard case .variable(let name)? = tokens.first?.kind else { return nil }
    dropFirst()
    return name
  }

  private mutating func take(_ kind: TemplateToken.Kind) -> Bool {
    guard tokens.first?.kind == kind else { return false }
    dropFirst()
    return true
  }

  private mutating func skipSpace() {
    while tokens.first?.kind == .space { tokens.removeFirst() }
  }

  private static let constants = ["true", "false", "nil"]

  /// What text/template has without being given functions, which containerd does not give it.
  private static let functions =
    constants + [
      "and", "call", "eq", "ge", "gt", "html", "index", "js", "le", "len", "lt", "ne", "not", "or", "print", "printf",
      "println", "slice", "urlquery",
    ]

  private static let keywords = [
    "block", "break", "continue", "define", "else", "end", "if", "range", "template", "with",
  ]
}
