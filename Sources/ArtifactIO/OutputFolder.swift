/// Writes artifacts into the user's output folder: a reader sees the old file or the new one, never a part, and a
/// crash at any moment leaves each file old or new.
package enum OutputFolder {
  /// What a run did to the folder.
  package struct Outcome: Sendable, Equatable {
    package var written: [String] = []
    package var unchanged: [String] = []
    package var removed: [String] = []
    /// Files among the written ones that were not as an earlier run had left them: somebody has changed them since, or
    /// they come from somebody else.
    package var overwritten: [String] = []
  }

  /// Writes artifacts, in the order given, then their sums. Files that an earlier run wrote under names that are no
  /// longer wanted are removed, if nobody has changed them since.
  package static func write(_ artifacts: [Artifact], to path: String) throws(FileFault) -> Outcome {
    let sums = Checksums.artifact(over: artifacts)
    return Folder.exists(path)
      ? try update(path, artifacts, sums) : try stage(path, artifacts + [sums])
  }

  /// A folder that is new.
  private static func stage(_ path: String, _ artifacts: [Artifact]) throws(FileFault) -> Outcome {
    let staging = try StagedFolder(for: path)
    do throws(FileFault) {
      let folder = try Folder.open(staging.path)
      for artifact in artifacts { try create(artifact, in: folder) }
      try staging.finish()
    } catch {
      staging.remove()
      throw staging.translate(error)
    }
    return Outcome(written: artifacts.map(\.name))
  }

  private static func create(_ artifact: Artifact, in folder: borrowing Folder) throws(FileFault) {
    guard artifact.path.count > 1 else {
      return try folder.create(artifact.name, artifact.bytes)
    }
    let inner = try folder.subfolder(artifact.path[0])
    try create(Artifact(Array(artifact.path.dropFirst()), artifact.bytes), in: inner)
  }

  /// A folder that is there: each changed file is written beside its old one, synced and renamed over it.
  private static func update(
    _ path: String, _ artifacts: [Artifact], _ sums: Artifact
  ) throws(FileFault) -> Outcome {
    let folder = try Folder.open(path)
    var outcome = Outcome()
    let earlier = Checksums.read(folder.contents(Checksums.fileName, limit: 64 << 20) ?? [])
    for artifact in artifacts {
      try replace(artifact, in: folder, artifact.path[...], earlier[artifact.name], &outcome)
    }
    try removeAbandonedFiles(in: folder)
    try removeStale(earlier, keeping: Set(artifacts.map(\.name)), in: folder, &outcome)
    try replace(sums, in: folder, sums.path[...], nil, &outcome)
    outcome.overwritten.removeAll { $0 == sums.name }
    return outcome
  }

  /// - Parameter earlier: the sum that an earlier run wrote down for the file; `nil` where it made none.
  private static func replace(
    _ artifact: Artifact, in folder: borrowing Folder, _ path: ArraySlice<String>, _ earlier: String?,
    _ outcome: inout Outcome
  ) throws(FileFault) {
    guard let name = path.first else { return }
    if path.count > 1 {
      let inner = try folder.subfolder(name)
      return try replace(artifact, in: inner, path.dropFirst(), earlier, &outcome)
    }
    try removeAbandonedFiles(in: folder)
    var file = try ReplacedFile(name, in: folder, syncs: true)
    try file.write(artifact.bytes)
    guard try file.finish() else {
      outcome.unchanged.append(artifact.name)
      return
    }
    outcome.written.append(artifact.name)
    if let sum = file.oldSum(), sum != earlier { outcome.overwritten.append(artifact.name) }
  }

  /// Removes files of an earlier run that still have the sum which that run wrote down.
  private static func removeStale(
    _ earlier: [String: String], keeping wanted: Set<String>, in folder: borrowing Folder, _ outcome: inout Outcome
  ) throws(FileFault) {
    for (name, sum) in earlier.sorted(by: { $0.key < $1.key }) where !wanted.contains(name) {
      if try StaleFile.remove(name, sum: sum, in: folder) { outcome.removed.append(name) }
    }
  }

  private static func removeAbandonedFiles(in folder: borrowing Folder) throws(FileFault) {
    for name in try folder.names() where TemporaryName.isAbandoned(name) {
      // A build into a folder of this one leaves a folder.
      if folder.existingSubfolder(name) != nil {
        StagedFolder.removeTree("\(folder.path)/\(name)")
      } else {
        try folder.remove(name)
      }
    }
  }
}
