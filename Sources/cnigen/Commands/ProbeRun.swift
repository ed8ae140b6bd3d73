import ArgumentParser
import ArtifactIO
import CNIModel
import Diagnostics
import Probe
import ProfileLanguage
import Syntax
import Validation

/// What `cnigen probe` does once it knows what is wanted.
struct ProbeRun {
  let binDirs: [String]
  let containerd: String?
  let root: String
  let name: String?
  let output: String
  /// The document to hold against the node.
  let check: String?
  let report: Report

  func run() throws {
    try requireWhatIsNamed()
    if let check { try compare(check) } else { try write() }
  }

  private func write() throws {
    var input = Input()
    var bag = DiagnosticBag()
    var probe = NodeProbe(wish)
    let node = probe.run(reading: &input, into: &bag)
    report.show(bag, input)
    say(probe.remarks.map(\.words) + node.faults)
    let document = CapabilitiesText.document(node, version: Release.version)
    if output == "-" {
      try Console.print(document)
    } else {
      do {
        try OutputFile.write(document, to: output, as: .capabilities)
      } catch {
        Console.say("\(error.description); nothing was changed")
        throw ExitStatus.unwritableOutput
      }
      say(["wrote \(output): \(node.summary)"])
    }
    // What is wrong with containerd's own files is in the way of whoever reads the document.
    if report.fails(bag) { throw ExitStatus.faultyInput }
  }

  private func compare(_ path: String) throws {
    var input = Input()
    var bag = DiagnosticBag()
    let (id, file) = try input.read(path)
    guard let tree = YAMLReader.read(id, file.bytes, into: &bag),
      let document = CapabilitiesReader.read(tree, into: &bag)
    else {
      try report.print(bag, input)
      throw ExitStatus.faultyInput
    }
    input.remember(tree, of: id)
    var wish = wish
    if wish.binDirs.isEmpty { wish.binDirs = NodeComparison.folders(of: document) }
    wish.containerd = wish.containerd ?? document.containerd?.path?.value
    var probe = NodeProbe(wish)
    let node = probe.run(reading: &input, into: &bag)
    NodeComparison.compare(document, with: node, into: &bag)
    try report.print(bag, input)
    say(probe.remarks.filter { $0 != .noContainerd }.map(\.words))
    if report.fails(bag) { throw ExitStatus.faultyInput }
    say(["\(path) still holds: \(node.summary)"])
  }

  private var wish: NodeProbe.Wish {
    let root = NodeRoot(root)
    var wish = NodeProbe.Wish(name: name ?? Host.name(on: root), date: Host.today)
    wish.root = root
    wish.binDirs = binDirs.map(Host.absolute)
    wish.containerd = containerd.map(Host.absolute)
    wish.searchPath = Host.variable("CNI_PATH")
    return wish
  }

  /// A folder or a program that somebody has named and that is not there is a slip of theirs.
  private func requireWhatIsNamed() throws {
    let node = NodeRoot(root)
    var faults: [String] = FileReading.isFolder(root) ? [] : ["--root: there is no folder \(root)"]
    for folder in binDirs where !FileReading.isFolder(node.place(of: Host.absolute(folder))) {
      faults.append("--bin-dir: there is no folder \(folder)")
    }
    if let containerd, FileReading.nature(of: node.place(of: Host.absolute(containerd))) != .file {
      faults.append("--containerd: there is no file \(containerd)")
    }
    guard !faults.isEmpty else { return }
    for fault in faults { Console.say(fault) }
    throw ExitStatus.unreadableInput
  }

  private func say(_ lines: [String]) {
    guard !report.quiet else { return }
    for line in lines { Console.say(line) }
  }
}

extension Input: NodeFiles {
  mutating func entries(of folder: String) throws(FileFault) -> [FolderEntry] {
    try FolderReading.entries(of: folder, &self)
  }
}
