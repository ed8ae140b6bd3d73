import ArgumentParser
import NetworkTypes
import ArtifactIO
import Catalogue
import Emission
import Schemas

/// `cnigen schema`: JSON Schema of the language and of network configuration lists.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Write a JSON Schema, for editors and other tools.",
    discussion: """
      For an editor: `cnigen schema profile --draft 7 -o cnigen.schema.json`, and as the first line of a profile: \
      # yaml-language-server: $schema=cnigen.schema.json

      Without --plugins the documents of the language are taken for any release of the plugins, and lists for the \
      newest one.
      """)

  @Argument(
    help: ArgumentHelp(
      "What the schema is of: \(DocumentSchema.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "what"))
  var document = DocumentSchema.profile

  @Option(
    help: ArgumentHelp(
      "The version of JSON Schema: 2020-12, or 7, which most editors read.", valueName: "draft"))
  var draft = Draft.draft2020

  @Option(
    help: ArgumentHelp("The release of the CNI reference plugins to judge values for.", valueName: "version"),
    completion: .pluginReleases, transform: TargetOptions.release)
  var plugins: Version?

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"))
  var output = "-"

  func validate() throws {
    guard let version = plugins, Catalogue.pluginRelease(version) == nil else { return }
    throw ValidationError(
      "There is no release \(version) of the plugins in the catalogue; `cnigen explain` lists those there are.")
  }

  func run() throws {
    let bytes = JSONWriter.document(document.json(draft: draft, plugins: plugins))
    guard output != "-" else {
      try Console.print(bytes)
      return
    }
    do {
      try OutputFile.write(bytes, to: output)
    } catch {
      Console.say(error.description)
      throw ExitStatus.unwritableOutput
    }
  }
}

extension DocumentSchema: ExpressibleByArgument {}
extension Draft: ExpressibleByArgument {}
