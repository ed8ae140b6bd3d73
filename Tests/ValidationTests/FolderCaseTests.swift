import Catalogue
import Diagnostics
import NetworkTypes
import TestSupport
import Testing
import Validation

/// Every folder of `Tests/Cases/libcni-dirs`, as containerd of three ages reads it: with libcni 0.8.1, 1.2.3 and 1.3.0.
@Suite struct FolderCaseTests {
  /// What is due for a folder.
  struct Due: Sendable, CustomTestStringConvertible {
    let folder: String
    /// Findings besides the one that tells who wins, and the chain that a pod gets; empty where nothing loads.
    let findings: [String]
    let chain: String
    /// The same with libcni 1.3.0, where that differs.
    let newFindings: [String]
    let newChain: String

    var testDescription: String { folder }

    init(_ folder: String, _ findings: [String], _ chain: String, new: ([String], String)? = nil) {
      self.folder = folder
      self.findings = findings
      self.chain = chain
      (newFindings, newChain) = new ?? (findings, chain)
    }
  }

  static let all: [Due] = [
    Due("01-empty", ["error no-network-config"], ""),
    Due("02-not-found", [], "bridge"),
    Due("03-broken-earlier", ["error bad-network-file"], ""),
    Due("04-broken-later", ["warning bad-network-file"], "bridge"),
    Due("05-conf-vs-conflist", ["warning leftover-conf"], "ptp"),
    Due("06-two-lists-same-name", ["warning duplicate-network-name", "warning order-by-bytes"], "bridge"),
    Due("07-conf-only", [], "ptp"),
    Due("08-json-only", [], "ptp"),
    Due("09-list-in-conf", ["error list-in-conf"], ""),
    Due("10-single-in-conflist", ["error single-in-conflist"], ""),
    Due("11-stray-json", ["warning stray-json"], "bridge"),
    Due("12-hidden", ["warning hidden-file-loads"], "bridge"),
    Due("13-upper-ext", ["error no-network-config", "warning extension-case"], ""),
    Due("14-backup", ["error no-network-config", "note backup-ignored", "note backup-ignored"], ""),
    Due("15-dropin", ["warning folder-merged"], "bridge", new: (["note folder-merged"], "bridge portmap tuning")),
    Due("16-dropin-off", [], "bridge", new: (["note folder-merged"], "bridge")),
    Due(
      "17-dropin-only", ["error bad-network-file", "warning folder-merged"], "",
      new: (["note folder-merged"], "bridge")),
    Due("18-dropin-bad", ["warning folder-merged"], "bridge", new: (["error bad-network-file"], "")),
    Due("19-empty-name", [], "bridge", new: (["warning folder-merged"], "bridge loopback")),
    Due("20-dot-name", [], "bridge", new: (["warning folder-merged"], "bridge loopback")),
    Due("21-parent-name", [], "bridge", new: (["warning folder-merged"], "bridge tuning")),
    Due("22-name-is-file", ["note name-of-file"], "bridge", new: (["error name-of-file"], "")),
    Due("23-name-is-other-file", ["note name-of-file"], "bridge", new: (["error name-of-file"], "")),
    Due("24-other", [], "tuning"),
  ]

  @Test func everyFolderIsHere() throws {
    let folders = try TSV(TestFiles.text("\(FolderOnDisk.cases)/expected.tsv")).rows.map { try $0.cell("dir") }
    #expect(folders == Self.all.map(\.folder))
  }

  /// Releases of containerd, and the libcni in them.
  static let releases: [(containerd: Version, libcni: Version)] = [
    ("1.5.18", "0.8.1"), ("2.0.11", "1.2.3"), ("2.1.9", "1.3.0"), ("2.3.4", "1.3.0"),
  ]

  @Test func theReleasesHoldTheLibcniOfTheTable() {
    for release in Self.releases {
      #expect(Catalogue.containerdRelease(release.containerd)?.libcni == release.libcni)
    }
  }

  @Test(arguments: all)
  func isExplained(_ due: Due) throws {
    for (containerd, libcni) in Self.releases {
      let isNew = libcni == "1.3.0"
      var disk = FolderOnDisk()
      let run = try FolderRun(try disk.folder(due.folder), containerd: containerd)
      let chain = isNew ? due.newChain : due.chain
      let findings = (isNew ? due.newFindings : due.findings) + (chain.isEmpty ? [] : ["note folder-winner"])
      #expect(run.summary == findings.sorted(), "containerd \(containerd)")
      #expect(run.chains == (chain.isEmpty ? [] : [chain]), "containerd \(containerd)")
      #expect((run.report.failure == nil) == !chain.isEmpty, "containerd \(containerd)")
    }
  }

  @Test func theReportHoldsWhatASearchFinds() throws {
    var disk = FolderOnDisk()
    let run = try FolderRun(try disk.folder("05-conf-vs-conflist"), containerd: "1.7.34")
    #expect(run.report.opened == ["05-a.conf"])
    #expect(run.report.byName.map(\.name) == ["a"])
    #expect(run.report.byName.map(\.outcome) == [.found(file: "10-a.conflist", plugins: ["bridge"])])
    #expect(run.report.nerdctlFailure == nil)
    let notes = try run.finding("folder-winner").notes.map(\.message)
    #expect(notes.contains { $0.hasSuffix("libcni 1.1.2 for a network by name get 10-a.conflist for \"a\"") })
    #expect(notes.contains("nerdctl reads every file: 05-a.conf and 10-a.conflist"))
  }
}
