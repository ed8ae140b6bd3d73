import Foundation

/// The page of the program itself: `cnigen(1)`.
struct MainPage {
  let root: CommandTree
  let release: Mdoc.Release

  func text() -> String {
    var page = Mdoc(root.commandName, section: 1, release)
    page.name(root.commandName, root.abstract ?? "")
    page.section("SYNOPSIS")
    page.macro("Nm")
    page.macro("Ar command")
    page.macro("Op Ar argument ...")
    page.section("DESCRIPTION")
    for paragraph in root.paragraphs where !ExitStatuses.isAbout(paragraph) { page.paragraph(paragraph) }
    page.paragraph("The commands, each with a page of its own:")
    page.list(root.commands) { command, page in
      page.macro("It Xr \(root.commandName)-\(command.commandName) 1")
      page.prose(command.abstract ?? "")
    }
    page.paragraph("The options that each of them has:")
    CommandPage.write(root.shown.filter(\.isCommon), &page)
    Surroundings.write(words: root.commands.map(\.words).joined(separator: "\n"), &page)
    ExitStatuses(of: root, root).write(&page)
    Example.write(Examples.first, &page)
    SeeAlso.write(root.commands.map { "\(root.commandName)-\($0.commandName)" }.sorted(), &page)
    return page.text
  }
}
