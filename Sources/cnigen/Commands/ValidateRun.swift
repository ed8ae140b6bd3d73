import ArgumentParser
import ArtifactIO
import Diagnostics
import ProfileLanguage
import Validation

/// What `cnigen validate` does once it knows what is wanted.
struct ValidateRun {
  let files: [String]
  let kind: InputKind?
  let overrides: TargetOverrides
  let report: Report

  func run() throws {
    var input = Input()
    var bag = DiagnosticBag()
    var unreadable = 0
    if let check = FileCheck(overrides, into: &bag) {
      for name in files {
        guard let paths = paths(name) else {
          unreadable += 1
          continue
        }
        for path in paths where !self.check(path, check, &input, &bag) { unreadable += 1 }
      }
    }
    report.show(bag, input, on: .output)
    if unreadable > 0 { throw ExitStatus.unreadableInput }
    if report.fails(bag) { throw ExitStatus.faultyInput }
  }

  /// A file that cannot be read is told at once, and the others are still checked.
  private func check(
    _ path: String, _ check: FileCheck, _ input: inout Input, _ bag: inout DiagnosticBag
  ) -> Bool {
    guard let (id, file) = try? input.read(path) else { return false }
    var found = DiagnosticBag()
    let tree = check.check(file, id, as: kind, into: &found)
    // Pointers are shown in JSON alone; of a thousand files the trees are most of the memory.
    if let tree, report.format == .json { input.remember(tree, of: id) }
    bag.add(found)
    return true
  }

  /// The files that a name stands for: itself, or the network configurations of a folder.
  private func paths(_ name: String) -> [String]? {
    guard FileReading.isFolder(name) else { return [name] }
    do {
      let folder = name.hasSuffix("/") ? String(name.dropLast()) : name
      return try FileReading.names(in: name)
        .filter { ["conflist", "conf", "json"].contains(Classifier.suffix(of: $0)) }
        .map { "\(folder)/\($0)" }
    } catch {
      Console.say(error.description)
      return nil
    }
  }
}
