/// Puts a template's pieces together. What Go would refuse is `broken`; what Go knows and cnigen does not evaluate is
/// `beyond`.
struct TemplateParser {
  /// No template nests deeper.
  static let maximumDepth = 32

  private var pieces: ArraySlice<TemplatePiece>
  /// The variables that are known where the parser is.
  private var variables: [String] = ["$"]
  private let length: Int

  private init(_ pieces: [TemplatePiece], length: Int) {
    self.pieces = pieces[...]
    self.length = length
  }

  /// The nodes of a template.
  static func parse(_ pieces: [TemplatePiece], length: Int) throws(TemplateFault) -> [TemplateNode] {
    var parser = TemplateParser(pieces, length: length)
    let (nodes, end) = try parser.block(opened: nil, depth: 0)
    if let end { throw misplaced(end) }
    return nodes
  }

  /// What ends a block: `end`, `else`, or `else if` with its condition.
  private struct Ending {
    let word: String
    let rest: ActionWords
    let bytes: Range<Int>
  }

  /// Reads nodes up to the action that ends the block.
  private mutating func block(
    opened: Range<Int>?, depth: Int
  ) throws(TemplateFault) -> (nodes: [TemplateNode], ending: Ending?) {
    if depth > Self.maximumDepth {
      throw .beyond("blocks within more than \(Self.maximumDepth) others", opened ?? 0..<0)
    }
    var nodes: [TemplateNode] = []
    while let piece = pieces.popFirst() {
      switch piece {
      case .text(let bytes): nodes.append(.text(bytes))
      case .action(let tokens, let bytes):
        var words = ActionWords(tokens, in: bytes)
        switch words.keyword {
        case "if":
          words.dropFirst()
          nodes.append(try condition(words, bytes, depth: depth))
        case "range":
          words.dropFirst()
          nodes.append(try range(words, bytes, depth: depth))
        case "end", "else":
          let word = words.keyword ?? ""
          words.dropFirst()
          return (nodes, Ending(word: word, rest: words, bytes: bytes))
        case "with", "define", "template", "block", "break", "continue":
          throw .beyond("{{\(words.keyword ?? "")}}", bytes)
        default:
          nodes.append(.output(try words.operand(of: "command", known: variables), action: bytes))
        }
      }
    }
    if let opened {
      throw .broken(
        "this block has no {{end}}", opened, help: "write {{end}} where it ends")
    }
    return (nodes, nil)
  }

  private mutating func condition(
    _ words: ActionWords, _ bytes: Range<Int>, depth: Int
  ) throws(TemplateFault) -> TemplateNode {
    var words = words
    let test = try words.operand(of: "if", known: variables)
    let (body, ending) = try block(opened: bytes, depth: depth + 1)
    return .condition(test, then: body, otherwise: try otherwise(ending, bytes, depth: depth))
  }

  /// What stands behind `{{else}}`; nothing where the block ends at once.
  private mutating func otherwise(
    _ ending: Ending?, _ bytes: Range<Int>, depth: Int, takesCondition: Bool = true
  ) throws(TemplateFault) -> [TemplateNode] {
    guard let ending else { return [] }
    guard ending.word == "else" else {
      try ending.rest.nothing(behind: "end")
      return []
    }
    var rest = ending.rest
    if takesCondition, rest.keyword == "if" {
      rest.dropFirst()
      // It shares its {{end}} with the block that it belongs to.
      return [try condition(rest, ending.bytes, depth: depth + 1)]
    }
    try rest.nothing(behind: "else")
    let (nodes, last) = try block(opened: bytes, depth: depth + 1)
    guard let last, last.word == "end" else { throw Self.misplaced(last ?? ending) }
    try last.rest.nothing(behind: "end")
    return nodes
  }

  private mutating func range(
    _ words: ActionWords, _ bytes: Range<Int>, depth: Int
  ) throws(TemplateFault) -> TemplateNode {
    var words = words
    let names = try words.declared()
    let list = try words.operand(of: "range", known: variables)
    let known = variables.count
    variables += names
    let (body, ending) = try block(opened: bytes, depth: depth + 1)
    let otherwise = try otherwise(ending, bytes, depth: depth, takesCondition: false)
    variables.removeSubrange(known...)
    let loop = TemplateLoop(index: names.count == 2 ? names.first : nil, element: names.last, list: list)
    return .range(loop, body: body, otherwise: otherwise)
  }

  private static func misplaced(_ ending: Ending) -> TemplateFault {
    .broken(
      "{{\(ending.word)}} ends no block", ending.bytes,
      help: "take it out, or open the block with {{if …}} or {{range …}}")
  }
}
