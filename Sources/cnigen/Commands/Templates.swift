import ArgumentParser
import Explanation
import ProfileLanguage

/// `cnigen templates`: the templates in the program and what they take.
struct Templates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "List the shipped templates, or tell what one of them takes.",
    discussion: "With --source the template itself is printed, to copy and change: name it by its path then.")

  @Argument(help: ArgumentHelp("A template; nothing lists them all.", valueName: "name"), completion: .templates)
  var name: String?

  @Flag(help: "Print the template's own YAML.")
  var source = false

  func run() throws {
    guard let name else {
      guard !source else { throw ValidationError("--source prints one template; name it.") }
      try Console.print(TemplatePage.list())
      return
    }
    guard let found = TemplateLibrary.named(name) else {
      Console.say("there is no template \(name); \(TemplatePage.advice(about: name))")
      throw ExitStatus.faultyInput
    }
    try Console.print(source ? found.text : TemplatePage.make(found.template))
  }
}
