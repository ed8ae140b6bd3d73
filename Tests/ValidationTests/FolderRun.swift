import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes
import Testing
import Validation

/// A check of a folder, with what it found in words that a test can compare.
struct FolderRun {
  let report: FolderReport
  let findings: [Diagnostic]

  init(_ folder: NetworkFolder, containerd: Version, maximum: Int = 1) throws {
    let release = try #require(Catalogue.containerdRelease(containerd))
    let target = Target(containerd: release, plugins: Catalogue.newestPluginRelease)
    var bag = DiagnosticBag()
    report = FolderCheck.check(
      folder.entries, path: folder.path, beside: folder.beside, for: target, maximumNetworks: maximum, into: &bag)
    findings = bag.sorted()
  }

  /// `error list-in-conf`, sorted.
  var summary: [String] { findings.map { "\($0.severity) \($0.rule)" }.sorted() }

  /// The chains that a pod gets.
  var chains: [String] { report.networks.map { $0.plugins.joined(separator: " ") } }

  func finding(_ rule: String) throws -> Diagnostic { try #require(findings.first { $0.rule == rule }) }
}

/// Short texts of networks.
enum Net {
  static func list(_ name: String, _ type: String = "bridge") -> String {
    #"{"cniVersion": "1.0.0", "name": "\#(name)", "plugins": [{"type": "\#(type)"}]}"#
  }

  static func single(_ name: String, _ type: String = "ptp") -> String {
    #"{"cniVersion": "0.4.0", "name": "\#(name)", "type": "\#(type)"}"#
  }
}
