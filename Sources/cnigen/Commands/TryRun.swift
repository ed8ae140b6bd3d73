import ArgumentParser
import CNIModel
import Diagnostics
import ProfileLanguage
import Trial

/// What `cnigen try` does once it knows what is wanted.
struct TryRun {
  let path: String
  var node: String?
  var binDirs: [String] = []
  var expectsPorts = false
  var keeps = false
  var form = Form.text
  var target = TargetStatement()
  var report = Report()
  /// Whether what is wrong with the document was told before.
  var isChecked = false

  /// The forms of the report.
  enum Form: String, CaseIterable {
    case text
    case json
    /// The report of a test run, as CI services take it.
    case junit
  }

  func run() throws {
    var input = Input()
    var bag = DiagnosticBag()
    let loaded = try TryInput.read(path, node: node, target, from: &input, into: &bag)
    if !isChecked || loaded == nil { report.show(bag, input) }
    guard let loaded else { throw ExitStatus.faultyInput }
    let folders = PluginFolders.chosen(binDirs, profile: loaded.binDirs)
    guard !keeps || loaded.networks.count == 1 else {
      throw ValidationError("--keep keeps one network, and here are \(loaded.networks.count).")
    }
    if bag.hasErrors, !report.quiet { Console.say("there are errors; it is tried all the same") }
    let done = try tryAll(loaded, folders, &input)
    if form != .text { try write(done, input) }
    if report.fails(bag) || done.contains(where: \.failed) { throw ExitStatus.faultyInput }
  }

  /// Tries one network after the other. What cannot be tried ends the command, behind a sentence that says why.
  private func tryAll(
    _ loaded: TryInput, _ folders: [String], _ input: inout Input
  ) throws -> [Trialled] {
    var done: [Trialled] = []
    // A trial goes to its end, so that nothing of it stays, whether or not somebody reads what it found.
    var unwritable: (any Error)?
    do throws(TrialFault) {
      let privilege = try NetworkTrial.begin()
      for network in loaded.networks {
        let trial = NetworkTrial(network.list, for: network.target, binDirs: folders, expectsPorts: expectsPorts)
        let progress = ProgressLine(isShown: !report.quiet)
        let started = ContinuousClock.now
        var answers = input
        let findings = try trial.run(
          staysAttached: keeps, naming: { answers.add("an answer of a plugin", $0) }, progress: progress.show
        ).map { $0.at(useOfTemplate: loaded.template?.place(standingFor: $0.range)) }
        progress.clear()
        let time = (ContinuousClock.now - started) / .milliseconds(1)
        let result = Trialled(name: network.name, findings: findings, seconds: Double(time) / 1000)
        done.append(result)
        if form == .text, unwritable == nil {
          do { try write(result, by: privilege, folders, input) } catch { unwritable = error }
        }
        if keeps {
          let attached = findings.count { $0.probe == "attach" }
          Console.write(try KeptWorld.leave(containers: attached, by: privilege).instructions, to: .error)
        }
      }
    } catch {
      ProgressLine(isShown: !report.quiet).clear()
      Console.say(error.description)
      if form != .text, !done.isEmpty { try write(done, input) }
      switch error {
      case .notPermitted: throw ExitStatus.notPermitted
      case .unsupported, .refused: throw ExitStatus.unavailable
      }
    }
    if let unwritable { throw unwritable }
    return done
  }

  private func write(_ result: Trialled, by privilege: Privilege, _ folders: [String], _ input: Input) throws {
    let renderer = TextReport(files: input.files, isColored: report.isColored(on: .output))
    let title = "\(result.name), with the plugins of \(folders.joined(separator: " ")), as \(privilege.description):"
    try Console.print(
      renderer.render(title, result.findings, seconds: result.seconds, isBrief: report.quiet))
  }

  private func write(_ results: [Trialled], _ input: Input) throws {
    let bytes =
      form == .json
      ? JSONReport(files: input.files).render(results) : JUnitReport(files: input.files).render(results)
    try Console.print(bytes)
  }
}
