/// The page of a command: `cnigen-build(1)`.
struct CommandPage {
  let command: CommandTree
  let root: CommandTree
  let examples: [Example]
  let release: Mdoc.Release

  var name: String { "\(root.commandName)-\(command.commandName)" }

  func text() -> String {
    var page = Mdoc(name, section: 1, release)
    page.name(name, command.abstract ?? "")
    writeSynopsis(&page)
    page.section("DESCRIPTION")
    for paragraph in command.paragraphs where !ExitStatuses.isAbout(paragraph) { page.paragraph(paragraph) }
    writeArguments(&page)
    Surroundings.write(for: command, &page)
    ExitStatuses(of: command, root).write(&page)
    Example.write(examples, &page)
    writeSeeAlso(&page)
    return page.text
  }

  private func writeSynopsis(_ page: inout Mdoc) {
    page.section("SYNOPSIS")
    page.macro("Nm \(root.commandName) Cm \(command.commandName)")
    for option in command.options {
      let words = [option.flags.joined(separator: " | ").replacing("| Fl ", with: "| "), option.shortValue]
      let line = words.filter { !$0.isEmpty }.joined(separator: " ")
      page.macro(option.isOptional ? "Op \(line)" : line)
    }
    for argument in command.positionals {
      page.macro(argument.isOptional ? "Op \(argument.value)" : argument.value)
    }
  }

  private func writeArguments(_ page: inout Mdoc) {
    if !command.positionals.isEmpty { page.paragraph("The arguments:") }
    page.list(command.positionals) { argument, page in
      page.macro("It \(argument.value)")
      page.prose(Self.meaning(argument))
    }
    page.section("OPTIONS")
    let own = command.options.filter { $0.sectionTitle == nil }
    Self.write(own, &page)
    var titles: [String] = []
    for title in command.options.compactMap(\.sectionTitle) where !titles.contains(title) { titles.append(title) }
    for title in titles {
      page.subsection(title)
      Self.write(command.options.filter { $0.sectionTitle == title }, &page)
    }
    if !own.isEmpty || !titles.isEmpty { page.paragraph("Besides:") }
    Self.write(command.shown.filter(\.isCommon), &page)
  }

  /// A list of options.
  static func write(_ options: [CommandTree.Argument], _ page: inout Mdoc) {
    page.list(options) { option, page in
      let forms = option.flags.map { option.value.isEmpty ? $0 : "\($0) \(option.value)" }
      page.macro("It \(forms.joined(separator: " , "))")
      page.prose(meaning(option))
    }
  }

  private static func meaning(_ argument: CommandTree.Argument) -> String {
    guard let value = argument.defaultValue, !value.isEmpty else { return argument.abstract ?? "" }
    return "\(argument.abstract ?? "") The default is `\(value)`."
  }

  /// The other commands that the page speaks of.
  private func writeSeeAlso(_ page: inout Mdoc) {
    let spoken = command.words + examples.map(\.lines).joined()
    let others = root.commands.map(\.commandName)
      .filter { $0 != command.commandName && spoken.contains("\(root.commandName) \($0)") }
    let pages = [root.commandName] + others.map { "\(root.commandName)-\($0)" }.sorted()
    SeeAlso.write(pages, &page)
  }
}
