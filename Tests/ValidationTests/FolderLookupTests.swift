import Diagnostics
import NetworkTypes
import TestSupport
import Testing
import Validation

/// What libcni finds by name, against what it found in the folders of `Tests/Cases/libcni-dirs`.
@Suite struct FolderLookupTests {
  /// A cell of the table: one folder, one name, one release of libcni.
  struct Case: Sendable, CustomTestStringConvertible {
    let folder: String
    let name: String
    let libcni: Version
    let said: String

    var testDescription: String { "\(folder), libcni \(libcni)" }

    static let releases: [Version] = ["0.8.1", "1.2.3", "1.3.0"]

    static func all() throws -> [Case] {
      try TSV(TestFiles.text("\(FolderOnDisk.cases)/expected.tsv")).rows.flatMap { row in
        try releases.map { libcni in
          Case(
            folder: try row.cell("dir"), name: try row.cell("lookup_name"), libcni: libcni,
            said: try row.cell("libcni_\(libcni)"))
        }
      }
    }
  }

  @Test func theTableIsWhole() throws {
    let cases = try Case.all()
    #expect(cases.count == 24 * 3)
    let folders = try TestFiles.names(in: FolderOnDisk.cases).filter { $0 != "expected.tsv" }
    #expect(Set(folders).union(["01-empty"]) == Set(cases.map(\.folder)))
  }

  @Test(arguments: try Case.all())
  func libcniFindsTheSame(_ row: Case) throws {
    var disk = FolderOnDisk()
    let outcome = LibcniLookup.lookUp(row.name, in: try disk.folder(row.folder), libcni: row.libcni)
    switch outcome {
    case .found(_, let plugins): #expect("ok plugins=[\(plugins.joined(separator: " "))]" == row.said)
    case .error(let text): #expect(text == row.said)
    }
  }
}
