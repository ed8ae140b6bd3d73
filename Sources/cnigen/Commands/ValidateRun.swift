import ArgumentParser
import ArtifactIO
import Diagnostics
import ProfileLanguage
import Validation

/// What `cnigen validate` does once it knows what is wanted.
struct ValidateRun {
  let files: [String]
  var kind: InputKind?
  var target = TargetStatement()
  /// How many files of a folder containerd is told to take for networks; 0 for all.
  var maximumNetworks = 1
  var report = Report()

  func run() throws {
    var input = Input()
    var bag = DiagnosticBag()
    var unreadable = 0
    var isAnyChecked = false
    var call = CallCheck()
    let overrides = try target.read(from: &input, into: &bag)
    if let overrides, let check = FileCheck(overrides, wantsPointers: report.format == .json, into: &bag) {
      for name in files {
        let isRead =
          FileReading.isFolder(name)
          ? self.check(folder: name, check, &call, &input, &bag)
          : self.check(file: name, check, &call, &input, &bag, &isAnyChecked)
        if !isRead { unreadable += 1 }
      }
      call.check(for: check.target, from: &input, into: &bag)
    }
    var report = report
    // Who asks about a folder asks which file wins, and that is a note.
    if files.contains(where: FileReading.isFolder) { report.verbose = true }
    try report.print(bag, input)
    // Silence would say that all is well.
    if !isAnyChecked, unreadable == 0, !report.verbose, bag.count(of: .error) == 0 {
      Console.say("no file here is one that cnigen checks; cnigen validate -v says of each what it is taken for")
    }
    if unreadable > 0 { throw ExitStatus.unreadableInput }
    if report.fails(bag) { throw ExitStatus.faultyInput }
  }

  /// A file that cannot be read is told at once, and the others are still checked.
  private func check(
    file path: String, _ check: FileCheck, _ call: inout CallCheck, _ input: inout Input, _ bag: inout DiagnosticBag,
    _ isChecked: inout Bool
  ) -> Bool {
    guard let (id, file) = try? input.read(path) else { return false }
    if judge(file, id, check, &call, &input, &bag) { isChecked = true }
    return true
  }

  /// A folder is checked as its readers see it, and each of its configurations by itself. A folder of containerd's own
  /// configs is one of networks only if there are any.
  private func check(
    folder path: String, _ check: FileCheck, _ call: inout CallCheck, _ input: inout Input, _ bag: inout DiagnosticBag
  ) -> Bool {
    let folder = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    do {
      let configs = try FolderReading.containerdConfigs(in: folder)
      for config in configs {
        var isChecked = false
        guard self.check(file: config, check, &call, &input, &bag, &isChecked) else { return false }
      }
      let entries = try FolderReading.entries(of: folder, &input)
      guard configs.isEmpty || entries.contains(where: { FolderReading.isConfiguration($0.name) }) else { return true }
      FolderCheck.check(entries, path: folder, for: check.target, maximumNetworks: maximumNetworks, into: &bag)
      call.add(folder: folder)
      for entry in entries {
        guard case .file(let file, let id) = entry.kind, FolderReading.isConfiguration(entry.name) else { continue }
        judge(file, id, check, &call, &input, &bag)
      }
      return true
    } catch {
      Console.say(error.description)
      return false
    }
  }

  /// - Returns: whether the file is one of those that are checked.
  @discardableResult private func judge(
    _ file: SourceFile, _ id: FileID, _ check: FileCheck, _ call: inout CallCheck, _ input: inout Input,
    _ bag: inout DiagnosticBag
  ) -> Bool {
    var found = DiagnosticBag()
    let checked = check.checkAsPart(file, id, as: kind, from: &input, into: &found)
    if let checked { call.add(checked, file, id) }
    // Pointers are shown in JSON alone; of a thousand files the trees are most of the memory.
    if let tree = checked?.tree, report.format == .json { input.remember(tree, of: id) }
    bag.add(found)
    return checked != nil
  }
}
