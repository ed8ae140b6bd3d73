import CNIModel
import Diagnostics
import Outputs
import Syntax

/// `outputs:`, the files that bring the others to nodes: a list of words, and of mappings from a word to its options.
enum OutputsSection {
  /// The words with their options, for whoever looks one up or makes a schema.
  static var section: Section {
    Section(
      name: "outputs",
      fields: Output.all.map { output in
        Section.Entry(
          name: output.word, summary: output.summary,
          shape: .either([.only(true), .section(OutputOptions.section(output))]))
      })
  }

  static var shape: Shape {
    .list(.either([.word(Output.all.map(\.word)), .section(section)]))
  }

  static func read(_ member: Node.Member, _ bag: inout DiagnosticBag) -> [OutputRequest] {
    guard let nodes = member.value.sequence else {
      let word = member.value.scalar?.text ?? member.value.mapping?.first?.key
      bag.error(
        "wrong-type", "outputs takes a list, not \(member.value.kindWord)", at: member.value.range,
        help: "write outputs: [\(word.flatMap(Output.meant) ?? "daemonSet")]")
      return []
    }
    var requests: [OutputRequest] = []
    for node in nodes {
      switch node.content {
      case .scalar(let scalar) where !scalar.isNull:
        guard let output = output(scalar.text, at: node.range, beside: [], &bag) else { continue }
        add(OutputRequest(output, at: node.range), to: &requests, &bag)
      case .mapping(let members):
        for member in members {
          guard let request = read(member, of: members, &bag) else { continue }
          add(request, to: &requests, &bag)
        }
      default: Scalars.wrong(node, of: "an entry of outputs", wants: "a word, or a mapping from it to options", &bag)
      }
    }
    return requests
  }

  /// A word with its options.
  ///
  /// - Parameter entry: all members of the entry that it stands in.
  private static func read(
    _ member: Node.Member, of entry: [Node.Member], _ bag: inout DiagnosticBag
  ) -> OutputRequest? {
    guard let output = output(member.key, at: member.keyRange, beside: entry.map(\.key), &bag) else { return nil }
    var request = OutputRequest(output, at: member.keyRange)
    switch member.value.content {
    case .mapping: request.settings = OutputOptions.read(member.value, of: output, &bag)
    case .scalar(let scalar) where scalar.isPlain && scalar.text == "true": break
    default:
      bag.error(
        "wrong-type", "\(output.word) takes true or a mapping with options, not \(member.value.kindWord)",
        at: member.value.isNull ? member.keyRange : member.value.range,
        help: "write \(output.word) alone for none, or options indented below it")
    }
    return request
  }

  private static func output(
    _ word: String, at range: SourceRange, beside words: [String], _ bag: inout DiagnosticBag
  ) -> Output? {
    if let output = Output.named(word) { return output }
    let owners = Output.all.filter { $0.options.contains { $0.name == word } }
    let owner = owners.first { words.contains($0.word) } ?? owners.first
    let help =
      if let owner {
        "\(word) is an option of \(owner.word): indent it below \(owner.word), or write {\(owner.word): {\(word): …}}"
      } else if let meant = Output.meant(by: word) {
        "write \(meant)"
      } else {
        "there are \(Words.all(Output.all.map(\.word)))"
      }
    bag.error("unknown-output", "there is no output \(word)", at: range, help: help)
    return nil
  }

  private static func add(_ request: OutputRequest, to requests: inout [OutputRequest], _ bag: inout DiagnosticBag) {
    if let first = requests.first(where: { $0.output.word == request.output.word }) {
      bag.error(
        "duplicate-output", "\(request.output.word) stands here twice", at: request.range,
        notes: [
          Diagnostic.Note("the first one is here", at: first.range),
          Diagnostic.Note("both would be written to \(request.output.fileName)"),
        ], help: "keep one of them")
    } else {
      requests.append(request)
    }
  }
}
