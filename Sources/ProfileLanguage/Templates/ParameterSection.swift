import CNIModel
import Diagnostics
import NetworkTypes
import Syntax

/// A parameter as it is being read.
struct ParameterDraft {
  var parameter: Parameter
  /// The words of `type:` and `of:`, and where they stand.
  var type: Node?
  var inner: Node?
  /// The default and the example, which are checked when the type is known.
  var defaultValue: Node?
  var example: Node?
}

/// An entry of `parameters:` in a template.
enum ParameterSection {
  static let table = FieldTable<ParameterDraft>(
    name: "the parameter",
    fields: [
      Field("type", ParameterType.words.joined(separator: ", "), .word(ParameterType.words)) { member, draft, _ in
        draft.type = member.value
      },
      Field("of", "the type of a list's entries, or of a map's values", .word(ParameterType.scalarWords)) {
        member, draft, _ in
        draft.inner = member.value
      },
      Field("default", "what stands in for a value that is not given", .anything) { member, draft, _ in
        draft.defaultValue = member.value
      },
      Field("optional", "true: without a value the key that it is the value of goes away", .flag) {
        member, draft, bag in
        draft.parameter.isOptional = Scalars.bool(member.value, of: "optional", &bag)?.value ?? false
      },
      Field("minimum", "the least number, or the least number of entries", .number) { member, draft, bag in
        draft.parameter.minimum = Scalars.integer(member.value, of: "minimum", &bag)?.value
      },
      Field("maximum", "the greatest number, or the greatest number of entries", .number) { member, draft, bag in
        draft.parameter.maximum = Scalars.integer(member.value, of: "maximum", &bag)?.value
      },
      Field("values", "the texts that it takes, where it takes only some", .list(.text)) { member, draft, bag in
        draft.parameter.values = Scalars.texts(member, &bag)?.map(\.value) ?? []
      },
      Field(
        "family", "ipv4 or ipv6: the addresses that it takes, where it takes only one family", .word(["ipv4", "ipv6"])
      ) {
        member, draft, bag in
        draft.parameter.family = family(member, &bag)
      },
      Field("summary", "what it is for, in one line", .text) { member, draft, bag in
        draft.parameter.summary = Scalars.text(member, &bag)?.value ?? ""
      },
      Field("example", "a value to start from", .anything) { member, draft, _ in draft.example = member.value },
    ],
    demands: [.key("type"), .keyWhere("of", key: "type", is: "list"), .atMostOne(["default", "optional"])])

  /// Reads the parameters of a template.
  static func readAll(_ member: Node.Member, _ bag: inout DiagnosticBag) -> [Parameter] {
    guard let members = member.value.mapping else {
      Scalars.wrong(member.value, of: "parameters", wants: "a mapping from name to parameter", &bag)
      return []
    }
    return members.map { read($0, &bag) }
  }

  private static func read(_ member: Node.Member, _ bag: inout DiagnosticBag) -> Parameter {
    if !Placeholder.isName(member.key) || member.key.contains(".") || member.key.contains("/") {
      bag.error(
        "invalid-placeholder", "a parameter cannot be named \(member.key)", at: member.keyRange,
        help: "use letters, digits, dashes and underscores, a letter first")
    }
    var draft = ParameterDraft(parameter: Parameter(name: member.key, range: member.keyRange))
    table.read(member.value, into: &draft, &bag)
    let isTyped = readType(&draft, at: member, &bag)
    var parameter = draft.parameter
    if let given = draft.defaultValue, isTyped { parameter.defaultValue = parameter.take(given, &bag) ?? given }
    if let given = draft.example, isTyped { parameter.example = parameter.take(given, &bag) }
    if parameter.isOptional, let given = draft.defaultValue {
      bag.error(
        "exclusive-keys", "\(member.key) is optional and has a default", at: given.range,
        help: "keep one: without a value an optional parameter removes its key")
    }
    return parameter
  }

  /// Whether the type could be read.
  private static func readType(
    _ draft: inout ParameterDraft, at member: Node.Member, _ bag: inout DiagnosticBag
  ) -> Bool {
    guard member.value.mapping != nil else { return false }
    guard let type = draft.type else {
      bag.error(
        "missing-key", "the parameter \(member.key) has no type", at: member.keyRange,
        help: "add one of: \(ParameterType.words.joined(separator: ", "))")
      return false
    }
    var inner: ParameterType?
    if let node = draft.inner {
      inner = word(node, "of", &bag).flatMap { $0 == "list" || $0 == "map" ? nil : ParameterType($0, of: nil) }
      if inner == nil { return false }
    }
    guard let text = word(type, "type", &bag) else { return false }
    guard let read = ParameterType(text, of: inner) else {
      bag.error(
        "missing-key", "the list \(member.key) does not say what its entries are", at: type.range,
        help: "add of: with one of string, cidr, address and the like")
      return false
    }
    draft.parameter.type = read
    return true
  }

  private static func word(_ node: Node, _ key: String, _ bag: inout DiagnosticBag) -> String? {
    guard let text = Scalars.text(node, of: key, &bag)?.value else { return nil }
    let words = key == "of" ? ParameterType.scalarWords : ParameterType.words
    guard !words.contains(text) else { return text }
    bag.error(
      "unknown-value", "\(key) takes \(Words.either(words)), not \(text)", at: node.range,
      help: Spelling.nearest(to: text, among: words).map { "write \($0)" })
    return nil
  }

  private static func family(_ member: Node.Member, _ bag: inout DiagnosticBag) -> IPAddress.Family? {
    switch Scalars.text(member, &bag)?.value {
    case "ipv4": return .ipv4
    case "ipv6": return .ipv6
    case .some(let text):
      bag.error("unknown-value", "family takes ipv4 or ipv6, not \(text)", at: member.value.range)
      return nil
    case nil: return nil
    }
  }
}
