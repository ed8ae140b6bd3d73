import ArtifactIO
import Diagnostics
import Foundation
import NetworkTypes
import ProfileLanguage
import Syntax
import TestSupport
import Validation

@testable import Probe

/// A node in a folder of a test, with programs of the test's own.
struct FakeNode {
  let scratch: Scratch

  /// Writes a shell script that everybody may execute.
  @discardableResult
  func program(_ path: String, _ script: String) throws -> String {
    let file = scratch(path)
    try FileManager.default.createDirectory(
      at: URL(filePath: file).deletingLastPathComponent(), withIntermediateDirectories: true)
    // By another process: a descriptor for writing that a child of some other test inherits would keep it busy.
    try run("/bin/sh", ["-c", "cat >\"$1\" && chmod 755 \"$1\"", "sh", file], input: "#!/bin/sh\n\(script)\n")
      .required()
    return file
  }

  /// A plugin that answers VERSION as a sound one does.
  @discardableResult
  func plugin(_ path: String, versions: [String] = ["0.4.0", "1.0.0"], about: String = "") throws -> String {
    let list = versions.map { "\"\($0)\"" }.joined(separator: ",")
    return try program(
      path,
      """
      if [ "$CNI_COMMAND" = VERSION ]; then
        echo '{"cniVersion":"1.0.0","supportedVersions":[\(list)]}'
      else
        echo '\(about)' >&2
      fi
      """)
  }

  /// A containerd that tells its version.
  @discardableResult
  func containerd(_ version: String, at path: String = "usr/bin/containerd") throws -> String {
    try program(path, "echo 'containerd github.com/containerd/containerd \(version) abcdef'")
  }

  /// What a probe with the whole folder as the node's root finds.
  func probe(binDirs: [String] = [], searchPath: String? = nil) -> (
    node: FoundNode, remarks: [NodeProbe.Remark], bag: DiagnosticBag
  ) {
    var wish = NodeProbe.Wish(name: "fake", date: "2026-03-01")
    wish.root = NodeRoot(scratch.path)
    wish.binDirs = binDirs
    wish.searchPath = searchPath
    var probe = NodeProbe(wish)
    var files = RunFiles()
    var bag = DiagnosticBag()
    let node = probe.run(reading: &files, into: &bag)
    return (node, probe.remarks, bag)
  }
}

/// The files of a run, as a command keeps them.
struct RunFiles: NodeFiles {
  private(set) var files = SourceFiles()

  mutating func add(_ file: SourceFile) -> FileID { files.add(file) }

  mutating func entries(of folder: String) throws(FileFault) -> [FolderEntry] {
    var entries: [FolderEntry] = []
    for name in try FileReading.allNames(in: folder) {
      let file = SourceFile(name: "\(folder)/\(name)", bytes: try FileReading.read("\(folder)/\(name)"))
      entries.append(FolderEntry(name: name, kind: .file(file, files.add(file))))
    }
    return entries
  }
}

/// A document that was written, read back.
struct ReadBack {
  let document: CapabilitiesDocument?
  let findings: [String]
  let file: SourceFile

  init(_ node: FoundNode) { self.init(text: CapabilitiesText.document(node, version: "test")) }

  init(text: [UInt8]) {
    var files = SourceFiles()
    var bag = DiagnosticBag()
    file = SourceFile(name: "node.yaml", bytes: text)
    document = YAMLReader.read(files.add(file), text, into: &bag).flatMap { tree in
      CapabilitiesReader.read(tree, into: &bag)
    }
    findings = bag.sorted().map { "\($0.rule): \($0.message)" }
  }

  /// What a comparison with a node finds: line, rule and message.
  func compared(with node: FoundNode) -> [String] {
    var bag = DiagnosticBag()
    if let document { NodeComparison.compare(document, with: node, into: &bag) }
    return bag.sorted().map { finding in
      let line = finding.range.map { file.position(at: $0.start).line } ?? 0
      return "\(file.line(line).trimmingCharacters(in: .whitespaces)) | \(finding.rule): \(finding.message)"
    }
  }
}
