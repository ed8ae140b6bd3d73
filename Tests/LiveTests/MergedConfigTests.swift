import Catalogue
import ContainerdConfig
import Diagnostics
import Foundation
import NetworkTypes
import Syntax
import TestSupport
import Testing

/// A root file and its drop-ins on the real containerd: the values that it shows must be those that cnigen says are in
/// force, and what it says is lost must be lost.
@Suite(
  "containerd 1.6 and drop-ins", .enabled(if: Machine.wantsLive, Machine.skipped), .timeLimit(.minutes(2)))
struct MergedConfigTests {
  /// Files of one containerd: texts without their imports line, which every root file gets.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let root: String
    let dropIns: [String]
    /// Rules that must find something; others may find nothing.
    var rules: [String] = []
  }

  private static let uri = "[plugins.\"io.containerd.grpc.v1.cri\".cni]\n"
  private static let image = "[plugins.\"io.containerd.grpc.v1.cri\"]\nsandbox_image = \"odd\"\n"

  static let cases = [
    Case(
      testDescription: "no CRI in the drop-in", root: "version = 2\n\(image)\(uri)conf_dir = \"/r\"\n",
      dropIns: ["[debug]\nlevel = \"info\"\n"]),
    Case(
      testDescription: "one line of CNI", root: "version = 2\n\(image)\(uri)conf_dir = \"/r\"\n",
      dropIns: ["version = 2\n\(uri)bin_dir = \"/d\"\n"], rules: ["dropin-replaces-cri"]),
    Case(
      testDescription: "the whole section", root: "version = 2\n\(uri)conf_dir = \"/r\"\n",
      dropIns: ["\(uri)conf_dir = \"/d\"\nbin_dir = \"/d\"\n"]),
    Case(
      testDescription: "two drop-ins", root: "version = 2\n\(uri)conf_dir = \"/r\"\n",
      dropIns: ["\(uri)bin_dir = \"/a\"\n", "\(uri)conf_dir = \"/b\"\n"], rules: ["dropin-replaces-cri"]),
    Case(
      testDescription: "a lower version", root: "version = 2\n\(image)\(uri)conf_dir = \"/r\"\n",
      dropIns: ["version = 1\n[debug]\nlevel = \"info\"\n"], rules: ["dropin-schema"]),
    Case(
      testDescription: "version 0 counts as none", root: "version = 2\n\(image)\(uri)conf_dir = \"/r\"\n",
      dropIns: ["version = 0\n[debug]\nlevel = \"info\"\n"]),
    Case(
      testDescription: "a higher version than the root file's", root: "[plugins.cri.cni]\nconf_dir = \"/r\"\n",
      dropIns: ["version = 2\n[debug]\nlevel = \"info\"\n"], rules: ["dropin-schema"]),
    Case(
      testDescription: "a version that is in the drop-in alone", root: "\(uri)conf_dir = \"/r\"\n",
      dropIns: ["version = 2\n[debug]\nlevel = \"info\"\n"]),
    Case(
      testDescription: "a version too new", root: "version = 2\n\(uri)conf_dir = \"/r\"\n",
      dropIns: ["version = 3\n[plugins.'io.containerd.cri.v1.runtime'.cni]\nconf_dir = \"/d\"\n"],
      rules: ["config-schema-unsupported"]),
    Case(
      testDescription: "schema 1 in both", root: "[plugins.cri.cni]\nconf_dir = \"/r\"\n",
      dropIns: ["[plugins.cri.cni]\nbin_dir = \"/d\"\n"], rules: ["dropin-replaces-cri"]),
  ]

  @Test("It comes to the values that cnigen names", arguments: cases)
  func values(_ one: Case) async throws {
    try await withScratch { scratch in
      try scratch.folder("conf.d")
      let imports = "imports = [\"\(scratch("conf.d"))/*.toml\"]\n"
      var paths = [try scratch.file("config.toml", imports + one.root)]
      for (index, text) in one.dropIns.enumerated() { paths.append(try scratch.file("conf.d/\(index).toml", text)) }
      let (set, errors) = try judge(paths)
      #expect(Set(errors) == Set(one.rules))
      if let refusal = try ContainerdDump.refusal(of: paths[0]) {
        #expect(!errors.isEmpty, "\(refusal)")
        return
      }
      let dump = try ContainerdDump(of: paths[0])
      let values = ValuesInForce(set)
      #expect(dump[ContainerdDump.Table.cni, "conf_dir"] == "\"\(values.confDir.text)\"")
      #expect(dump[ContainerdDump.Table.cni, "bin_dir"] == "\"\(values.binDirs.text)\"")
      // An image that is lost must have been told to be lost, and the other way round.
      if one.root.contains("odd") {
        #expect((dump[ContainerdDump.Table.cri, "sandbox_image"] != "\"odd\"") == !errors.isEmpty)
      }
    }
  }

  private func judge(_ paths: [String]) throws -> (ConfigSet, [String]) {
    var files = SourceFiles()
    var bag = DiagnosticBag()
    var sources: [ConfigSource] = []
    for path in paths {
      let file = SourceFile(name: path, bytes: Array(try String(contentsOfFile: path, encoding: .utf8).utf8))
      sources.append(ConfigSource(path, try #require(TOMLReader.read(files.add(file), file.bytes, into: &bag))))
    }
    let release = try #require(Catalogue.containerdRelease("1.6.20"))
    let set = try #require(ConfigSet.sets(of: sources, for: release).sets.first)
    #expect(set.files.count == paths.count)
    ConfigSetCheck.check(set, into: &bag)
    return (set, bag.diagnostics.filter { $0.severity == .error }.map(\.rule))
  }
}
