import ArgumentParser
import ArtifactIO
import Fleet

/// Writes what `cnigen build` has made of a fleet: as a tree, or as a stream.
struct FleetWriting {
  private let folders: FleetFolders
  private let run: BuildRun

  init(_ build: FleetBuild, _ run: BuildRun) {
    folders = FleetFolders(build)
    self.run = run
  }

  /// Writes the lock of the fleet, and then the nodes: files without the line that keeps their subnets would have others
  /// next time.
  func write(lock: (path: String, bytes: [UInt8])?) throws {
    if let lock {
      try refuseAmongFiles(lock.path)
      try OutputFile.write(lock.bytes, to: lock.path, as: .lock)
    }
    switch run.layout {
    case .nodes: try write(folders)
    case .variants: try write(VariantFolders(folders))
    }
  }

  /// The lock is no file of the output folder, and none of a node's.
  private func refuseAmongFiles(_ lock: String) throws(FileFault) {
    guard run.form == .tree else { return }
    let prefix = run.output.hasSuffix("/") ? run.output : run.output + "/"
    guard lock.hasPrefix(prefix) else { return }
    let inner = lock.dropFirst(prefix.count)
    guard inner == "SHA256SUMS" || inner.contains("/") else { return }
    throw FileFault(.write, lock, "it lies among the files that the build makes; a lock lies beside the fleet")
  }

  private func write(_ folders: some FolderSource) throws {
    switch run.form {
    case .tree where run.output == "-":
      throw ValidationError(
        "-o - prints one conflist, and here are \(folders.count) nodes; give a folder, --node or --emit tar.")
    case .tree:
      let interruption = Interruption()
      var progress = Progress(of: folders.count, "nodes", quiet: run.report.quiet)
      do throws(TreeFault) {
        let outcome = try FolderTree.write(
          folders, to: run.output, keepsOthers: !run.nodes.isEverything && run.layout == .nodes,
          watch: interruption.watch
        ) { progress.show($0) }
        progress.clear()
        tell(outcome)
      } catch {
        progress.clear()
        throw try Self.status(error)
      }
    case .tar, .jsonl: try Self.emit(folders, run)
    }
  }

  /// Writes a stream to the file that was named, or to standard output.
  static func emit(_ folders: some FolderSource, _ run: BuildRun) throws {
    let interruption = Interruption()
    let watch = interruption.watch
    var progress = Progress(of: folders.count, "nodes", quiet: run.report.quiet)
    let stream = { (write: ([UInt8]) throws(FileFault) -> Void) throws(TreeFault) in
      switch run.form {
      case .jsonl:
        try FolderStream.write(
          folders, as: JSONLines(folders.files), watch: watch, progress: { progress.show($0) }, write)
      case .tar, .tree:
        try FolderStream.write(
          folders, as: TarForm(folders.files), watch: watch, progress: { progress.show($0) }, write)
      }
    }
    do throws(TreeFault) {
      if run.output == "-" {
        try stream { piece throws(FileFault) in
          guard Console.write(piece, to: .output) else {
            throw Console.fault()
          }
        }
      } else {
        try OutputFile.stream(to: run.output, stream)
      }
      progress.clear()
    } catch {
      progress.clear()
      throw try status(error)
    }
  }

  /// What the command ends with.
  private static func status(_ fault: TreeFault) throws -> FileFault {
    switch fault {
    case .file(let fault): return fault
    case .interrupted:
      Console.say("interrupted: run the same command again to complete it")
      throw ExitStatus.interrupted
    }
  }

  private func tell(_ outcome: TreeOutcome) {
    guard !run.report.quiet else { return }
    for path in outcome.foreign {
      Console.say("\(run.output)/\(path) is not cnigen's, or was changed by hand: it is left alone")
    }
    let more = outcome.foreignCount - outcome.foreign.count
    if more > 0 { Console.say("so are \(more) more files and folders") }
    guard run.report.verbose else { return }
    Console.say(
      "\(run.output): \(outcome.written) files written, \(outcome.unchanged) unchanged, \(outcome.removed) removed")
  }
}
