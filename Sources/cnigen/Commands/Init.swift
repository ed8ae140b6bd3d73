import ArgumentParser
import ArtifactIO
import Diagnostics
import Explanation
import CNIModel
import Catalogue
import NetworkTypes
import ProfileLanguage
import Syntax

/// `cnigen init`: writes a first profile. It asks nothing and never writes over a file.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented first profile.",
    discussion: """
      The profile builds as it is: `cnigen init && cnigen build` checks it and writes the files to out/. What has to be \
      changed for a node is marked with <<<. A file that is there already is left alone.
      """)

  @Option(
    help: ArgumentHelp("Start from a template: a shipped one, or a path.", valueName: "name"), completion: .templates)
  var template: String?

  @Option(help: ArgumentHelp("The profile's name, which is its network's too.", valueName: "name"))
  var name: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write, or - for standard output.", valueName: "file"),
    completion: .file())
  var output = DefaultProfile.name

  @OptionGroup(title: "Target")
  var target: TargetOptions

  func validate() throws {
    guard let name, !NetworkName.isWellFormed(name) else { return }
    throw ValidationError(
      "No network can be called '\(ShownText.visible(name))': a name has letters, digits, dots, dashes and underscores, and begins with a letter or a digit."
    )
  }

  func run() throws {
    var input = Input()
    var bag = DiagnosticBag()
    let text = try text(&input, &bag)
    let report = Report()
    report.show(bag, input)
    guard let text, !bag.hasErrors else { throw ExitStatus.faultyInput }
    if output == "-" {
      try Console.print(text)
      return
    }
    do {
      try OutputFile.create(Array(text.utf8), at: output)
    } catch {
      Console.say("\(error.description); nothing was changed, -o names another file")
      throw ExitStatus.unwritableOutput
    }
    let profile = output == DefaultProfile.name ? "" : " \(output)"
    Console.say("wrote \(output); change what is marked with <<<, then run: cnigen build\(profile)")
  }

  private func text(_ input: inout Input, _ bag: inout DiagnosticBag) throws -> String? {
    // Releases that the catalogue does not know are told as everywhere.
    guard let stated = try target.stated.read(from: &input, into: &bag),
      let known = TargetResolution.standIn(stated, into: &bag)
    else { return nil }
    let releases = StartingProfile.Releases(
      containerd: stated.containerd ?? known.containerd.version, plugins: stated.plugins ?? known.plugins.version)
    guard let template else { return StartingProfile.plain(named: name ?? "containerd-net", for: releases) }
    guard let found = try find(template, &input, &bag) else { return nil }
    return StartingProfile.using(
      found, reference: try reference(template), named: name ?? found.name?.value ?? "containerd-net", for: releases)
  }

  private func find(_ template: String, _ input: inout Input, _ bag: inout DiagnosticBag) throws -> Template? {
    guard TemplateLibrary.isPath(template) else {
      if let found = TemplateLibrary.named(template) { return found.template }
      Console.say("there is no template \(template); \(TemplatePage.advice(about: template))")
      throw ExitStatus.faultyInput
    }
    let (id, file) = try input.read(template)
    return YAMLReader.read(id, file.bytes, into: &bag).flatMap { TemplateReader.read($0, id, into: &bag) }
  }

  /// The template as the profile has to name it: a path begins in the profile's folder.
  private func reference(_ template: String) throws -> String {
    guard TemplateLibrary.isPath(template), !template.hasPrefix("/") else { return template }
    let folders = output.split(separator: "/").dropLast().filter { $0 != "." }
    guard !output.hasPrefix("/"), !folders.contains("..") else {
      throw ValidationError("Run this in the folder of \(output), so that the profile can name the template.")
    }
    return String(repeating: "../", count: folders.count) + template
  }
}
