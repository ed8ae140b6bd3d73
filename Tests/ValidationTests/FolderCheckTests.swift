import Catalogue
import Diagnostics
import NetworkTypes
import Rules
import Testing
import Validation

/// Folders of our own: who wins, what a bad file does within and beyond the maximum, and names that mislead.
@Suite struct FolderCheckTests {
  /// Checks made-up files.
  private func run(
    _ texts: [(String, String)], others: [FolderEntry] = [], containerd: Version = "1.7.34", maximum: Int = 1
  ) throws -> FolderRun {
    var disk = FolderOnDisk()
    let files = texts.map { disk.file($0.0, $0.1) }
    let folder = NetworkFolder(path: "net.d", entries: files + others)
    return try FolderRun(folder, containerd: containerd, maximum: maximum)
  }

  private let three = [
    ("30-c.conf", Net.single("c")), ("10-a.conflist", Net.list("a")), ("20-b.conflist", Net.list("b")),
  ]

  @Test func theFirstByNameWins() throws {
    let one = try run(three)
    #expect(
      try one.finding("folder-winner").message
        == "containerd 1.7.34 takes 10-a.conflist: first of 3 by name; 20-b.conflist and 30-c.conf are never opened")
    #expect(one.report.files == ["10-a.conflist", "20-b.conflist", "30-c.conf"])
    #expect(one.chains == ["bridge"])
    let two = try run(three, maximum: 2)
    #expect(
      try two.finding("folder-winner").message
        == "containerd 1.7.34 takes 10-a.conflist and 20-b.conflist: the first 2 of 3 by name; 30-c.conf is never opened"
    )
    #expect(two.report.networks.map(\.name) == ["a", "b"])
    let all = try run(three, maximum: 0)
    #expect(
      try all.finding("folder-winner").message
        == "containerd 1.7.34 takes 10-a.conflist, 20-b.conflist and 30-c.conf: all that count, in this order")
    #expect(all.chains == ["bridge", "bridge", "ptp"])
  }

  @Test func theFindingStandsInTheFileThatWins() throws {
    let range = try #require(try run(three).finding("folder-winner").range)
    #expect(range.file.index == 1)
    #expect((range.start, range.end) == (0, 0))
  }

  @Test(arguments: [
    ("bad-network-file", "20-x.conflist", "{"), ("list-in-conf", "20-x.conf", Net.list("x")),
    ("list-in-conf", "20-x.json", Net.list("x")), ("single-in-conflist", "20-x.conflist", Net.single("x")),
    ("stray-json", "20-x.json", #"{"a": 1}"#), ("stray-json", "20-x.json", "notes"),
    ("bad-network-file", "20-x.conf", #"{"name": "x"}"#),
    ("bad-network-file", "20-x.conflist", #"{"name": "x", "plugins": []}"#),
  ])
  func aBadFileIsAnErrorOnlyWithinTheMaximum(rule: String, name: String, text: String) throws {
    let texts = [("10-a.conflist", Net.list("a")), (name, text)]
    let beyond = try run(texts)
    #expect(beyond.summary == ["note folder-winner", "warning \(rule)"])
    #expect(beyond.report.failure == nil)
    // nerdctl hands over bytes to libcni 1.3.0, which takes a list without plugins.
    let failure = "failed marshalling json out of network configuration file \"net.d/\(name)\": error parsing"
    #expect(beyond.report.nerdctlFailure?.hasPrefix(failure) ?? false == (rule != "single-in-conflist"))
    for maximum in [0, 2, 3] {
      let within = try run(texts, maximum: maximum)
      #expect(within.summary == ["error \(rule)"])
      #expect(within.report.networks.isEmpty)
      #expect(try within.finding(rule).notes.contains { $0.message.hasSuffix("10-a.conflist") })
    }
  }

  @Test(arguments: ["1.6.39", "1.7.34", "2.0.11", "2.3.4"] as [Version])
  func containerdSaysWhatItSaid(_ containerd: Version) throws {
    let folders: [(String, [FolderEntry], [(String, String)])] = [
      ("no matching file", [], []), ("broken JSON", [], [("x.conflist", "{")]),
      ("no name", [], [("x.conflist", #"{"plugins": [{"type": "bridge"}]}"#)]),
      ("no plugins key", [], [("x.conflist", #"{"name": "x"}"#)]), ("list content", [], [("x.conf", Net.list("x"))]),
      ("dangling", [FolderEntry(name: "x.conflist", kind: .danglingLink)], []),
    ]
    for (cause, others, texts) in folders {
      let entry = try #require(
        Containerd.Loading.errors.first { $0.cause.hasPrefix(cause) && $0.span.contains(containerd) })
      let file = "net.d/\(texts.first?.0 ?? "x.conflist")"
      let error = entry.error.replacing("FILE", with: file).replacing("DIR", with: "net.d")
      let failure = try run(texts, others: others, containerd: containerd).report.failure
      #expect(failure == "cni config load failed: \(error): failed to load cni config", "\(cause)")
    }
  }

  @Test func aLinkThatLeadsNowhere() throws {
    let link = FolderEntry(name: "05-x.conflist", kind: .danglingLink)
    let first = try run(three, others: [link])
    #expect(first.summary == ["error dangling-link"])
    let finding = try first.finding("dangling-link")
    #expect(finding.range == nil)
    #expect(finding.message.hasPrefix("net.d/05-x.conflist is a link that leads nowhere: containerd 1.7.34 loads no"))
    let last = FolderEntry(name: "90-x.conf", kind: .danglingLink)
    #expect(try run(three, others: [last]).summary == ["note folder-winner", "warning dangling-link"])
    let other = FolderEntry(name: "05-x.txt", kind: .danglingLink)
    #expect(try run(three, others: [other]).summary == ["note folder-winner"])
  }

  @Test func aFileThatCannotBeRead() throws {
    let secret = FolderEntry(name: "05-x.conflist", kind: .unreadable("permission denied"))
    let run = try run(three, others: [secret])
    #expect(run.summary == ["error bad-network-file"])
    #expect(try run.finding("bad-network-file").message.contains("open net.d/05-x.conflist: permission denied"))
  }

  @Test func aFolderIsReadPastWhateverItsName() throws {
    let folder = FolderEntry(name: "05-x.conflist", kind: .folder([]))
    #expect(try run(three, others: [folder]).summary == ["note folder-winner"])
    #expect(try run([], others: [folder]).summary == ["error no-network-config"])
  }

  @Test func numbersThatDoNotSortByValue() throws {
    let texts = [("1-a.conflist", Net.list("a")), ("10-b.conflist", Net.list("b")), ("9-c.conflist", Net.list("c"))]
    let all = try run(texts, maximum: 0)
    #expect(all.summary == ["note folder-winner", "note order-by-bytes"])
    #expect(try all.finding("order-by-bytes").help?.contains("09…") ?? false)
    #expect(try run(texts, maximum: 2).summary == ["note folder-winner", "warning order-by-bytes"])
    #expect(try run(texts, maximum: 1).summary == ["note folder-winner", "note order-by-bytes"])
    #expect(try run(Array(texts.dropFirst())).summary == ["note folder-winner", "warning order-by-bytes"])
  }

  @Test func hiddenFilesBackupsAndLetterCase() throws {
    let texts =
      three + [
        (".x.conflist", Net.list("x")), ("10-a.conflist.bak", ""), ("10-a.conflist~", ""), (".10-a.conf.swp", ""),
        ("20-d.Conf", Net.single("d")), ("README", ""),
      ]
    let run = try run(texts)
    let expected = [
      "note backup-ignored", "note backup-ignored", "note backup-ignored", "note folder-winner",
      "warning extension-case", "warning hidden-file-loads",
    ]
    #expect(run.summary == expected)
    #expect(try run.finding("folder-winner").message.hasPrefix("containerd 1.7.34 takes .x.conflist: first of 4"))
    #expect(try run.finding("extension-case").help == "rename it to 20-d.conf")
    let behind = try self.run([("-a.conflist", Net.list("a")), (".b.conflist", Net.list("b"))])
    #expect(behind.summary == ["note folder-winner", "note hidden-file-loads"])
  }

  @Test func twoFilesOfOneName() throws {
    let lists = try run([("10-a.conflist", Net.list("n")), ("20-a.conflist", Net.list("n", "macvlan"))])
    #expect(lists.summary == ["note folder-winner", "warning duplicate-network-name"])
    let finding = try lists.finding("duplicate-network-name")
    #expect(finding.message == "network \"n\" stands in 20-a.conflist and in 10-a.conflist")
    #expect(finding.range?.file.index == 1)
    let mixed = try run([("20-a.conflist", Net.list("n")), ("30-a.json", Net.single("n"))])
    #expect(mixed.summary == ["note folder-winner", "warning leftover-conf"])
    let singles = try run([("20-a.conf", Net.single("n")), ("30-a.json", Net.single("n"))])
    #expect(singles.summary == ["note folder-winner", "warning duplicate-network-name"])
    #expect(try run([("1.conf", #"{"type": "a"}"#), ("2.conf", #"{"type": "b"}"#)]).summary == ["note folder-winner"])
  }

  @Test func aNameTooLongForAFolderKeepsAListFromLoading() throws {
    let texts = [("10-a.conflist", Net.list(String(repeating: "n", count: 256)))]
    #expect(try run(texts, containerd: "2.3.4").summary == ["error bad-network-file"])
    #expect(try run(texts, containerd: "2.0.11").summary == ["note folder-winner"])
  }

  @Test func everyRuleIsExplained() {
    #expect(Set(Rule.folderRules.map(\.id)).count == Rule.folderRules.count)
    for rule in Rule.folderRules {
      #expect(Rule.named(rule.id) == nil || Rule.named(rule.id)?.summary == rule.summary, "\(rule.id)")
      #expect(!rule.effect.isEmpty && !rule.wrong.isEmpty && rule.wrong != rule.right, "\(rule.id)")
    }
    for id in ["duplicate-network-name", "name-of-file"] { #expect(Rule.named(id) != nil) }
  }
}
