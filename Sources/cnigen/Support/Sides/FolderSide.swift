import ArgumentParser
import ArtifactIO
import CNIModel
import Diagnostics
import Difference
import Fleet
import Validation

/// A folder as a side: what a build has made, or the networks of a node.
struct FolderSide {
  private let path: String
  private let reading: SideReading
  /// A list of a folder's files may be this large: that of a fleet.
  static let maximumListSize = 1 << 30

  init(_ path: String, _ reading: SideReading) {
    self.path = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    self.reading = reading
  }

  func read(from input: inout Input, into bag: inout DiagnosticBag) throws -> Side? {
    guard let target = reading.standIn(&bag) else { return nil }
    do {
      guard FileReading.nature(of: "\(path)/\(Checksums.fileName)") == .file else {
        let names = try FileReading.allNames(in: path)
        // An empty one is that of a node that has no network yet.
        return try names.isEmpty || names.contains(where: FolderReading.isConfiguration)
          ? liveFolder(for: target, &input, &bag) : tree(try listed(names), for: target)
      }
      let sums = try sums()
      return sums.contains("nodes/map.tsv") ? try variants(for: target) : try tree(sums, for: target)
    } catch let fault as FileFault {
      Console.say(fault.description)
      throw ExitStatus.unreadableInput
    }
  }

  /// The networks of a node, as the containerd of the target loads them. What it does not load is told as a warning:
  /// whoever compares wants to mend it.
  private func liveFolder(
    for target: Target, _ input: inout Input, _ bag: inout DiagnosticBag
  ) throws -> Side {
    var found = DiagnosticBag()
    let entries = try FolderReading.entries(of: path, &input)
    let report = FolderCheck.check(entries, path: path, for: target, into: &found)
    // Where a file that containerd opens does not load it has no network at all.
    let loaded = report.failure == nil ? report.contents.filter { $0.fault == nil }.map(\.name) : []
    let sources = Self.sources(entries) { FolderReading.isConfiguration($0) && loaded.contains($0) }
    for finding in found.diagnostics where finding.severity == .error {
      bag.add(
        Diagnostic(
          rule: finding.rule, severity: .warning, message: finding.message, at: finding.range, notes: finding.notes,
          help: finding.help))
    }
    let state = NodeFiles.state(
      of: sources, paths: sources.map { $0.file.name },
      furtherPlugins: { name in
        guard case .folder(let inner) = entries.first(where: { $0.name == name })?.kind else { return [] }
        return Self.sources(inner) { $0.hasSuffix(".conf") }
      }, for: target, knowsTarget: reading.statesTarget, isWhole: false,
      into: &bag)
    return Side.listed(path, .folder, [("", state)])
  }

  /// The files of a folder that are wanted, by their names.
  private static func sources(_ entries: [FolderEntry], where isWanted: (String) -> Bool) -> [NodeFiles.Source] {
    entries.compactMap { entry in
      guard case .file(let file, let id) = entry.kind, isWanted(entry.name) else { return nil }
      return NodeFiles.Source(file, id)
    }
  }

  /// The paths of `SHA256SUMS`, as far as they stay in the folder.
  private func sums() throws(FileFault) -> [String] {
    let bytes = try FileReading.read("\(path)/\(Checksums.fileName)", upTo: Self.maximumListSize)
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard line.count > 66 else { return nil }
      let name = String(decoding: line.dropFirst(66), as: UTF8.self)
      return name.hasPrefix("/") || name.split(separator: "/").contains("..") ? nil : name
    }
  }

  /// The files of folders below, where no list tells them: a node's folder, or one of its targets.
  private func listed(_ names: [String]) throws(FileFault) -> [String] {
    var paths: [String] = []
    for name in names {
      switch FileReading.nature(of: "\(path)/\(name)") {
      case .file: paths.append(name)
      case .folder:
        for inner in try FileReading.allNames(in: "\(path)/\(name)") {
          switch FileReading.nature(of: "\(path)/\(name)/\(inner)") {
          case .file: paths.append("\(name)/\(inner)")
          case .folder:
            for file in try FileReading.allNames(in: "\(path)/\(name)/\(inner)")
            where FileReading.nature(of: "\(path)/\(name)/\(inner)/\(file)") == .file {
              paths.append("\(name)/\(inner)/\(file)")
            }
          default: break
          }
        }
      default: break
      }
    }
    return paths
  }

  /// A folder for each node.
  private func tree(_ paths: [String], for target: Target) throws -> Side {
    var nodes = NodeFolders(for: target, reading)
    for name in paths {
      guard let place = nodes.place(of: name) else { continue }
      try nodes.add(place, shown: "\(path)/\(name)", FileReading.read("\(path)/\(name)"))
    }
    return try nodes.side(path)
  }

  /// Whether a text is a SHA-256 sum: a folder of that name lies here and nowhere else.
  private static func isSum(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) }
  }

  /// Every distinct file once, and a map of the nodes.
  private func variants(for target: Target) throws -> Side {
    var nodes = NodeFolders(for: target, reading)
    let map = try FileReading.read("\(path)/nodes/map.tsv", upTo: Self.maximumListSize)
    for line in map.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 3, Self.isSum(fields[2]) else {
        throw FileFault(.read, "\(path)/nodes/map.tsv", "a line of it is no node, path and sum")
      }
      guard let place = nodes.place(of: "\(fields[0])/\(fields[1])") else { continue }
      let name = fields[1].split(separator: "/").last.map(String.init) ?? fields[1]
      let file = "\(path)/\(fields[2])/\(name)"
      if !nodes.addKnown(fields[2], place, shown: file) {
        try nodes.add(place, shown: file, FileReading.read(file), sum: fields[2])
      }
    }
    return try nodes.side(path)
  }
}
