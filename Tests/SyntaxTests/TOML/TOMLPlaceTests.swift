import Diagnostics
import Syntax
import Testing

/// Where keys, values and faults are said to be.
@Suite struct TOMLPlaceTests {
  @Test func everyValueHasTheRangeOfItsText() {
    let reading = TOMLReading(
      """
      version = 2 # schema
      [plugins."io.containerd.grpc.v1.cri".cni]
        max_conf_num = 1_0
        conf_dir = '/etc/cni'
        bin_dirs = ["/a", '/b']
        x.y = { z = true }
      [[list]]
      a = 1
      [[list]]
      """)
    #expect(reading.findings.isEmpty)
    let root = reading.tree
    #expect(root?.range.start == 0 && Int(root?.range.end ?? 0) == reading.file.bytes.count)
    #expect(reading.source(root?["version"]) == "2")
    #expect(reading.source(root?["plugins"]) == "plugins")
    #expect(reading.source(root?["plugins"]?["io.containerd.grpc.v1.cri"]) == #"plugins."io.containerd.grpc.v1.cri""#)
    let table = root?["plugins"]?["io.containerd.grpc.v1.cri"]?["cni"]
    #expect(reading.source(table) == #"[plugins."io.containerd.grpc.v1.cri".cni]"#)
    #expect(reading.source(table?["max_conf_num"]) == "1_0")
    #expect(table?["max_conf_num"]?.scalar == Node.Scalar("10", isPlain: true))
    #expect(reading.source(table?["conf_dir"]) == "'/etc/cni'")
    #expect(table?["conf_dir"]?.scalar == Node.Scalar("/etc/cni", isPlain: false))
    #expect(reading.source(table?["bin_dirs"]) == #"["/a", '/b']"#)
    #expect(table?["bin_dirs"]?.sequence?.map { reading.source($0) } == [#""/a""#, "'/b'"])
    #expect(reading.source(table?["x"]) == "x")
    #expect(reading.source(table?["x"]?["y"]) == "{ z = true }")
    #expect(root?["list"]?.sequence?.map { reading.source($0) } == ["[[list]]", "[[list]]"])
    #expect(table?.mapping?.map { reading.file.text($0.keyRange) } == ["max_conf_num", "conf_dir", "bin_dirs", "x"])
    let members = [root, root?["plugins"], root?["plugins"]?["io.containerd.grpc.v1.cri"]].map {
      $0?.mapping?.map(\.key)
    }
    #expect(members == [["version", "plugins", "list"], ["io.containerd.grpc.v1.cri"], ["cni"]])
  }

  @Test func pointersLeadToKeysValuesAndHeaders() throws {
    let reading = TOMLReading("[a.b]\nc = [1]\n")
    let root = try #require(reading.tree)
    let table = try #require(root["a"]?["b"])
    let element = try #require(table["c"]?.sequence?.first)
    #expect(root.pointer(to: table.range) == "/a/b")
    #expect(root.pointer(to: element.range) == "/a/b/c/0")
    #expect(root.pointer(to: try #require(table.mapping?.first?.keyRange)) == "/a/b/c")
  }

  @Test func aByteOrderMarkMovesNothing() {
    let reading = TOMLReading("\u{FEFF}a = 'x'\r\n")
    #expect(reading.source(reading.tree?["a"]) == "'x'")
    #expect(reading.tree?.mapping?.first?.keyRange.start == 3)
  }

  @Test(
    "A fault of a line does not hide those of the next ones",
    arguments: [
      (
        "a = yes\nb = 01\nc = 'x\n[d\n= 1\n",
        [
          "toml-unquoted-text: yes", "toml-malformed-number: 01",
          "toml-unterminated-string: 'x", "toml-syntax: \n", "toml-syntax: =",
        ]
      ),
      ("a = {b = x}\na = 1\na = 2\n", ["toml-unquoted-text: x", "duplicate-key: a"]),
      (
        "a = '1' x\n[t]\nb = 1\nb = 2\n[t]\nb = 3\n",
        [
          "toml-syntax: x", "duplicate-key: b", "toml-table-redefined: t",
          "duplicate-key: b",
        ]
      ),
      (
        #"a = "\q \w"\#nb = True"#,
        [#"toml-unknown-escape: \q"#, #"toml-unknown-escape: \w"#, "toml-unquoted-text: True"]
      ),
      ("a = [\n1,\nx\n]\nb = y\n", ["toml-unquoted-text: x"]),
      ("a = 1\n[a.b]\nc = 1\n[d]\nc = 1\n[e]\nc = x", ["toml-not-a-table: a", "toml-unquoted-text: x"]),
    ])
  func faultsAreToldTogether(_ text: String, _ findings: [String]) {
    #expect(TOMLReading(text).findings == findings)
  }

  @Test func onlyWhatLosesNothingLeavesATree() {
    #expect(TOMLReading("a = 1\na = 2").tree?.mapping?.count == 2)
    let twice = TOMLReading("[a]\nb = 1\n[a]\nc = 2").tree
    #expect(twice?["a"]?.mapping?.map(\.key) == ["b", "c"])
    #expect(TOMLReading("a = 1\nb = yes").tree == nil)
    #expect(TOMLReading("a = 1\n[a.b]\nc = 1").tree == nil)
  }

  @Test func theFirstOfTwoIsNamedInANote() throws {
    let reading = TOMLReading("[a]\nb = 1\n[a.c]\n[a]\nb = 2")
    let notes = reading.diagnostics.map { $0.notes.first?.range.map { reading.file.text($0) } }
    #expect(notes == ["[a]", "b"])
    let opening = TOMLReading("a = [\n1\n2]").diagnostics.first?.notes.first
    #expect(opening?.range?.start == 4)
  }
}
