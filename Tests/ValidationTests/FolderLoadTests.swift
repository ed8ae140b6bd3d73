import Diagnostics
import NetworkTypes
import TestSupport
import Testing
import Validation

/// What libcni says of a single list, against what nine releases of it said of the lists in `Tests/Cases/libcni`.
@Suite struct FolderLoadTests {
  /// What a release said.
  struct Case: Sendable {
    let file: String
    let libcni: Version
    let verdict: String
    let text: String

    static func all() throws -> [Case] {
      try TSV(TestFiles.text("Cases/libcni/expected-all.tsv")).rows.map { row in
        Case(
          file: try row.cell("case"), libcni: try #require(Version(try row.cell("libcni"))),
          verdict: try row.cell("verdict"), text: try row.cell("text"))
      }
    }

    /// The part of the text that does not depend on the release of Go.
    var fixedWords: String {
      var words = text[...]
      for variable in ["json: ", "invalid character ", "unexpected end "] {
        if let start = words.firstRange(of: variable)?.lowerBound { words = words[..<start] }
      }
      return String(words)
    }
  }

  @Test func everyReleaseLoadsAndRefusesTheSameLists() throws {
    let cases = try Case.all()
    #expect(cases.count == 67 * 9)
    for row in cases {
      let said = try load(row.file, libcni: row.libcni)
      #expect((said == nil) == (row.verdict == "ok"), "\(row.file), libcni \(row.libcni): \(said ?? "loads")")
      if row.fixedWords == row.text {
        #expect(said ?? "" == row.text, "\(row.file), libcni \(row.libcni)")
      } else {
        #expect(said?.hasPrefix(row.fixedWords) ?? false, "\(row.file), libcni \(row.libcni): \(said ?? "loads")")
      }
    }
  }

  @Test(
    arguments: [
      ("0.6.0", nil), ("1.0.1", "crashes the runtime: nil pointer dereference"),
      ("1.1.0", "failed to parse plugin config 1: error parsing configuration: missing 'type'"),
    ] as [(Version, String?)])
  func aNullAmongThePlugins(libcni: Version, expected: String?) {
    let text = #"{"cniVersion": "0.4.0", "name": "a", "plugins": [{"type": "bridge"}, null]}"#
    #expect(fault(in: text, named: "a.conflist", libcni: libcni) == expected)
  }

  @Test(
    arguments: [
      (#"{"name": "a", "type": "ptp"}"#, nil),
      (#"{"name": "a", "NAME": "b", "type": "ptp", "type": "bridge"}"#, nil),
      (#"{"name": "a"}"#, "error parsing configuration: missing 'type'"),
      ("null", "error parsing configuration: missing 'type'"),
      ("[]", "error parsing configuration: json: cannot unmarshal array into Go value of type types.PluginConf"),
      ("", "error parsing configuration: unexpected end of JSON input"),
      (
        #"{"name": "a", "type": "ptp", "dns": {"search": "x"}}"#,
        "error parsing configuration: json: cannot unmarshal string into Go struct field PluginConf.dns.search"
      ),
      (
        #"{"name": "a", "type": "ptp", "ipam": {"type": 1}}"#,
        "error parsing configuration: json: cannot unmarshal number into Go struct field PluginConf.ipam.type"
      ),
    ] as [(String, String?)])
  func aSinglePlugin(text: String, expected: String?) {
    #expect(fault(in: text, named: "a.conf", libcni: "1.3.0") == expected)
  }

  /// What libcni says of a file of the cases; `nil` where it loads.
  private func load(_ name: String, libcni: Version) throws -> String? {
    fault(in: String(decoding: try TestFiles.bytes("Cases/libcni/\(name)"), as: UTF8.self), named: name, libcni: libcni)
  }

  private func fault(in text: String, named name: String, libcni: Version) -> String? {
    var disk = FolderOnDisk()
    let folder = NetworkFolder(path: "net.d", entries: [disk.file(name, text)])
    let nobody = "no network has this name"
    switch LibcniLookup.lookUp(nobody, in: folder, libcni: libcni) {
    case .found: return nil
    case .error(let text): return text == "no net configuration with name \"\(nobody)\" in net.d" ? nil : text
    }
  }
}
