import Foundation

/// The commands of the program, as `cnigen --experimental-dump-help` describes them.
package struct CommandTree: Decodable {
  package let commandName: String
  let abstract: String?
  let discussion: String?
  let arguments: [Argument]?
  let subcommands: [CommandTree]?

  /// The commands, without `help`, which the argument parser brings along.
  package var commands: [CommandTree] { (subcommands ?? []).filter { $0.commandName != "help" } }

  /// Reads the description.
  package static func read(_ json: String) throws -> CommandTree {
    try JSONDecoder().decode(Description.self, from: Data(json.utf8)).command
  }

  private struct Description: Decodable {
    let command: CommandTree
  }

  /// What stands behind a command.
  struct Argument: Decodable {
    let kind: Kind
    let abstract: String?
    let names: [Name]?
    let valueName: String?
    let sectionTitle: String?
    let defaultValue: String?
    let isOptional: Bool
    let isRepeating: Bool
    let shouldDisplay: Bool
    let parsingStrategy: String

    enum Kind: String, Decodable {
      case positional
      case option
      case flag
    }

    struct Name: Decodable {
      let kind: String
      let name: String

      var isShort: Bool { kind == "short" }
    }
  }

  /// What is shown of its arguments; those that every command has stand behind the others.
  var shown: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }

  var positionals: [Argument] { shown.filter { $0.kind == .positional } }

  /// The options and flags of its own.
  var options: [Argument] { shown.filter { $0.kind != .positional && !$0.isCommon } }

  /// The paragraphs of the discussion.
  var paragraphs: [String] {
    (discussion ?? "").components(separatedBy: "\n\n").filter { !$0.isEmpty }
  }

  /// All that is said about the command, where somebody looks for a word in it.
  var words: String {
    ([abstract, discussion] + shown.map(\.abstract)).compactMap(\.self).joined(separator: "\n")
  }
}

extension CommandTree.Argument {
  /// Whether every command has it, so that no page but the first tells of it.
  var isCommon: Bool { names?.contains { $0.name == "version" || $0.name == "help" } ?? false }

  /// Its names in macros: `Fl o`, `Fl -output`.
  var flags: [String] {
    let names = (names ?? []).sorted { $0.isShort && !$1.isShort }
    return names.map { $0.isShort ? "Fl \($0.name)" : "Fl -\(MdocText.code($0.name))" }
  }

  /// Its value in macros: `Ar dir`, or the words that it takes: `Cm tree | tar`.
  var value: String {
    guard kind != .flag, let valueName else { return "" }
    let dots = isRepeating && (kind == .positional || parsingStrategy == "upToNextOption") ? " ..." : ""
    let words = valueName.split(separator: "|").map { MdocText.argument(String($0)) }
    return words.count > 1 ? "Cm \(words.joined(separator: " | "))" : "Ar \(words.joined())\(dots)"
  }

  /// The value as the synopsis has it: many words would be longer than a line.
  var shortValue: String {
    guard value.count > 50, let name = names?.first(where: { !$0.isShort })?.name else { return value }
    return "Ar \(name)"
  }
}
