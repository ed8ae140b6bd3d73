import ArgumentParser
import CNIModel
import Diagnostics
import Emission
import Fleet
import ProfileLanguage
import Report
import Validation

/// What `cnigen show` does once it knows what is wanted.
struct ShowRun {
  let path: String
  var node: String?
  var showsOrigins = false
  var showsAll = false
  var form = Form.text
  var target = TargetStatement()
  var report = Report()

  /// The forms of what is shown.
  enum Form: String, CaseIterable {
    case text
    case json
  }

  func run() throws {
    var input = Input()
    var bag = DiagnosticBag()
    let isShown = try show(&input, &bag)
    // Warnings are for `validate` to tell.
    var report = report
    if !report.verbose, !report.strict { report.quiet = true }
    report.show(bag, input)
    if !isShown || report.fails(bag) { throw ExitStatus.faultyInput }
  }

  private func show(_ input: inout Input, _ bag: inout DiagnosticBag) throws -> Bool {
    guard let overrides = try target.read(from: &input, into: &bag) else { return false }
    let (id, file) = try input.read(path)
    guard let classified = Classifier.classify(file, id, as: nil, into: &bag) else { return false }
    input.remember(classified.tree, of: id)
    switch classified.kind {
    case .fleet:
      let document = OpenDocument(file, id, plainNodes: classified.plainNodes)
      let survey = FleetSurvey.take(classified.tree, of: document, overrides: overrides, from: &input, into: &bag)
      guard let survey else { return false }
      guard let node else {
        guard !showsOrigins else { throw ValidationError("--origin is about the files of one node; name it.") }
        try write(survey, input)
        return true
      }
      guard let number = survey.node(named: node, into: &bag) else { return false }
      try write(number, of: survey, overrides, &input)
      return true
    case .profile:
      guard node == nil else { throw ValidationError("\(path) is a profile, and has no nodes.") }
      guard let profile = ProfileReader.read(classified.tree, of: file, id, from: &input, into: &bag) else {
        return false
      }
      let shown = ShownTarget.all(of: profile, overrides: overrides, into: &bag)
      let template = profile.templateUse?.document
      try write(shown, input) { $0.file == id ? "profile" : $0.file == template ? "template" : "" }
      return true
    case .template, .capabilities, .containerd, .confTemplate, .conflist, .conf:
      throw ValidationError("\(path) is neither a fleet nor a profile.")
    }
  }

  private func write(_ survey: FleetSurvey, _ input: Input) throws {
    switch form {
    case .json: try Console.print(ShowJSON.document(survey, files: input.files))
    case .text:
      let tree = FleetTree(
        survey, files: input.files, width: Terminal.width, isColored: report.isColored(on: .output),
        showsAll: showsAll)
      try Console.print(tree.render())
    }
  }

  private func write(
    _ node: Int, of survey: FleetSurvey, _ overrides: TargetOverrides, _ input: inout Input
  ) throws {
    // What is wrong with it has been told.
    var told = DiagnosticBag()
    let shown = survey.profile(of: node, from: &input).map {
      ShownTarget.all(of: $0, overrides: overrides, into: &told)
    }
    switch form {
    case .json:
      let bytes = ShowJSON.document(node, of: survey, shown ?? [], files: input.files)
      try Console.print(bytes)
    case .text:
      let tree = NodeTree(files: input.files, width: Terminal.width, isColored: report.isColored(on: .output))
      try Console.print(tree.head(of: node, in: survey))
      try write(shown ?? [], input) { survey.origin(of: $0).words }
    }
  }

  private func write(_ shown: [ShownTarget], _ input: Input, origin: @escaping (SourceRange) -> String) throws {
    guard form == .text else {
      try Console.print(ShowJSON.document(shown, files: input.files, origin: origin))
      return
    }
    let tree = NodeTree(files: input.files, width: Terminal.width, isColored: report.isColored(on: .output))
    for target in shown {
      try Console.print(
        "\n" + (showsOrigins ? tree.files(of: target, origins: origin) : tree.files(of: target, origins: nil)))
    }
  }
}
