import ArgumentParser
import ArtifactIO
import Fleet

/// `cnigen build --check`: says how the output folder differs from what would be written.
struct FolderChecking {
  private let run: BuildRun

  init(_ run: BuildRun) { self.run = run }

  /// Compares the folder, and the lock of a fleet, and prints a line for each difference.
  func check(_ folders: some FolderSource, lock: (path: String, bytes: [UInt8])? = nil) throws {
    guard run.form == .tree, run.output != "-" else {
      throw ValidationError("--check looks at a folder; leave out --emit, and give the folder with -o.")
    }
    let interruption = Interruption()
    var progress = Progress(of: folders.count, "nodes", quiet: run.report.quiet)
    var lines: [String] = []
    do throws(TreeFault) {
      let differences = try FolderTree.check(
        folders, at: run.output, keepsOthers: !run.nodes.isEverything && !run.isSingle && run.layout == .nodes,
        watch: interruption.watch
      ) { progress.show($0) }
      progress.clear()
      lines = differences.map { "\($0.kind.rawValue) \(run.output)/\($0.path)" }
    } catch {
      progress.clear()
      guard case .file(let fault) = error else { throw ExitStatus.interrupted }
      throw fault
    }
    if let lock, let difference = lockDifference(lock) { lines.append(difference) }
    guard !lines.isEmpty else { return }
    try Console.print(lines.joined(separator: "\n") + "\n")
    if !run.report.quiet {
      Console.say("\(run.output) is not what \(run.profile) makes; `cnigen build` writes it, foreign files stay")
    }
    throw ExitStatus.faultyInput
  }

  private func lockDifference(_ lock: (path: String, bytes: [UInt8])) -> String? {
    guard let present = try? FileReading.read(lock.path) else { return "missing \(lock.path)" }
    return present == lock.bytes ? nil : "outdated \(lock.path)"
  }
}
