/// All pages of the manual.
package struct Manual {
  private let root: CommandTree
  private let release: Mdoc.Release
  private let language: String
  private let guides: [String]

  /// - Parameters:
  ///   - tree: the commands of the program.
  ///   - language: the text of `docs/language.md`.
  ///   - guides: the texts of the guides.
  package init(of tree: CommandTree, version: String, date: String, language: String, guides: [String]) {
    root = tree
    release = Mdoc.Release(version: version, date: date)
    self.language = language
    self.guides = guides
  }

  /// The pages by the names of their files: `cnigen-build.1`.
  package var pages: [(name: String, text: String)] {
    [("\(root.commandName).1", MainPage(root: root, release: release).text())]
      + root.commands.map { command in
        let own = Examples.of(command.commandName)
        let examples = own.isEmpty ? Example.all(of: command.commandName, inGuides: guides) : own
        let page = CommandPage(command: command, root: root, examples: examples, release: release)
        return ("\(page.name).1", page.text())
      }
      + [("\(LanguagePage.name).5", LanguagePage(language: language, release: release).text())]
  }
}
