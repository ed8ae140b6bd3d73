import Catalogue
import NetworkTypes
import TestSupport

/// The reference plugins as they are when they are built from their sources, release by release: what each binary
/// answered to VERSION, and every name of a JSON key in it (`json:"…"`). Built for Linux with `CGO_ENABLED=0`; of
/// releases with one commit one was built. `Tests/Facts/plugin-binaries.tsv` has a line for each set of releases whose
/// binaries agree in both.
struct RealBinary {
  let type: String
  let releases: [Version]
  let specVersions: [String]
  let keyNames: [String]

  static func all() throws -> [RealBinary] {
    try TSV(TestFiles.text("Facts/plugin-binaries.tsv")).rows.map { row in
      RealBinary(
        type: try row.cell("plugin"), releases: words(try row.cell("releases")).compactMap { Version($0) },
        specVersions: words(try row.cell("specVersions")), keyNames: words(try row.cell("keyNames")))
    }
  }

  /// The plugins that a release ships.
  static func folder(of release: Version) throws -> [RealBinary] {
    try all().filter { $0.releases.contains(release) }
  }

  private static func words(_ cell: String) -> [String] {
    cell.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
  }
}
